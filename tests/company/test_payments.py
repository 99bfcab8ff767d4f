"""Ways to pay: settings by each provider's rules, bounds that agree, systems that have ended."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from plugins.company import Payments, Rate
from plugins.company.pay_settings import Robokassa, SbpLink, WebMoney, YooMoney
from plugins.company.pay_systems import EU
from plugins.company.payments import Way
from tests.company.records import TEXT, WAY, Values, said

DAY = date(2026, 11, 22)
BANK = "https://qr.nspk.ru/AS10003P3RH0LJ2A9ROO038L6NT5RU1M?type=01&bank=000000000001"
FREE = {**WAY, "least": None, "most": None}
LIMIT = {"ru": "от 1 до 700 000 ₽ за раз", "en": "₽1 to ₽700,000 at a time"}
SETTINGS: dict[str, Values] = {
    "yoomoney": {"yoomoney": {"wallet": "410011234567890"}},
    "robokassa": {"robokassa": {"login": "kettles", "hash": "sha256"}},
    "webmoney": {"webmoney": {"purse": "Z123456789012"}, "currencies": ["USD"]},
    "sbp-link": {"sbp_link": {"url": f"{BANK}&crc=F3D0"}},
    "invoice": {},
    "service": {},
}


def way(**changes: Any) -> Way:
    return Way.model_validate(WAY | changes)


@pytest.mark.parametrize("kind", SETTINGS)
def test_each_kind_has_its_settings_and_no_others(kind: str) -> None:
    right = WAY | {"kind": kind} | SETTINGS[kind]
    assert said(Way, right) == []

    block = next(iter(SETTINGS[kind]), "")
    if block:
        without = {name: value for name, value in right.items() if name != block}
        assert (
            said(Way, without)[0] == f"{block}: expected the settings of kind {kind}, got nothing"
        )
    other = "robokassa" if kind == "yoomoney" else "yoomoney"
    assert f"{other}: expected no settings of another kind than {kind}" in " ".join(
        said(Way, right | SETTINGS[other] | {"currencies": right.get("currencies", ["RUB"])})
    )


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"least": "0"}, "least: expected more than 0, got '0'"),
        ({"least": "-1"}, "least: expected more than 0, got '-1'"),
        ({"most": "0.001"}, "most: expected a number such as 12500.00, got '0.001'"),
        ({"most": "1000000000000"}, "most: expected a number such as 12500.00, "),
        ({"most": "NaN"}, "most: expected a number such as 12500.00, got 'NaN'"),
        ({"most": "много"}, "most: expected a number such as 12500.00, got 'много'"),
        ({"least": "5", "most": "4"}, "most: expected at least least (5), got '4'"),
        ({"monthly": "600000"}, "monthly: expected at least what one payment may be (700000), "),
        ({"since": "2026-02-01", "until": "2026-01-31"}, "until: expected a day not before since"),
        ({"currencies": ["RUR1"]}, "currencies[1]: expected a currency of ISO 4217, such as CNY"),
        ({"countries": ["Россия"]}, "countries[1]: expected two capital letters of ISO 3166-1"),
        ({"fee": {"percent": "101"}}, "fee.percent: expected at most 100, got '101'"),
        (
            {"kind": "invoice", "currencies": ["CNY"]},
            "currencies: expected RUB alone, as this kind takes, got 'CNY'",
        ),
        (
            {"kind": "qiwi", "most": "60000", "limit": TEXT},
            "most: expected at most 15000, the limit that the system had, got '60000'",
        ),
        (
            {"kind": "qiwi", "most": "15000", "monthly": "700000", "limit": TEXT},
            "monthly: expected at most 600000, the limit that the system had, got '700000'",
        ),
        (
            {"limit": LIMIT | {"ru": "до 15 000 ₽"}},
            "limit.ru: expected the sums of least, most and monthly only (1, 700000), got '15 000'",
        ),
        ({"limit": LIMIT | {"en": "up to ₽70,000"}}, "limit.en: expected the sums of least, most"),
    ],
)
def test_what_is_said_of_a_wrong_way(changes: Values, complaint: str) -> None:
    (found,) = said(Way, WAY | {"limit": LIMIT} | changes)

    assert found.startswith(complaint)


def test_a_wrong_way_is_named_with_its_place_in_the_list() -> None:
    ways = [WAY, WAY | {"key": "b", "kind": "yoomoney"}]
    values = {"checked": "2026-11-14", "evidence": TEXT, "ways": ways}

    assert said(Payments, values) == [
        "ways[2].yoomoney: expected the settings of kind yoomoney, got nothing"
    ]


@pytest.mark.parametrize("currencies", [["RUB"], ["CNY", "CNY"]])
def test_currencies_beside_roubles(currencies: list[str]) -> None:
    values = {"checked": "2026-11-14", "evidence": TEXT, "ways": [WAY], "currencies": currencies}

    assert said(Payments, values)[0].startswith("currencies: expected other currencies than RUB")


# --- Settings of providers ---


@pytest.mark.parametrize(
    ("record", "values", "complaint"),
    [
        (YooMoney, {"wallet": "79991234567"}, "wallet: expected a wallet number of 11 to 20"),
        (Robokassa, {"login": "кеттлс", "hash": "md5"}, "login: expected the shop's login of"),
        (Robokassa, {"login": "a", "hash": "sha3"}, "hash: expected one of md5, ripemd160, "),
        (Robokassa, {"login": "a", "hash": "md5", "tax": "22%"}, "tax: expected none, or vat20"),
        (Robokassa, {"login": "a", "hash": "md5", "sno": "osn"}, "sno: expected tax beside it"),
        (
            WebMoney,
            {"purse": "R123456789012"},
            "purse: expected a purse that exists (Z or E ",
        ),
        (
            WebMoney,
            {"purse": "P123456789012"},
            "purse: expected a purse that exists (Z or E ",
        ),
        (WebMoney, {"purse": "Z12345"}, "purse: expected Z (dollars) or E (euros) and 12 digits"),
    ],
)
def test_wrong_settings_of_a_provider(record: Any, values: Values, complaint: str) -> None:
    assert said(record, values)[0].startswith(complaint)


@pytest.mark.parametrize(
    ("url", "right"),
    [
        (f"{BANK}&crc=F3D0", True),
        (f"{BANK}&sum=28900000&cur=RUB&crc=F3D0", True),
        (BANK, False),
        (f"{BANK}&crc=F3D0#x", False),
        (f"{BANK}&crc=ZZZZ", False),
        (f"{BANK}&sum=0&crc=F3D0", False),
        (f"{BANK}&sum=289000.00&crc=F3D0", False),
        (f"{BANK}&cur=USD&crc=F3D0", False),
        (f"{BANK}&crc=F3D0&crc=F3D1", False),
        (f"{BANK}&crc=F3D0".replace("https", "http"), False),
        (f"{BANK}&crc=F3D0".replace("nspk.ru", "nspk.ru.example"), False),
        (f"{BANK}&crc=F3D0".replace("qr.nspk.ru", "qr.nspk.ru@evil.example"), False),
        (f"{BANK}&crc=F3D0".replace("/AS1", "/BS1"), False),
        (f"{BANK}&crc=F3D0".replace("RU1M?", "?"), False),
        (f"{BANK}&crc=F3D0".replace("type=01", "type=02"), False),
        (f"{BANK}&crc=F3D0".replace("/AS", "/AD").replace("type=01", "type=02"), False),
    ],
)
def test_a_link_of_sbp_is_taken_as_the_bank_gave_it_or_not_at_all(url: str, right: bool) -> None:
    assert (said(SbpLink, {"url": url}) == []) is right


def test_a_link_with_a_sum_fits_that_sum_alone() -> None:
    link = way(**FREE, kind="sbp-link", sbp_link={"url": f"{BANK}&sum=150050&crc=F3D0"})

    assert link.takes(Decimal("1500.50"))
    assert not link.takes(Decimal("1500.51"))
    assert not link.takes(Decimal(15))


# --- Who may use what, and when ---


@pytest.mark.parametrize(
    "name",
    [
        {"key": "sbp"},
        {"key": "x", "through": ["sbp"]},
        {"key": "x", "name": {"ru": "Быстро через СБП", "en": "fast"}},
        {"key": "x", "name": {"ru": "Система быстрых платежей", "en": "fast"}},
        {"key": "x", "name": {"ru": "Карта «Мир»", "en": "card"}},
        {"key": "x", "name": {"ru": "картой Мир", "en": "card"}},
        {"key": "x", "name": {"ru": "карта", "en": "Mir card"}},
    ],
)
@pytest.mark.parametrize(("seller", "open_to"), [("DE", False), ("CN", True), ("RU", True)])
def test_a_seller_in_the_union_never_has_mir_or_sbp(
    name: Values, seller: str, open_to: bool
) -> None:
    assert way(**name).open_to(seller) is open_to


def test_the_union_has_twenty_seven_members_and_no_others() -> None:
    assert len(EU) == 27
    assert not {"GB", "CH", "NO", "RU", "CN"} & EU


def test_a_world_wide_name_is_no_mir() -> None:
    assert way(key="x", name={"ru": "Мировой перевод", "en": "Admirable"}).systems == frozenset()


@pytest.mark.parametrize(
    ("changes", "day", "alive"),
    [
        ({"kind": "qiwi", "most": "15000"}, "2024-02-20", True),
        ({"kind": "qiwi", "most": "15000"}, "2024-02-21", False),
        ({"kind": "qiwi", "most": "15000", "until": "2030-01-01"}, "2026-11-22", False),
        ({"kind": "rbk-money"}, "2018-08-31", False),
        ({"since": "2026-12-01"}, "2026-11-30", False),
        ({"since": "2026-12-01"}, "2026-12-01", True),
        ({"until": "2026-12-01"}, "2026-12-01", True),
        ({"until": "2026-12-01"}, "2026-12-02", False),
    ],
)
def test_a_way_lives_between_its_days_and_no_longer_than_its_system(
    changes: Values, day: str, alive: bool
) -> None:
    assert way(**changes).alive(date.fromisoformat(day)) is alive


# --- Rates ---

RATE = {"date": "2026-11-21", "source": "Банк", "currency": "CNY", "nominal": "10", "rate": "57.5"}


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"rate": "0"}, "rate: expected more than 0, got '0'"),
        ({"rate": "-3"}, "rate: expected more than 0, got '-3'"),
        ({"rate": "57,5"}, "rate: expected a number such as 12500.00, got '57,5'"),
        ({"nominal": "0"}, "nominal: expected at least 1, got '0'"),
        ({"currency": "XYZ"}, "currency: expected a currency of ISO 4217, such as CNY or USD"),
        ({"date": "21.11.2026"}, "date: expected a date such as 2026-11-22, got '21.11.2026'"),
    ],
)
def test_a_wrong_rate(changes: Values, complaint: str) -> None:
    (found,) = said(Rate, RATE | changes)

    assert found.startswith(complaint)


def test_a_rate_counts_its_nominal_and_grows_old_in_a_month() -> None:
    rate = Rate.model_validate(RATE)

    assert rate.bought_for(Decimal(575)) == 100
    assert not rate.is_old(date(2026, 12, 22))
    assert rate.is_old(date(2026, 12, 23))
