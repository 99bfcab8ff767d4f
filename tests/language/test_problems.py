"""Problems as people read them: where, what was expected, what came."""

import pytest

from plugins.language.messages import message
from plugins.language.problems import NOTHING, Problem, ProblemsFound, expected

pytestmark = pytest.mark.usefixtures("catalogs")
WRONG = expected(message("10 or 12 digits"), "'7'")


@pytest.mark.parametrize(
    ("file", "line", "place", "said"),
    [
        ("a.yaml", 3, "inn", "a.yaml:3: inn: expected 10 or 12 digits, got '7'"),
        ("a.yaml", 3, "", "a.yaml:3: expected 10 or 12 digits, got '7'"),
        ("a.yaml", 0, "inn", "a.yaml: inn: expected 10 or 12 digits, got '7'"),
        ("a.yaml", 0, "", "a.yaml: expected 10 or 12 digits, got '7'"),
    ],
)
def test_a_problem_says_where_it_is(file: str, line: int, place: str, said: str) -> None:
    assert said == Problem(file, line, place, WRONG).in_language("en")


def test_an_expectation_may_end_in_advice() -> None:
    told = expected(message("10 or 12 digits"), NOTHING, message("Good day, %(name)s", name="Ян"))

    assert told.in_language("en") == "expected 10 or 12 digits, got nothing; Good day, Ян"
    assert told.in_language("ru") == "нужно: 10 или 12 цифр, а стоит: ничего; Добрый день, Ян"


def test_all_problems_are_said_at_once_in_the_order_of_files_and_lines() -> None:
    found = ProblemsFound(
        [
            Problem("b.yaml", 1, "", WRONG),
            Problem("a.yaml", 10, "y", WRONG),
            Problem("a.yaml", 10, "x", WRONG),
            Problem("a.yaml", 9, "z", WRONG),
        ]
    )

    assert found.in_language("ru").splitlines() == [
        "a.yaml:9: z: нужно: 10 или 12 цифр, а стоит: '7'",
        "a.yaml:10: x: нужно: 10 или 12 цифр, а стоит: '7'",
        "a.yaml:10: y: нужно: 10 или 12 цифр, а стоит: '7'",
        "b.yaml:1: нужно: 10 или 12 цифр, а стоит: '7'",
        "4 ошибки",
    ]


@pytest.mark.parametrize(("lang", "end"), [("en", "1 problem"), ("ru", "1 ошибка")])
def test_a_program_that_stops_says_so_in_the_readers_language(
    lang: str, end: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", lang)
    code = ProblemsFound([Problem("a.yaml", 1, "", WRONG)]).code

    assert isinstance(code, str)
    assert code.endswith(f"\n{end}")
