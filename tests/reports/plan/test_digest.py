"""The weekly digest: Markdown, and an e-mail read back as a mail program reads it."""

from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP, default
from html.parser import HTMLParser

import pytest

from plugins.company.localized import Localized
from plugins.reports.plan.digest import digest_of
from plugins.reports.plan.letter import as_letter, as_markdown
from plugins.reports.plan.wording import Wording
from plugins.schedule.plan import Plan
from tests.reports.plan.sample import OWNER, bare, plan, text
from tests.schedule.schedules import moscow

RUSSIAN = """\
# Печь и Верстак, 13 января: за неделю вышло — 2, впереди — 6, свободных мест — 6

Дальше: «Пять вопросов поставщику», вторник, 19 января, 10:00.

## Вышло за неделю

- 12 января: «Как упаковать станок в дорогу» <https://example.com/packing/>
- 12 января: «How to pack a machine» <https://example.com/en/packing/>

## Не вышло в срок

- 11 января: «Страховка груза»
    - Нужно: строка «Description: …»; картинка в тексте или строка «Picture: none».
- 29 декабря 2026: «Зачем нужен брокер» (ещё черновик)
    - Нужно: картинка в тексте или строка «Picture: none».

## Впереди

- вторник, 19 января, 10:00: «Пять вопросов поставщику»
- вторник, 19 января, 10:00: «Five questions for a supplier»
- вторник, 26 января, 10:00: «Склад в Маньчжурии» (не выйдет)
    - Нужно: картинка в тексте или строка «Picture: none».
"""
PARTS = ["Out this week", "Missed", "Ahead", "Gaps", "Deadlines", "To look at again"]


def markdown(found: Plan, lang: str = "ru") -> str:
    return as_markdown(digest_of(Wording(lang, found), OWNER)).replace("\u00a0", " ")


def raw(found: Plan, lang: str = "ru") -> bytes:
    say = Wording(lang, found)
    return as_letter(digest_of(say, OWNER), say, OWNER)


def letter(found: Plan, lang: str = "ru") -> EmailMessage:
    read = message_from_bytes(raw(found, lang), policy=default)
    assert isinstance(read, EmailMessage)
    return read


def body(read: EmailMessage, kind: str) -> str:
    part = read.get_body((kind,))
    assert part is not None
    return str(part.get_content()).replace("\u00a0", " ").replace("\r\n", "\n")


def test_it_says_in_short_what_the_week_was_and_what_comes() -> None:
    assert markdown(plan()).startswith(RUSSIAN)


def test_parts_stand_in_the_order_of_what_matters() -> None:
    said = markdown(plan(), "en")

    assert [line[3:] for line in said.splitlines() if line.startswith("## ")] == [
        *PARTS,
        "What to write next",
    ]
    assert "- растаможка станка (asked 12,400 times)" in said
    assert "    - Questions to answer: Сколько стоит растаможка станка?" in said


def test_a_quiet_week_is_said_and_empty_parts_are_left_out() -> None:
    said = markdown(bare(), "en")

    assert "- Nothing came out this week." in said
    assert said.count("## ") == 1
    assert "No finished article has a day ahead." in said


def test_titles_are_no_markup() -> None:
    bold = text("x", "**Жирно** <b> [ссылка](x)", published=moscow("2027-01-18 10:00"))

    assert r"\*\*Жирно\*\* \<b\> \[ссылка\](x)" in markdown(plan(bold))


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_the_letter_is_one_that_mail_programs_understand(lang: str) -> None:
    read = letter(plan(), lang)

    assert read.defects == []
    assert not any(part.defects for part in read.walk())
    assert [part.get_content_type() for part in read.walk()] == [
        *("multipart/alternative", "text/plain", "text/html")
    ]
    assert str(read["To"]) == "redaktor@example.com"
    assert read["From"].addresses[0].addr_spec == "zakaz@example.com"
    assert str(read["Date"]) == "Wed, 13 Jan 2027 12:00:00 +0300"
    assert read["X-Unsent"] == "1"
    assert max(len(line) for line in raw(plan(), lang).split(b"\r\n")) <= 78


def test_its_subject_and_both_texts_say_the_same() -> None:
    read = letter(plan())
    plain, html = body(read, "plain"), body(read, "html")

    assert read["Subject"] == markdown(plan()).splitlines()[0].removeprefix("# ")
    assert "\nНЕ ВЫШЛО В СРОК\n" in plain
    assert "  https://example.com/packing/\n" in plain
    assert '<a href="https://example.com/packing/">12 января: «Как упаковать' in html
    assert '<html lang="ru">' in html


def test_the_html_is_closed_and_asks_no_host_for_anything() -> None:
    html = body(letter(plan()), "html")

    opened: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, _attributes: object) -> None:
            if tag != "meta":
                opened.append(tag)

        def handle_endtag(self, tag: str) -> None:
            assert opened.pop() == tag

    Reader().feed(html)
    assert opened == []
    assert not any(word in html for word in ("<img", "<link", "<script", "url(", "src="))


def test_equal_facts_give_equal_bytes_and_another_week_another_message() -> None:
    later = plan(text("new", "Ещё одна", published=moscow("2027-01-18 10:00")))

    assert raw(plan()) == raw(plan())
    assert letter(plan())["Message-ID"] != letter(later)["Message-ID"]
    assert letter(plan(), "en")["Message-ID"] != letter(plan())["Message-ID"]


def test_several_readers_and_names_with_commas() -> None:
    brand = Localized(ru="Печь, «Верстак» и Ко <№1>", en="Oven")
    owner = replace(OWNER, brand=brand, readers=("a@example.com", "b@example.com"))
    say = Wording("ru", plan())
    read = message_from_bytes(as_letter(digest_of(say, owner), say, owner), policy=SMTP)

    assert [address.addr_spec for address in read["To"].addresses] == list(owner.readers)
    assert read["From"].addresses[0].display_name == brand.ru
