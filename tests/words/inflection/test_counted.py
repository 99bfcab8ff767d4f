"""Numbers with their words."""

from decimal import Decimal
from typing import Any

import pytest

from plugins.words.counts import counted
from plugins.words.inflection import NoFormError
from tests.words.inflection.tables import rows

NUMBERS: tuple[tuple[int | float | Decimal | str, ...], ...] = (
    (1, 21, 101),
    (2, 3, 22, 104),
    (0, 5, 11, 12, 25, 111),
    ("1,5", 0.5, Decimal("2.5")),
)


@pytest.mark.parametrize("row", rows("counted.txt"), ids=lambda row: row[0])
def test_words_after_numbers(row: list[str]) -> None:
    noun, *forms = row
    for numbers, form in zip(NUMBERS, forms, strict=True):
        for number in numbers:
            assert counted(number, noun).partition("\u00a0")[2] == form, number


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (5, "5~дней"),
        (0, "0~дней"),
        (-1, "−1~день"),
        (9999, "9999~дней"),
        (10000, "10~000~дней"),
        (1234561, "1~234~561~день"),
        (1.5, "1,5~дня"),
        (2.0, "2~дня"),
        (Decimal("3.00"), "3~дня"),
        (Decimal("10500.25"), "10~500,25~дня"),
        (Decimal("1E+4"), "10~000~дней"),
        ("5", "5~дней"),
        ("12–18", "12–18~дней"),
        ("2-3", "2-3~дня"),
        ("10 001", "10~001~день"),
        ("1.5", "1,5~дня"),
        ("до 21", "до~21~день"),
    ],
)
def test_how_numbers_look(number: int | float | Decimal | str, shown: str) -> None:
    assert counted(number, "день") == shown.replace("~", "\u00a0")


@pytest.mark.parametrize("number", ["", "много", float("nan"), float("inf"), Decimal("NaN")])
def test_what_is_no_number_is_an_error(number: float | Decimal | str) -> None:
    with pytest.raises(NoFormError):
        counted(number, "день")


@pytest.mark.parametrize("noun", ["бельё", "мебель", "оборудование", "кракозябра", "из Китая"])
def test_words_that_are_not_counted(noun: str) -> None:
    with pytest.raises(NoFormError):
        counted(5, noun)


@pytest.mark.parametrize(
    ("number", "noun"),
    [(5, "лет"), (5, "людей"), (2, "деньги"), (None, "год"), (True, "год"), (float("nan"), "год")],
)
def test_what_cannot_be_counted_stops_the_build(number: Any, noun: str) -> None:
    with pytest.raises(NoFormError):
        counted(number, noun)


def test_a_number_of_any_size_is_counted() -> None:
    assert counted(10**30, "год").endswith(" лет".replace(" ", "\u00a0"))
