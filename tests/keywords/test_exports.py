"""Exports of real tools, made up here in their forms: headers, separators, encodings, oddities."""

import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.keywords.export_columns import header_name
from plugins.keywords.exports import Export, FoundPhrase, read_export
from plugins.keywords.spelling import is_narrow, phrase_key, without_operators
from tests.keywords.export_cases import Case, cases

CASES = list(cases())


def as_written(found: FoundPhrase) -> list[str]:
    """A phrase as the cases write it, its details in a sorted list."""
    frequency = "—" if found.frequency is None else found.frequency
    spelled = "" if phrase_key(found.original) == phrase_key(found.phrase) else found.original
    details = {
        "group": found.group,
        "url": found.url,
        "target": found.target,
        "note": found.note,
        "spelled": spelled,
    }
    parts = [f"{name}: {value}" for name, value in details.items() if value]
    return [f"{found.phrase} = {frequency}", *sorted([*parts, *["at least"] * found.at_least])]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_each_case_of_the_exports_folder(case: Case) -> None:
    found = read_export(case.data, "x")
    problems = [problem.in_language("en") for problem in found.problems]
    expected = [line.split(" | ") for line in case.said[">"]]

    assert [as_written(phrase) for phrase in found.phrases] == [
        [first, *sorted(details)] for first, *details in expected
    ]
    assert [f"{n.line}: {n.message.in_language('en')}" for n in found.skipped] == case.said["~"]
    assert len(problems) == len(case.said["!"])
    for problem, part in zip(problems, case.said["!"], strict=True):
        assert part in problem
    assert ", ".join(found.columns) == case.setting("read", ", ".join(found.columns))
    unread = ", ".join(found.unread) or "none"
    assert unread == case.setting("unread", unread)
    assert found.counted == case.setting("counts", found.counted)


def test_the_cases_are_many_and_each_says_something() -> None:
    assert len(CASES) >= 90
    assert all(case.said[">"] or case.said["!"] for case in CASES)


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
        ("[из москвы в пекин]", "из москвы в пекин"),
        ('"[!билет !москва]"', "билет москва"),
    ],
)
def test_what_an_operator_is(spelled: str, phrase: str) -> None:
    assert without_operators(spelled) == phrase


@pytest.mark.parametrize(
    ("spelled", "narrow"),
    [
        ("печь для бани", False),
        ("печь +для бани", False),
        ("печь для бани 1-2 кг", False),
        ("привет! печь", False),
        ("доставка «под ключ» москва", False),
        ('"печь для бани"', True),
        ("!печь для бани", True),
        ("[из москвы в пекин]", True),
        ("печь для бани -бу", True),
    ],
)
def test_operators_that_leave_people_out(spelled: str, narrow: bool) -> None:
    assert is_narrow(spelled) == narrow


@pytest.mark.parametrize(
    ("header", "name", "operators"),
    [
        ("Базовая частотность [YW]", "базовая частотность", 0),
        ('"!" частотность', "частотность", 2),
        ('Частотность "[!]" [YW]', "частотность", 3),
        ('"[!Частота]" (Яндекс, Москва)', "частота", 3),
        ('"Частота"', "частота", 1),
        ("Частотность !", "частотность", 1),
        ("[Частота]", "частота", 1),
        ("Частота, Яндекс", "частота", 0),
    ],
)
def test_headers(header: str, name: str, operators: int) -> None:
    assert header_name(header) == (name, operators)


def test_an_unknown_file_names_what_was_found_and_what_is_known() -> None:
    data = "Период;Число запросов\nоктябрь 2026;48 210\n".encode()
    (problem,) = read_export(data, "x.csv").problems
    text = problem.in_language("en")

    assert text.startswith(
        "x.csv:1: expected a column of phrases and one of their frequencies, "
        "got Период, Число запросов; known columns are фраза, "
    )
    assert "impressions" in text


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Что;Сколько\nпечь;5;a;b\n", 1),
        ("Отчёт за май\n\nЧто;Регион\nпечь;Казань\nпечь, баня;Уфа;5;6\n", 3),
        ("Отчёт\nЧто;Почему;Частота\nпечь;баня;5\nсауна;пар;6;7;8\n", 2),
    ],
)
def test_an_unknown_header_is_named_by_its_own_line(text: str, line: int) -> None:
    (problem,) = read_export(text.encode(), "x").problems
    assert problem.line == line


@pytest.mark.parametrize(
    ("data", "got"),
    [
        (b"", "x:1: expected a column of phrases and one of their frequencies, got nothing"),
        (b"{", "x: expected a CSV, xlsx or JSON file, got JSON with a mistake in it"),
        (
            b"<html><table><tr><td>\xd4\xf0\xe0\xe7\xe0",
            "x: expected a CSV, xlsx or JSON file, got a web page (HTML or XML), "
            "whatever its name; save it as xlsx or CSV",
        ),
    ],
)
def test_files_that_are_no_tables(data: bytes, got: str) -> None:
    (problem,) = read_export(data, "x").problems
    assert problem.in_language("en").startswith(got)


@given(st.binary() | st.text().map(lambda text: f"Фраза;Частота\n{text};5\n".encode()))
def test_no_bytes_break_an_import(data: bytes) -> None:
    for found in read_export(data, "x").phrases:
        assert found.phrase == found.phrase.strip()
        found.phrase.encode()


HEADERS = st.sampled_from(
    [
        *("Фраза", "Запрос", "Частота", '"!Частота"', "Базовая частотность", "Группа", "Спрос"),
        *("Показы", "2026-11-01_shows", "Целевая ссылка", "Теги", "2026-11", "Позиция", ""),
    ]
)
CELLS = st.sampled_from(["", "печь", "5", "1 234", "/x/", "Итого", "Фраза", "Показы", '"', "-"])


@given(
    st.lists(st.lists(HEADERS, max_size=6), min_size=1, max_size=3),
    st.lists(st.lists(CELLS, max_size=7), max_size=8),
    st.sampled_from(",;\t|"),
)
def test_no_table_breaks_an_import_and_all_is_read_or_said(
    header: list[list[str]], rows: list[list[str]], separator: str
) -> None:
    text = "\n".join(separator.join(row) for row in [*header, *rows])
    found = read_export(text.encode(), "x")

    assert bool(found.problems) != bool(found.phrases)
    assert len({phrase_key(phrase.phrase) for phrase in found.phrases}) == len(found.phrases)


def big(rows: int, columns: int) -> bytes:
    more = "".join(f";Позиция {n} [Ya]" for n in range(columns))
    cells = ";".join("-" for _ in range(columns))
    lines = [f"Фраза;Базовая частотность [YW];Группа{more}"]
    lines += [f"купить печь {n} для бани;{n};Печи\\{n % 90};{cells}" for n in range(rows)]
    return "\r\n".join(lines).encode("cp1251")


def measured(data: bytes) -> tuple[Export, float]:
    """An export, and the most megabytes that its reading held at once."""
    tracemalloc.start()
    found = read_export(data, "x")
    peak = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    return found, peak


def test_twenty_thousand_phrases_in_hundreds_of_columns_take_little_memory() -> None:
    found, peak = measured(big(rows=20_000, columns=300))

    assert len(found.phrases) == 20_000
    assert found.phrases[-1] == FoundPhrase(
        "купить печь 19999 для бани",
        19_999,
        "Печи\\19",
        original="купить печь 19999 для бани",
        line=20_001,
    )
    assert peak < 150
