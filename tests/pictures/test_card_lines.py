"""Titles in lines: whole words, no little word at the end of a line, as large as they fit."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.pictures.card_lines import ELLIPSIS, NO_BREAK, SIZES, broken, tied


def measure(text: str, size: int) -> float:
    """A typewriter's: every letter is half as wide as it is high."""
    return len(text) * size / 2


def lines(title: str, width: float = 1056, height: float = 324) -> list[str]:
    return [line.replace(NO_BREAK, " ") for line in broken(title, width, height, measure).lines]


@pytest.mark.parametrize(
    ("title", "width", "shown"),
    [
        ("Печи", 1056, ["Печи"]),
        ("Как проверить поставщика", 1056, ["Как проверить поставщика"]),
        (
            "Как проверить поставщика оборудования до предоплаты",
            1056,
            ["Как проверить", "поставщика оборудования", "до предоплаты"],
        ),
        ("Дорога — дело верное и для всех", 600, ["Дорога —", "дело верное", "и для всех"]),
    ],
)
def test_titles(title: str, width: float, shown: list[str]) -> None:
    assert lines(title, width) == shown


@pytest.mark.parametrize(
    ("title", "unbroken"),
    [
        ("Оплата и доставка в Москву", ["и доставка", "в Москву"]),
        ("Печь — это не всё", ["Печь —", "не всё"]),
        ("Заказ № 5 на 12 500 ₽ за 10 кг", ["№ 5", "12 500 ₽", "10 кг"]),
        ("A guide to the 5 kW stove", ["A guide", "to the", "5 kW"]),
        ("Что (и как) проверить", ["(и как)"]),
    ],
)
def test_what_no_line_parts(title: str, unbroken: list[str]) -> None:
    for words in unbroken:
        assert words.replace(" ", NO_BREAK) in tied(title)


def test_letters_are_as_large_as_fits() -> None:
    sizes = [broken("слово " * count, 1056, 324, measure).size for count in (1, 8, 16, 30)]

    assert sizes[0] == SIZES[0]
    assert sizes == sorted(sizes, reverse=True)
    assert len(set(sizes)) > 2


def test_a_title_too_long_ends_after_a_whole_word() -> None:
    shown = broken("предоплата, " * 100, 1056, 324, measure)

    assert shown.size == SIZES[-1]
    assert shown.height <= 324
    assert shown.lines[-1].endswith(f"предоплата{ELLIPSIS}")


def test_a_word_wider_than_the_card_keeps_its_beginning_and_its_end() -> None:
    (line,) = lines("рентгеноэлектрокардиографического" * 4)

    assert line.startswith("рентгеноэлектро")
    assert line.endswith("ического")
    assert ELLIPSIS in line


WORDS = st.text(alphabet="абвгдёжшщ-,.«»0123456789—№₽ABc", min_size=1, max_size=40)
TITLES = st.lists(WORDS, min_size=1, max_size=40).map(" ".join)


@given(TITLES)
@settings(deadline=None)
def test_no_word_is_cut_and_nothing_sticks_out(title: str) -> None:
    shown = broken(title, 1056, 324, measure)
    words = tied(title).replace(NO_BREAK, " ").split(" ")
    seen = " ".join(shown.lines).replace(NO_BREAK, " ")

    assert shown.height <= 324
    assert all(measure(line, shown.size) <= 1056 for line in shown.lines)
    if ELLIPSIS not in seen:
        assert seen.split(" ") == words
