"""Exports of real tools, made up here in their forms: headers, separators, encodings, oddities."""

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from plugins.keywords.export_columns import header_name
from plugins.keywords.exports import Export, read_export
from plugins.keywords.spelling import without_operators

FILES = Path(__file__).parent / "exports"


def export(name: str) -> Export:
    return read_export((FILES / name).read_bytes(), name)


def frequencies(found: Export) -> dict[str, int | None]:
    assert found.problems == ()
    return {phrase.phrase: phrase.frequency for phrase in found.phrases}


def notes(found: Export) -> list[str]:
    return [note.in_language("en") for note in found.skipped]


DELIVERY = "доставка из китая"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "wordstat.csv",
            {DELIVERY: 48210, "доставка грузов из китая": 9874, f"{DELIVERY} в россию": 7031},
        ),
        ("wordstat-api.json", {DELIVERY: 48210, f"{DELIVERY} в россию": 7031}),
        (
            "key-collector.csv",
            {DELIVERY: 48210, "доставка посылок из китая": 3120, "оплата инвойса в юанях": 880},
        ),
        ("topvisor.csv", {DELIVERY: 48210, "оплата в юанях": 96}),
        ("webmaster.csv", {DELIVERY: 240, "оплата в юанях": 12}),
        (
            "search-console.csv",
            {DELIVERY: 2300, "iphone 15 оптом": 41, "HYPERLINK оптом": 3},
        ),
        ("search-console-ru.csv", {DELIVERY: 2300}),
        ("excel-unicode.txt", {DELIVERY: 48210, "монитор 27 опт": 15}),
    ],
)
def test_frequencies_of_each_tool(name: str, expected: dict[str, int | None]) -> None:
    assert frequencies(export(name)) == expected


def test_the_general_frequency_is_taken_before_the_exact_one_if_there_is_any() -> None:
    assert export("key-collector.csv").columns == ("Группа", "Фраза", "Базовая частотность [YW]")
    text = 'Фраза;Частотность [YW];"!" частотность [YW]\nгруз;;5\nкарго;;6\n'

    assert frequencies(read_export(text.encode(), "x")) == {"груз": 5, "карго": 6}


def test_shows_add_up_and_the_page_shown_most_is_the_evidence() -> None:
    found = export("webmaster.csv")

    assert found.shown
    assert found.phrases[0].url == "https://example.com/dostavka/"


def test_demand_is_taken_before_shows_and_does_not_add_up() -> None:
    text = "Запрос;Показы;Спрос\nгруз;5;100\nГРУЗ;5;90\n"
    found = read_export(text.encode(), "x")

    assert frequencies(found) == {"груз": 100}
    assert not found.shown


def test_groups_come_along() -> None:
    assert [found.group for found in export("topvisor.csv").phrases] == ["Доставка", "Оплата"]


def test_operators_go_and_the_original_stays() -> None:
    found = export("wordstat-operators.csv")

    assert frequencies(found) == {DELIVERY: 2100, "доставка из гуанчжоу": 90}
    assert found.phrases[0].original == '"!доставка !из !китая"'
    assert notes(found) == [
        "wordstat-operators.csv:5: a choice of words ( | ); give each of them a line"
    ]


@pytest.mark.parametrize(
    ("spelled", "phrase"),
    [
        ("доставка ростов-на-дону", "доставка ростов-на-дону"),
        ("карго - доставка", "карго доставка"),
        ("с++ курсы", "с++ курсы"),
        ("+как !оплатить", "как оплатить"),
        ("=cmd|x", "cmd|x"),
        ("купить\u00a0 \u2009груз\n", "купить груз"),
        ("доставка «под ключ»", "доставка под ключ"),
    ],
)
def test_what_an_operator_is(spelled: str, phrase: str) -> None:
    assert without_operators(spelled) == phrase


def test_preambles_totals_and_repeated_headers_are_left_out_and_said() -> None:
    text = "Отчёт;\nФраза;Частота\nгруз;5\nФраза;Частота\n;7\nкарго;н/д\nавиа;нет\nИтого:;12\n"
    found = read_export(text.encode("cp1251"), "x.csv")

    assert frequencies(found) == {"груз": 5, "карго": None, "авиа": None}
    assert notes(found) == [
        "x.csv:1: above the header",
        "x.csv:4: the header again",
        "x.csv:5: no phrase of two letters or more",
        "x.csv:7: 'нет' is no number; the phrase is taken without it",
        "x.csv:8: a total",
    ]


