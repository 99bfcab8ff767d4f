"""Which ways fit a sum, what their limits are in words, and what to do above them."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from plugins.checkout.ways import fee_words, fitting, hints, limit_words, parts_of
from plugins.company.payments import Way
from tests.company.records import WAY

DAY = date(2026, 11, 22)


def text(ru: str) -> dict[str, str]:
    return {"ru": ru, "en": ru}


def way(key: str, **changes: Any) -> Way:
    plain = {"key": key, "name": text(key), "least": None, "most": None}
    return Way.model_validate(WAY | plain | changes)


INVOICE = way("счёт", kind="invoice", who=["company"])
SBP = way("сбп", name={"ru": "СБП", "en": "SBP"}, least="1", most="700000", order="-1")
QIWI = way("qiwi", kind="qiwi", most="15000", monthly="600000")
WALLET = way("кошелёк", most="15000", monthly="40000")
DOLLARS = way(
    "wm", kind="webmoney", webmoney={"purse": "Z123456789012"}, currencies=["USD"], most="100"
)
ALL = (INVOICE, SBP, QIWI, WALLET, DOLLARS)


def keys(amount: str, seller: str = "RU", day: date = DAY) -> list[str]:
    return [found.key for found in fitting(ALL, Decimal(amount), seller, day)]


@pytest.mark.parametrize(
    ("amount", "fit"),
    [
        ("0.5", ["счёт", "кошелёк"]),
        ("15000", ["сбп", "счёт", "кошелёк"]),
        ("15000.01", ["сбп", "счёт"]),
        ("700000", ["сбп", "счёт"]),
        ("700001", ["счёт"]),
        ("1000000000000", ["счёт"]),
        ("0", []),
        ("-1", []),
        ("NaN", []),
        ("Infinity", []),
    ],
)
def test_ways_by_their_bounds_in_order_of_preference(amount: str, fit: list[str]) -> None:
    assert keys(amount) == fit


def test_what_has_ended_is_offered_before_its_end_only() -> None:
    assert "qiwi" in keys("15000", day=date(2024, 2, 20))
    assert "qiwi" not in keys("15000", day=date(2024, 2, 21))


def test_a_seller_in_the_union_has_neither_mir_nor_sbp() -> None:
    assert keys("900", "FR") == ["счёт", "кошелёк"]
    assert keys("900", "KZ") == ["сбп", "счёт", "кошелёк"]


@pytest.mark.parametrize(
    ("changes", "ru", "en"),
    [
        ({"most": "15000"}, "до 15 000 ₽ за платёж", "up to ₽15,000 a payment"),
        ({"least": "1", "most": "15000"}, "до 15 000 ₽ за платёж", "up to ₽15,000 a payment"),
        (
            {"least": "100", "most": "15000"},
            "от 100 ₽ до 15 000 ₽ за платёж",
            "₽100 to ₽15,000 a payment",
        ),
        ({"least": "100.50"}, "от 100,50 ₽ за платёж", "from ₽100.50 a payment"),
        (
            {"most": "15000", "monthly": "600000"},
            "до 15 000 ₽ за платёж, до 600 000 ₽ в месяц",
            "up to ₽15,000 a payment, up to ₽600,000 a month",
        ),
        ({"monthly": "600000"}, "до 600 000 ₽ в месяц", "up to ₽600,000 a month"),
    ],
)
def test_limits_in_words(changes: dict[str, str], ru: str, en: str) -> None:
    said = limit_words(way("x", **changes))

    assert said is not None
    assert said.in_language("ru").replace("\u00a0", " ") == ru
    assert said.in_language("en") == en


def test_no_words_without_bounds_or_in_other_currencies() -> None:
    assert limit_words(INVOICE) is None
    assert limit_words(DOLLARS) is None


@pytest.mark.parametrize(
    ("fee", "said"),
    [
        ({"percent": "0"}, "без комиссии"),
        ({"percent": "0.5"}, "комиссия 0,5 % — за наш счёт"),
        ({"percent": "3", "payer": "buyer"}, "комиссия 3 % сверху — за ваш счёт"),
    ],
)
def test_fees_in_words(fee: dict[str, str], said: str) -> None:
    found = fee_words(way("x", fee=fee))

    assert found is not None
    assert found.in_language("ru").replace("\u00a0", " ") == said
    assert fee_words(INVOICE) is None


def told(amount: str, *ways: Way) -> list[str]:
    found = hints(ways, Decimal(amount), "RU", DAY)
    return [hint.said.in_language("ru").replace("\u00a0", " ") for hint in found]


def test_too_large_a_sum_is_told_what_to_do() -> None:
    card = way("карта")
    assert told("1200000", SBP, card) == [
        "СБП: до 700 000 ₽ за платёж, а здесь больше. Заплатите иначе (карта) "
        "или попросите счета на 2 платежа."
    ]
    assert told("1200000", SBP) == [
        "СБП: до 700 000 ₽ за платёж, а здесь больше. "
        "Попросите счета на 2 платежа или один счёт на организацию."
    ]
    assert told("100000000", SBP, card) == [
        "СБП: до 700 000 ₽ за платёж, а здесь больше. Заплатите иначе: карта."
    ]
    assert told("100000000", SBP) == [
        "СБП: до 700 000 ₽ за платёж, а здесь больше. Попросите счёт: вместе найдём, как заплатить."
    ]


def test_a_buyer_is_not_sent_to_a_way_of_firms() -> None:
    (said,) = told("1200000", SBP, INVOICE)
    assert "счёт)" not in said


def test_nothing_is_told_where_everything_fits_or_has_ended() -> None:
    assert told("900", SBP, INVOICE, QIWI, DOLLARS) == []
    assert told("20000", QIWI, DOLLARS) == []


def test_a_sum_is_split_as_the_bounds_of_a_month_allow() -> None:
    assert parts_of(WALLET, Decimal(40000)) == 3
    assert parts_of(WALLET, Decimal(40001)) == 0
    assert parts_of(SBP, Decimal(2_800_000)) == 4
    assert parts_of(SBP, Decimal(2_800_001)) == 0
    assert parts_of(INVOICE, Decimal(5)) == 0
