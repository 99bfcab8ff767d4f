"""Russian requisites: a table of right and wrong ones, and what check digits promise."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import create_model

from plugins.company.company import BankAccount
from plugins.company.requisites import (
    Bik,
    Inn,
    Kpp,
    Ogrn,
    TnVed,
    account_is_right,
    correspondent_is_right,
    inn_is_right,
    ogrn_is_right,
)
from plugins.data_files import Record
from tests.company.records import ACCOUNT, said
from tests.language.tables import rows

CASES = rows(Path(__file__).with_name("requisites.txt"))
TYPES = {"inn": Inn, "ogrn": Ogrn, "kpp": Kpp, "bik": Bik, "tnved": TnVed}
DIGITS = "0123456789"


@pytest.mark.parametrize(("kind", "number", "verdict"), CASES, ids=["-".join(c) for c in CASES])
def test_a_number_of_the_table(kind: str, number: str, verdict: str) -> None:
    record = create_model("Requisite", __base__=Record, number=(TYPES[kind], ...))
    wrong = [f"number: expected {verdict}, got '{number}'"]

    assert ([] if verdict == "right" else wrong) == said(record, {"number": number})


@pytest.mark.parametrize("number", ["7700000009", "044525225"])
def test_outer_spaces_are_forgiven(number: str) -> None:
    kind = Inn if len(number) == 10 else Bik
    record = create_model("Requisite", __base__=Record, number=(kind, ...))

    assert said(record, {"number": f" {number} "}) == []


# --- What check digits promise ---


def digits(length: int) -> st.SearchStrategy[str]:
    return st.text(DIGITS, min_size=length, max_size=length)


def completed(start: str, length: int) -> str:
    """The right INN that begins so."""
    for _ in range(length - len(start)):
        candidates = (start + digit for digit in DIGITS)
        start = next(c for c in candidates if len(c) < length - 1 or _fits(c, length))
    return start


def _fits(start: str, length: int) -> bool:
    """Whether the start of an INN can be completed to a right one of that length."""
    if len(start) == length:
        return inn_is_right(start)
    return any(inn_is_right(start + digit) for digit in DIGITS)


def changed(number: str, place: int, by: int) -> str:
    """The number with one digit changed."""
    digit = (int(number[place]) + by) % 10
    return f"{number[:place]}{digit}{number[place + 1 :]}"


PLACES, STEPS = st.integers(0, 19), st.integers(1, 9)


@given(digits(9))
def test_each_firm_has_exactly_one_right_inn(start: str) -> None:
    assert sum(inn_is_right(start + digit) for digit in DIGITS) == 1


@given(digits(10))
def test_each_person_has_exactly_one_right_inn(start: str) -> None:
    right = [a + b for a in DIGITS for b in DIGITS if inn_is_right(start + a + b)]

    assert len(right) == 1


@given(digits(9), STEPS)
def test_a_wrong_check_digit_of_an_inn_is_refused(start: str, by: int) -> None:
    assert not inn_is_right(changed(completed(start, 10), 9, by))


@given(digits(9), st.integers(0, 8), STEPS)
def test_a_mistyped_digit_of_an_inn_changes_the_remainder(start: str, place: int, by: int) -> None:
    """Modulo 11 finds every mistyped digit but where remainders 0 and 10 share the digit 0."""
    number = completed(start, 10)
    if inn_is_right(changed(number, place, by)):
        assert number[-1] == "0"


@given(digits(12) | digits(14), STEPS)
def test_a_wrong_check_digit_of_an_ogrn_is_refused(start: str, by: int) -> None:
    number = next(start + digit for digit in DIGITS if ogrn_is_right(start + digit))

    assert not ogrn_is_right(changed(number, len(start), by))


@given(digits(12), st.integers(0, 11), STEPS)
def test_a_mistyped_digit_of_an_ogrn_changes_the_remainder(start: str, place: int, by: int) -> None:
    number = next(start + digit for digit in DIGITS if ogrn_is_right(start + digit))
    if ogrn_is_right(changed(number, place, by)):
        assert number[-1] == "0"


@given(digits(7), digits(19), PLACES, STEPS)
def test_any_mistyped_digit_of_an_account_is_refused(
    bank: str, start: str, place: int, by: int
) -> None:
    bik = f"04{bank}"
    account = next(start + digit for digit in DIGITS if account_is_right(bik, start + digit))

    assert not account_is_right(bik, changed(account, place, by))


@given(digits(7), digits(19), st.integers(6, 8), STEPS)
def test_an_account_does_not_fit_a_bik_with_another_end(
    bank: str, start: str, place: int, by: int
) -> None:
    bik = f"04{bank}"
    account = next(start + digit for digit in DIGITS if account_is_right(bik, start + digit))

    assert not account_is_right(changed(bik, place, by), account)


@given(digits(7), digits(19), PLACES, STEPS)
def test_any_mistyped_digit_of_a_correspondent_account_is_refused(
    bank: str, start: str, place: int, by: int
) -> None:
    bik = f"04{bank}"
    candidates = (start + digit for digit in DIGITS)
    account = next(a for a in candidates if correspondent_is_right(bik, a))

    assert not correspondent_is_right(bik, changed(account, place, by))


# --- Accounts of a bank ---


@pytest.mark.parametrize(
    ("changes", "complaints"),
    [
        ({}, []),
        (
            {"number": "40702810600000000002"},
            [
                "number: expected an account that fits the BIK (a digit is mistyped), "
                "got '40702810600000000002'"
            ],
        ),
        (
            {"number": "4070281060000000001"},
            ["number: expected 20 digits, got '4070281060000000001'"],
        ),
        (
            {"correspondent": "30101810500000000998"},
            [
                "correspondent: expected a correspondent account that fits the BIK, "
                "got '30101810500000000998'"
            ],
        ),
        (
            {"bik": "040000998"},
            [
                "number: expected an account that fits the BIK (a digit is mistyped), "
                "got '40702810600000000001'"
            ],
        ),
        ({"bik": "4"}, ["bik: expected 9 digits, the first of them 0, got '4'"]),
        (
            {"bik": "4", "number": "407"},
            [
                "bik: expected 9 digits, the first of them 0, got '4'",
                "number: expected 20 digits, got '407'",
            ],
        ),
    ],
)
def test_an_account_fits_its_bank(changes: dict[str, str], complaints: list[str]) -> None:
    assert complaints == said(BankAccount, ACCOUNT | changes)


def test_a_currency_may_be_written_small() -> None:
    assert BankAccount.model_validate(ACCOUNT | {"currency": "cny"}).currency == "CNY"