def test_a_query_called_total_is_no_total() -> None:
    text = "Query,Impressions\nshell,90\ntotal,40\n"
    assert frequencies(read_export(text.encode(), "x")) == {"shell": 90, "total": 40}


def test_a_list_of_phrases_without_frequencies() -> None:
    found = read_export("Фраза\nгруз, карго\n".encode(), "x.csv")

    assert frequencies(found) == {"груз, карго": None}
    assert notes(found) == ["x.csv:1: no column of frequencies; the phrases are taken without them"]


def book(**sheets: list[list[object]]) -> bytes:
    made, out = Workbook(), io.BytesIO()
    made.remove(made.worksheets[0])
    for title, rows in sheets.items():
        sheet = made.create_sheet(title)
        for row in rows:
            sheet.append(row)
    made.save(out)
    return out.getvalue()


def test_a_workbook_is_read_from_the_sheets_that_hold_phrases() -> None:
    data = book(
        График=[["Дата", "Клики", "Показы"], ["2026-11-01", 1, 5]],
        Запросы=[["Популярные запросы", "Показы"], [DELIVERY, 12.0], ["груз", "1 234"]],
    )
    assert frequencies(read_export(data, "x.xlsx")) == {DELIVERY: 12, "груз": 1234}


def test_groups_on_sheets_of_their_own_are_all_read() -> None:
    head: list[object] = ["Фраза", "Частота", "Группа"]
    data = book(А=[head, ["груз", 5, "А"]], Б=[["отчёт"], head, ["карго", 6, "Б"]])
    found = read_export(data, "x.xlsx")

    assert frequencies(found) == {"груз": 5, "карго": 6}
    assert notes(found) == ["x.xlsx:1: Б: above the header"]


def test_a_zip_of_search_console() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("Pages.csv", "Top pages,Clicks,Impressions\nhttps://e.com/,1,5\n")
        archive.writestr("Queries.csv", "Top queries,Clicks,Impressions\nгруз,1,5\n")
    assert frequencies(read_export(out.getvalue(), "x.zip")) == {"груз": 5}


@pytest.mark.parametrize(
    ("header", "name", "operators"),
    [
        ("Базовая частотность [YW]", "базовая частотность", 0),
        ('"!" частотность', "частотность", 2),
        ('Частотность "[!]" [YW]', "частотность", 3),
        ('"[!Частота]" (Яндекс, Москва)', "частота", 3),
        ('"Частота"', "частота", 1),
        ("Частота, Яндекс", "частота", 0),
    ],
)
def test_headers(header: str, name: str, operators: int) -> None:
    assert header_name(header) == (name, operators)


def test_an_unknown_file_names_what_was_found_and_what_is_known() -> None:
    (problem,) = export("unknown.csv").problems
    text = problem.in_language("en")

    assert text.startswith(
        "unknown.csv:1: expected a column of phrases and one of their frequencies, "
        "got Период, Число запросов, Динамика «доставка из китая»; known columns are фраза, "
    )
    assert "impressions" in text


@pytest.mark.parametrize(
    ("data", "got"),
    [
        (b"", "x:1: expected a column of phrases and one of their frequencies, got nothing"),
        (b"PK\x03\x04rest", "x: expected a CSV, xlsx or JSON file, got a damaged xlsx or zip file"),
        (b"{", "x: expected a CSV, xlsx or JSON file, got JSON with a mistake in it"),
        (
            b"\xd0\xcf\x11\xe0",
            "x: expected a CSV, xlsx or JSON file, got an old Excel file (xls); save it as xlsx",
        ),
    ],
)
def test_files_that_are_no_exports(data: bytes, got: str) -> None:
    (problem,) = read_export(data, "x").problems
    assert problem.in_language("en").startswith(got)


@given(st.binary() | st.text().map(lambda text: f"Фраза;Частота\n{text};5\n".encode()))
def test_no_bytes_break_an_import(data: bytes) -> None:
    for found in read_export(data, "x").phrases:
        assert found.phrase == found.phrase.strip()
        found.phrase.encode()
