"""Money, sizes, days and minutes as a reader of a language expects them."""

import locale
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from datetime import date as day
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.language.numbers import (
    date,
    days,
    file_size,
    language_name,
    reading_minutes,
    rubles,
)
from tests.language.tables import rows

CASES = rows(Path(__file__).with_name("numbers.txt"))
SHOWN: dict[str, Callable[[str, str], str]] = {
    "rubles": rubles,
    "file_size": lambda value, lang: file_size(int(value), lang),
    "date": lambda value, lang: date(day.fromisoformat(value), lang),
}
IDS = [f"{what}-{lang}-{value}" for what, lang, value, _ in CASES]


@pytest.fixture(params=["C", "C.UTF-8", "POSIX"])
def process_locale(request: pytest.FixtureRequest) -> Iterator[str]:
    before = locale.setlocale(locale.LC_ALL)
    yield locale.setlocale(locale.LC_ALL, request.param)
    locale.setlocale(locale.LC_ALL, before)


@pytest.mark.parametrize(("what", "lang", "value", "shown"), CASES, ids=IDS)
def test_a_value_as_a_reader_sees_it(what: str, lang: str, value: str, shown: str) -> None:
    assert shown == SHOWN[what](value, lang)


@pytest.mark.parametrize("amount", [12500, 12500.0, "12500", Decimal("12500.00")])
def test_roubles_take_any_kind_of_number(amount: Decimal | int | float | str) -> None:
    assert rubles(amount) == "12\u00a0500\u00a0₽"


@settings(deadline=None)
@given(st.decimals(0, 10**11, places=2), st.sampled_from(["ru", "en", "de", "fr"]))
def test_roubles_keep_every_digit(amount: Decimal, lang: str) -> None:
    kopecks = "".join(c for c in rubles(amount, lang) if c.isdigit())
    whole = amount == amount.to_integral_value()

    assert Decimal(kopecks) == (amount if whole else amount * 100)


@settings(deadline=None)
@given(st.integers(0, 10**15), st.sampled_from(["ru", "en", "de", "fr"]))
def test_nothing_breaks_between_a_number_and_its_unit(size: int, lang: str) -> None:
    for shown in (rubles(size, lang), file_size(size, lang)):
        assert not set(shown) & {" ", "\u202f", "\u2009"}


@pytest.mark.parametrize("variable", ["LANG", "LC_ALL", "LANGUAGE"])
def test_the_machine_plays_no_part(
    process_locale: str, variable: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, "de_DE.UTF-8")

    assert date(day(2026, 11, 22)) == "22\u00a0ноября\u00a02026\u00a0г."
    assert rubles(1234.5) == "1\u00a0234,50\u00a0₽"
    assert file_size(1468006) == "1,4\u00a0МБ"


def test_a_moment_is_shown_as_the_day_of_its_own_zone() -> None:
    assert date(datetime(2026, 11, 22, 23, 59, tzinfo=UTC), "en") == "22\u00a0November\u00a02026"


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [(12, 18, "12–\u206018"), (3, 3, "3"), (0, 0, "0"), (0, 1, "0–\u20601")],
)
def test_a_range_of_days(first: int, last: int, shown: str) -> None:
    assert shown == days(first, last)


@pytest.mark.parametrize(("words", "minutes"), [(0, 1), (1, 1), (269, 1), (271, 2), (1800, 10)])
def test_minutes_that_a_reader_needs(words: int, minutes: int) -> None:
    assert minutes == reading_minutes(words)


@pytest.mark.parametrize(
    ("code", "name"), [("ru", "Русский"), ("en", "English"), ("de", "Deutsch"), ("zh", "中文")]
)
def test_a_language_names_itself(code: str, name: str) -> None:
    assert name == language_name(code)
