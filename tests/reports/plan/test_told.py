"""The plan in the terminal: short, aligned, whatever letters are in it."""

import pytest
from rich.cells import cell_len

from plugins.reports.plan import told
from plugins.schedule.plan import Plan
from tests.reports.plan.sample import bare, plan, text
from tests.schedule.schedules import moscow

TABLE = """\
На 13 января 2027 г., 12:00 по Москве
пн 11 янв. 10:00   не вышло в срок  Страховка груза                  content/ru/blog/missed.md
вт 12 янв. 10:00   на сайте         Как упаковать станок в дорогу    content/ru/blog/packing.md
вт 12 янв. 10:00   на сайте         How to pack a machine            content/en/blog/packing.md
вт 19 янв. 10:00   выйдет           Пять вопросов поставщику         content/ru/blog/coming.md
вт 19 янв. 10:00   выйдет           Five questions for a supplier    content/en/blog/coming.md
вт 26 янв. 10:00   не выйдет        Склад в Маньчжурии               content/ru/blog/held.md
вт 2 февр. 10:00   не дописано      Как читать инвойс                content/ru/blog/draft.md
вт 9 февр. 10:00   из очереди       Сертификат на печь: кто и когд…  content/ru/blog/first.md
вт 16 февр. 10:00  выйдет           Оплата в юанях                   content/ru/blog/clash-1.md
вт 16 февр. 10:00  выйдет           Оплата через агента              content/ru/blog/clash-2.md
ср 24 февр. 10:00  из очереди       Гарантия на станок из Китая      content/ru/blog/second.md
вт 2 мар. 10:00    свободно
"""


def lines(found: Plan, lang: str = "ru", width: int = 95) -> list[str]:
    return [line.replace("\u00a0", " ") for line in told(found, lang, width)]


def test_the_table_of_days() -> None:
    assert lines(plan())[:13] == TABLE.splitlines()


def test_below_it_stands_what_to_do_and_what_to_write() -> None:
    said = lines(plan(), "en")

    assert "advice: 2 ready articles have no day: run invoke schedule" in said
    assert said[-4:-1] == [
        "What to write next:",
        "  растаможка станка, asked 12,400 times",
        "  сколько стоит растаможка станка, asked 3,100 times",
    ]


@pytest.mark.parametrize(
    "title", ["Станок 机床 из Китая 🚚 и ещё много слов о нём и о цене", "Ё" * 90]
)
def test_columns_stay_under_each_other(title: str) -> None:
    found = lines(plan(text("x", title, published=moscow("2027-01-18 10:00"))))[1:13]

    files = {cell_len(line[: line.index("content/")]) for line in found if "content/" in line}
    assert len(files) == 1
    assert max(cell_len(line) for line in found) <= 95


def test_it_stays_short() -> None:
    many = [text(f"n{n}", f"Номер {n}", published=moscow("2027-01-18 10:00")) for n in range(99)]

    assert len(lines(plan(*many))) < 60


def test_nothing_at_all_is_told_too() -> None:
    assert lines(bare(), "en") == ["As of 13 January 2027, 12:00, Moscow time"]
