"""Amounts become whole minor units or nothing at all; versions change with the price."""

from datetime import date
from decimal import Decimal

import pytest

from plugins.checkout.amounts import minor_units, price_version


@pytest.mark.parametrize(
    ("amount", "units"),
    [("2990", 299000), ("0.05", 5), ("1234567.50", 123456750), ("999999999.99", 99999999999)],
)
def test_kopecks(amount: str, units: int) -> None:
    assert minor_units(Decimal(amount), "RUB") == units


@pytest.mark.parametrize("amount", ["0", "-1", "0.001", "1000000000", "1e12", "NaN", "Infinity"])
def test_what_cannot_be_charged_is_never_rounded(amount: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        minor_units(Decimal(amount), "RUB")


def test_a_currency_that_nobody_knows() -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        minor_units(Decimal(1), "XTS")


def test_the_version_is_of_price_currency_and_last_day() -> None:
    versions = {
        price_version("K-1", 299000, "RUB", None),
        price_version("K-1", 299001, "RUB", None),
        price_version("K-1", 299000, "CNY", None),
        price_version("K-1", 299000, "RUB", date(2026, 12, 31)),
        price_version("K-2", 299000, "RUB", None),
    }
    assert len(versions) == 5
    assert {len(version) for version in versions} == {8}
    assert price_version("K-1", 299000, "RUB", None) in versions
