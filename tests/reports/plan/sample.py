"""A site that has some of everything a plan tells of, on Wednesday, 13 January 2027."""

from dataclasses import replace
from typing import Any

from plugins.company.localized import Localized
from plugins.documents import Document, Status
from plugins.keywords.study import studies
from plugins.language.messages import message
from plugins.language.problems import NOTHING, Problem, expected
from plugins.reports.plan import Owner
from plugins.schedule.plan import WEEKS, Plan, plan_of
from tests.schedule.schedules import TUESDAYS, article, moscow, rule, schedule, site

OWNER = Owner(
    Localized(ru="Печь и Верстак", en="Oven & Bench"),
    "https://example.com",
    "zakaz@example.com",
    ("redaktor@example.com",),
)
MAP = """phrase,document,frequency,group,note
растаможка станка,,12400,,
сколько стоит растаможка станка,,3100,растаможка станка,
лизинг оборудования,,1900,,
упаковка станка,ru/blog/packing.md,800,,
аренда склада,,70,,
"""
ENGLISH_MAP = "phrase,document,frequency,group,note\ncustoms broker,,40,,\n"


def lacks(name: str, key: str, what: str) -> Problem:
    """Something that keeps a text in."""
    return Problem(f"content/ru/blog/{name}.md", 1, key, expected(message(what), NOTHING))


DESCRIPTION = lacks("x", "Description", "a line «Description: …»")
PICTURE = lacks("x", "Picture", "a picture in the text, or a line «Picture: none»")


def text(name: str, title: str, status: Status = Status.READY, **values: Any) -> Document:
    """An article by its file's name and its title."""
    plain: dict[str, Any] = {"description": f"О чём: {title}", "category": "Доставка"}
    return article(name, status, title=title, **plain | values)


def out() -> tuple[Document, ...]:
    """What visitors can read, or could."""
    body = "<p>Упаковка станка занимает день. Растаможка начинается с описи.</p>"
    done = Status.PUBLISHED
    return (
        text("packing", "Как упаковать станок в дорогу", done,
             published=moscow("2027-01-12 10:00"), body=body),
        text("route", "Чем везти: поезд или море", done, published=moscow("2026-12-22 10:00")),
        text("rules", "Правила приёмки <b>& весы</b>", done, evergreen=180,
             published=moscow("2026-05-12 10:00"), modified=moscow("2026-06-01 10:00")),
        text("prices", "Цены на перевозку в этом году", done, evergreen=240,
             published=moscow("2026-05-26 10:00")),
        text("sale", "Зимние скидки на печи", done, published=moscow("2026-12-01 10:00"),
             expires=moscow("2027-01-31 00:00")),
        text("fair", "Выставка в Шанхае", done, published=moscow("2026-11-03 10:00"),
             expires=moscow("2027-01-10 00:00")),
        text("en/blog/packing.md", "How to pack a machine", done,
             published=moscow("2027-01-12 10:00")),
    )  # fmt: skip


def planned() -> tuple[Document, ...]:
    """What has a day: behind, ahead, finished or not."""
    held, both = (PICTURE,), (DESCRIPTION, PICTURE)
    return (
        text("missed", "Страховка груза", published=moscow("2027-01-11 10:00"), held=both),
        text("slipped", "Зачем нужен брокер", Status.DRAFT,
             published=moscow("2026-12-29 10:00"), held=held),
        text("coming", "Пять вопросов поставщику", published=moscow("2027-01-19 10:00")),
        text("en/blog/coming.md", "Five questions for a supplier",
             published=moscow("2027-01-19 10:00")),
        text("held", "Склад в Маньчжурии", published=moscow("2027-01-26 10:00"), held=held),
        text("draft", "Как читать инвойс", Status.DRAFT, published=moscow("2027-02-02 10:00"),
             held=both, deadline=moscow("2027-01-29 00:00")),
        text("clash-1", "Оплата в юанях", published=moscow("2027-02-16 10:00")),
        text("clash-2", "Оплата через агента", published=moscow("2027-02-16 10:00")),
    )  # fmt: skip


def waiting() -> tuple[Document, ...]:
    """What has no day."""
    page: dict[str, Any] = {"kind": "page"}
    return (
        text("second", "Гарантия на станок из Китая", written=moscow("2026-12-20 00:00")),
        text("first", "Сертификат на печь: кто и когда его получает", priority=9,
             deadline=moscow("2027-01-20 00:00")),
        text("lacking", "Рассрочка без банка", held=(DESCRIPTION,)),
        text("ru/pages/lease.md", "Лизинг", **page),
        text("invoice", "Счёт-фактура на импорт", Status.DRAFT, held=(DESCRIPTION, PICTURE),
             deadline=moscow("2027-01-08 00:00")),
        text("noise", "Шум станка в цеху", Status.DRAFT),
        text("idea", "Съездить на завод и снять приёмку", Status.IDEA),
        text("skipped", "Старый черновик", Status.SKIP, deadline=moscow("2026-01-01 00:00")),
    )  # fmt: skip


def plan(*more: Document, weeks: int = WEEKS, **values: Any) -> Plan:
    """The plan of all of it, of Tuesdays in Russian."""
    found = site(*out(), *planned(), *waiting(), *more)
    maps = {"ru": MAP.encode(), "en": ENGLISH_MAP.encode()}
    rules = schedule(rule(TUESDAYS, languages=["ru"]), **values)
    return plan_of(found, rules, studies(found, maps), weeks)


def bare(**values: Any) -> Plan:
    """The plan of a site without anything, and without schedule.yaml."""
    return replace(plan_of(site(), None), **values)
