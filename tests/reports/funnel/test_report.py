"""The report of the funnel as its owner reads it, in both languages."""

import csv
import io
import re
from dataclasses import replace
from pathlib import Path

import pytest

from plugins.funnel.exports import Reading
from plugins.funnel.found import Funnel
from plugins.reports.funnel import told, write_funnel
from plugins.reports.funnel.tables import FILES
from tests.reports.funnel.sample import EMPTY, FUNNEL, READING, THREE, counted
from tests.reports.keywords_sample import Page


def read(folder: Path, lang: str, funnel: Funnel = FUNNEL, reading: Reading = READING) -> Page:
    page = write_funnel(folder, counted(funnel, reading), lang)
    return Page(page.read_text("utf-8").replace("\u00a0", " "))


def test_the_folder_is_whole_and_equal_facts_give_equal_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_funnel(tmp_path / name, counted(), "ru")

    files = {file.name for file in (tmp_path / "one").iterdir()}
    assert files == {"index.html", "report.css", *FILES}
    for name in files:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_it_begins_with_the_one_thing_to_know_and_says_what_to_do(tmp_path: Path) -> None:
    said = read(tmp_path, "en").text

    for words in (
        "From 7 September 2026 to 31 October 2026",
        "Of 1,200 visitors 31 paid. Most are lost between “Visitors” and “Saw a product”",
        "500 42% (39–44%) 700 500 480 Opened the page of a product",
        "410 of 500 visitors did not get from “Saw a product” to “Put into the cart”",
        "«Верстак» (ru/products/bench.md) loses buyers between product and cart: 5% (3–9%)",
        "People come by “печь для кафе”: put a link to a fitting product into the text.",
        "Mir card fails most: 22 orders of 42, more than by other ways. "
        "Most often: not confirmed by code (confirmation), 22.",
        "The page of failure can say where the code comes from and how long it is good.",
    ):
        assert words in said, words


def test_russian_reads_russian(tmp_path: Path) -> None:
    page = read(tmp_path, "ru")

    for words in (
        "Посетителей 1 200, оплатили 31. Больше всего теряется между шагами «Посетители» и",
        "42 % (39–44 %)",
        "Карта «Мир»: отказов больше, чем у других способов, 22 из 42 заказов. Чаще всего: не "
        "подтверждено кодом (confirmation), 22.",
        "Оплачено: 419 990 ₽.",
        "12: строки с другим числом полей; строки 7, 19, 40…",
        "Всего заказов: 89. С посетителями из выгрузок связаны 60.",
    ):
        assert words in page.text, words
    known = r"ClientID|/old page/|[\w.-]+\.(?:csv|tsv|md)|ru/\S+|ym:\S+|utm_source\S*"
    known += "|detail|add|checkout"
    rest = re.sub(known, " ", page.text)
    foreign = set(re.findall("[a-zA-Z]{3,}", rest))
    assert foreign <= {"Logs", "API", "number", "state", "name", "price", "confirmation", "funds"}


def test_small_numbers_stay_small(tmp_path: Path) -> None:
    said = read(tmp_path, "ru", THREE, Reading()).text

    assert "3 посетителя: слишком мало, чтобы говорить о потерях" in said
    assert "2 из 3" in said
    assert "%" not in said.replace("процентов", "")
    assert "Пока ничего нельзя сказать уверенно" in said
    assert "О шаге «Положили в корзину» в выгрузках нет ни строки" in said


def test_a_slice_of_few_has_no_per_cent_and_no_judgement(tmp_path: Path) -> None:
    page = read(tmp_path, "en")

    row = page.text.partition("utm_source=vk")[2][:20]
    assert row.split()[:2] == ["7", "2"]
    assert "utm_source=vk surely" not in page.text
    assert "ru/blog/oven.md surely less than others" in page.text


def test_orders_alone_are_told_without_zeros(tmp_path: Path) -> None:
    orders = replace(EMPTY, orders=FUNNEL.orders, joined=FUNNEL.joined)

    said = read(tmp_path, "en", orders, Reading()).text

    assert "There are no visits here: only orders can be told of" in said
    assert "Mir card 42" in said
    assert "By landing page" not in said


def test_nothing_at_all_is_calm(tmp_path: Path) -> None:
    said = read(tmp_path, "ru", EMPTY, Reading()).text

    assert "Визитов здесь нет" in said
    assert "100" not in said


def test_invented_visitors_are_marked_as_such(tmp_path: Path) -> None:
    assert (
        "These visitors are invented"
        in read(tmp_path, "en", reading=replace(READING, sample=True)).text
    )
    assert "invented" not in read(tmp_path, "en").text


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_it_works_offline_and_its_links_lead_somewhere(lang: str, tmp_path: Path) -> None:
    page = read(tmp_path, lang)

    assert not {tag for tag, _ in page.tags} & {"script", "img", "iframe", "style", "object"}
    assert not re.search(r"@import|url\(|style=|\son\w+=\"|src=|<1>", page.html)
    ids, places = page.values("id"), page.values("href")
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in places if href.startswith("#")} <= set(ids)
    files = {file.name for file in tmp_path.iterdir()}
    assert {href for href in places if not href.startswith("#")} <= files


def test_tables_hold_sums_and_no_formulas(tmp_path: Path) -> None:
    read(tmp_path, "en")

    def table(name: str) -> list[list[str]]:
        return list(csv.reader(io.StringIO((tmp_path / name).read_text("utf-8-sig"))))

    assert table("steps.csv")[3] == ["Put into the cart", "90", "75", "70"]
    assert table("landings.csv")[3][:4] == ["/old page/", "", "", "100"]
    assert table("groups.csv")[1:] == [
        ["печь для кафе", "700", "180", "30", "20", "10", "0"],
        ["pages without key phrases", "400", "290", "55", "38", "20", "3"],
        ["addresses that the site does not know", "100", "30", "5", "2", "1", "0"],
    ]
    assert table("ways.csv")[2] == ["mir", "paid", "", "RUB", "20", "19990.00"]
    assert table("left-out.csv")[2] == [
        "hits.tsv", "1", "lines without a date, or with one that is none", "'=2026-13-45",
    ]  # fmt: skip


def test_the_terminal_says_what_was_read_and_left_out() -> None:
    lines = [line.replace("\u00a0", " ") for line in told(counted(), "ru")]

    assert lines[:4] == [
        "visits.tsv: визиты Метрики, прочитано 1 000 строк",
        "hits.tsv: хиты Метрики, прочитано 6 000 строк",
        "  12: строки с другим числом полей; строки 7, 19, 40…",
        "  1: строки без даты или с невозможной датой; «=2026-13-45»",
    ]
    assert lines[4].startswith("price.csv: пропущен: ожидалось: заголовок с ym:s:clientID") or (
        "price.csv: пропущен" in lines[4]
    )
    assert "Посетители: 1 200, Увидели товар: 500" in "\n".join(lines)
