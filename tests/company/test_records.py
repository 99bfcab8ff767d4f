"""The firm, its goods, routes and promises: rules that a type alone cannot hold."""

from datetime import date
from typing import Any

import pytest
import yaml

from plugins.company import Company, Delivery, Products, Service
from plugins.company.company import Hours, Phone
from plugins.company.delivery import Route
from plugins.company.localized import Localized, in_language
from plugins.company.products import Product
from plugins.company.service import Answer
from plugins.data_files import read_yaml
from tests.company.records import ANSWER, COMPANY, GROUP, LEGAL, PHONE, PRODUCT, ROUTE, TEXT, said


@pytest.mark.parametrize(
    ("record", "values"),
    [(Company, COMPANY), (Product, PRODUCT), (Route, ROUTE), (Answer, ANSWER)],
)
def test_the_right_records_of_these_tests_are_right(record: Any, values: dict[str, Any]) -> None:
    assert said(record, values) == []


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        (
            {"site": "https://example.com/"},
            "site: expected an address such as https://example.com, "
            "without a slash at its end, got 'https://example.com/'",
        ),
        (
            {"site": "http://example.com"},
            "site: expected an address such as https://example.com, "
            "without a slash at its end, got 'http://example.com'",
        ),
        (
            {"email": "info"},
            "email: expected an e-mail address such as info@example.com, got 'info'",
        ),
        (
            {"jurisdiction": "Russia"},
            "jurisdiction: expected two capital letters of ISO 3166-1, "
            "such as RU or CN, got 'Russia'",
        ),
        ({"inn": "7700000008"}, "inn: expected an INN with right check digits, got '7700000008'"),
        ({"founded": "2021"}, "founded: expected a date such as 2026-11-22, got '2021'"),
        ({"brand": "Печь"}, "brand: expected keys with values, got 'Печь'"),
        ({"brand": {"ru": "Печь"}}, "brand.en: expected a value, got nothing"),
        ({"example": "perhaps"}, "example: expected true or false, got 'perhaps'"),
        (
            {"addresses": [{"kind": "shop", "postcode": "1", "text": TEXT}]},
            "addresses[1].kind: expected one of legal, office, warehouse, got 'shop'",
        ),
        (
            {"phones": [PHONE, PHONE | {"number": "8 (495) 000-00-10"}]},
            "phones[2].number: expected a number such as +74950000000 "
            "(plus and digits only, E.164), got '8 (495) 000-00-10'",
        ),
        ({"phones": []}, "phones: expected a list with at least one item, got a list"),
        ({"brand": {"ru": "", "en": "Oven"}}, "brand.ru: expected a text, got nothing"),
        ({"brand": {"ru": "Печь", "en": " "}}, "brand.en: expected a text, got ' '"),
        (
            {"addresses": [LEGAL | {"kind": "office"}]},
            "addresses: expected exactly one address with «kind: legal», got nothing",
        ),
        (
            {"addresses": []},
            "addresses: expected exactly one address with «kind: legal», got nothing",
        ),
        (
            {"addresses": [LEGAL, LEGAL | {"kind": "office"}, LEGAL]},
            "addresses[3].kind: expected office or warehouse, because a firm has one legal "
            "address, got 'legal'",
        ),
        ({"founded": "86400"}, "founded: expected a date such as 2026-11-22, got '86400'"),
        (
            {"checked": "2026-11-22T00:00"},
            "checked: expected a date such as 2026-11-22, got '2026-11-22T00:00'",
        ),
        ({"mail": "1"}, "mail: expected a known key, got 'mail'; did you mean email?"),
    ],
)
def test_what_is_said_of_a_wrong_company(changes: dict[str, Any], complaint: str) -> None:
    assert [complaint] == said(Company, COMPANY | changes)


@pytest.mark.parametrize(
    "number", ["+٧٤٩٥٠٠٠٠٠١٠", "+0495000010", "74950000010", "+7495", "+7 495"]
)
def test_a_number_that_no_phone_can_dial(number: str) -> None:
    assert len(said(Phone, PHONE | {"number": number})) == 1


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("+74950000010", "+7 495 000-00-10"),
        ("+78000000000", "+7 800 000-00-00"),
        ("+8675700000010", "+8675700000010"),
        ("+7495000001", "+7495000001"),
    ],
)
def test_a_phone_as_people_read_it(number: str, shown: str) -> None:
    phone = Phone(number=number, label=Localized(**TEXT))

    assert shown.replace(" ", "\u00a0") == phone.shown


HOURS = {"days": ["mon"], "opens": "09:00", "closes": "18:00"}


@pytest.mark.parametrize("zone", ["Moscow", "Europe", "Europe/Nowhere", "../localtime", "/etc"])
def test_a_time_zone_that_does_not_exist(zone: str) -> None:
    assert said(Hours, HOURS | {"zone": zone}) == [
        f"zone: expected a time zone such as Europe/Moscow, got '{zone}'"
    ]


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"closes": "09:00"}, "closes: expected a time after opens (09:00), got '09:00'"),
        ({"closes": "08:59"}, "closes: expected a time after opens (09:00), got '08:59'"),
        ({"opens": "09:00+03:00"}, "opens: expected a time such as 09:00, got '09:00+03:00'"),
        ({"opens": "32400"}, "opens: expected a time such as 09:00, got '32400'"),
        ({"days": []}, "days: expected a list with at least one item, got a list"),
    ],
)
def test_hours_that_cannot_be(changes: dict[str, Any], complaint: str) -> None:
    assert said(Hours, HOURS | changes) == [complaint]


def test_a_day_that_does_not_exist() -> None:
    assert said(Hours, HOURS | {"days": ["mon", "пн"]}) == [
        "days[2]: expected one of mon, tue, wed, thu, fri, sat, sun, got 'пн'"
    ]


# --- Texts in several languages ---


@pytest.mark.parametrize(
    ("lang", "text"), [("ru", "печь"), ("en", "oven"), ("de", "Ofen"), ("fr", "oven"), ("", "oven")]
)
def test_a_text_in_a_language_else_in_english(lang: str, text: str) -> None:
    found = Localized.model_validate({"ru": "печь", "en": "oven", "de": "Ofen"})

    assert text == found.in_language(lang) == in_language(found, lang)


@pytest.mark.parametrize("lang", ["copy", "in_language", "__class__"])
def test_a_language_is_never_a_part_of_the_program(lang: str) -> None:
    assert Localized(ru="печь", en="oven").in_language(lang) == "oven"


# --- Goods ---


@pytest.mark.parametrize(
    ("changes", "complaints"),
    [
        ({"old_price": "15000"}, []),
        ({"old_price": "12500"}, ["old_price: expected more than the price, got '12500'"]),
        ({"old_price": "1"}, ["old_price: expected more than the price, got '1'"]),
        ({"price": "0"}, ["price: expected more than 0, got '0'"]),
        (
            {"old_price": "15000.001"},
            ["old_price: expected a number such as 12500.00, got '15000.001'"],
        ),
        (
            {"old_price": "1234567890123456"},
            ["old_price: expected a number such as 12500.00, got '1234567890123456'"],
        ),
        (
            {"price": "-2", "old_price": "-1"},
            [
                "price: expected more than 0, got '-2'",
                "old_price: expected more than 0, got '-1'",
            ],
        ),
        ({"checked": "86400"}, ["checked: expected a date such as 2026-11-22, got '86400'"]),
        (
            {"certificates": [{"name": TEXT, "number": "1", "until": "86400"}]},
            ["certificates[1].until: expected a date such as 2026-11-22, got '86400'"],
        ),
        (
            {"price": "12 500", "old_price": "1"},
            ["price: expected a number such as 12500.00, got '12 500'"],
        ),
        ({"currency": "CNY"}, ["currency: expected one of RUB, got 'CNY'"]),
        (
            {"availability": "soon"},
            ["availability: expected one of in-stock, on-order, out-of-stock, got 'soon'"],
        ),
        ({"sku": ""}, ["sku: expected a text, got nothing"]),
        (
            {"certificates": [{"name": TEXT, "number": "1", "until": "2029"}]},
            ["certificates[1].until: expected a date such as 2026-11-22, got '2029'"],
        ),
    ],
)
def test_what_is_said_of_a_wrong_product(changes: dict[str, Any], complaints: list[str]) -> None:
    assert complaints == said(Product, PRODUCT | changes)


def test_each_sku_stands_once() -> None:
    products = [PRODUCT | {"sku": sku} for sku in ("B", "A", "B", "C", "A")]

    assert said(Products, {"groups": [GROUP], "products": products}) == [
        "products[3].sku: expected a sku that no product above has, got 'B'",
        "products[5].sku: expected a sku that no product above has, got 'A'",
    ]


def test_a_doubled_sku_is_reported_at_the_line_of_its_second_record() -> None:
    records = yaml.safe_dump([PRODUCT], allow_unicode=True)
    data = f"products:\n{records}{records}".encode()
    second = [n for n, line in enumerate(data.decode().splitlines(), 1) if "sku:" in line][1]
    problems = read_yaml(Products, "f", data)[1]

    assert [problem.line for problem in problems] == [second]


def test_products_are_found_by_their_sku_in_the_order_of_the_file() -> None:
    products = [PRODUCT | {"sku": sku} for sku in ("B", "A", "C")]
    found = Products.model_validate({"groups": [GROUP], "products": products})

    assert [(sku, product.sku) for sku, product in found.by_sku.items()] == [
        ("B", "B"),
        ("A", "A"),
        ("C", "C"),
    ]


# --- Routes and answers ---


@pytest.mark.parametrize(
    ("changes", "complaints"),
    [
        ({"days_from": "5", "days_to": "5"}, []),
        ({"days_to": "19"}, ["days_to: expected at least days_from (20), got '19'"]),
        ({"days_from": "-1"}, ["days_from: expected at least 0, got '-1'"]),
        ({"days_to": "366"}, ["days_to: expected at most 365, got '366'"]),
        ({"days_from": "ten"}, ["days_from: expected a whole number, got 'ten'"]),
        (
            {"mode": "train"},
            ["mode: expected one of warehouse, air, road, rail, sea, got 'train'"],
        ),
    ],
)
def test_what_is_said_of_a_wrong_route(changes: dict[str, str], complaints: list[str]) -> None:
    assert complaints == said(Route, ROUTE | changes)


def delivery(*routes: tuple[str, int, int]) -> Delivery:
    found = [Route.model_validate(ROUTE | dict(zip(KEYS, route, strict=True))) for route in routes]
    return Delivery(checked=date(2026, 11, 22), evidence=Localized(**TEXT), routes=tuple(found))


KEYS = ("mode", "days_from", "days_to")


@pytest.mark.parametrize(
    ("routes", "fastest"),
    [
        ([("sea", 30, 45), ("air", 7, 12), ("rail", 20, 25)], "air"),
        ([("warehouse", 1, 2), ("sea", 30, 45)], "sea"),
        ([("warehouse", 1, 2)], "warehouse"),
        ([("air", 8, 12), ("road", 7, 12)], "road"),
        ([("air", 7, 12), ("road", 7, 12)], "air"),
    ],
)
def test_the_fastest_route_comes_from_abroad(
    routes: list[tuple[str, int, int]], fastest: str
) -> None:
    assert fastest == delivery(*routes).fastest.mode


def test_there_is_a_route() -> None:
    values = {"checked": "2026-11-22", "evidence": TEXT, "routes": []}

    assert said(Delivery, values) == ["routes: expected a list with at least one item, got a list"]


@pytest.mark.parametrize(
    ("record", "values"),
    [
        (Delivery, {"evidence": TEXT, "routes": [ROUTE], "checked": "0"}),
        (Service, {"checked": "0"}),
        (Answer, ANSWER | {"checked": "0"}),
    ],
)
def test_a_bare_number_is_no_date(record: Any, values: dict[str, Any]) -> None:
    assert said(record, values) == ["checked: expected a date such as 2026-11-22, got '0'"]


def test_an_answer_answers_one_of_the_five_doubts() -> None:
    values = {"checked": "2026-11-22", "answers": [ANSWER, ANSWER | {"doubt": "price"}]}

    assert said(Service, values) == [
        "answers[2].doubt: expected one of pay, arrive, real, lawful, answer, got 'price'"
    ]


def test_a_seller_abroad_has_the_number_of_its_own_register() -> None:
    abroad = {k: v for k, v in COMPANY.items() if k not in {"inn", "ogrn", "kpp"}}
    abroad |= {"jurisdiction": "CN", "accounts": []}

    assert said(Company, abroad) == [
        "registration: expected the seller's number in the register of its country, got nothing"
    ]
    assert said(Company, abroad | {"registration": "91440600MA4UABCD1X"}) == []
    assert said(Company, {k: v for k, v in COMPANY.items() if k != "inn"}) == [
        "inn: expected a number, because the seller is Russian, got nothing"
    ]


def test_each_product_belongs_to_a_group_of_the_file() -> None:
    assert said(Products, {"groups": [GROUP], "products": [PRODUCT | {"group": "garden"}]}) == [
        "products[1].group: expected one of groups (kitchen), got 'garden'"
    ]


def test_groups_are_a_tree() -> None:
    groups = [
        GROUP | {"parent": "hall"},
        GROUP | {"key": "hall", "parent": "kitchen"},
        GROUP | {"key": "self", "parent": "self"},
    ]

    assert said(Products, {"groups": groups, "products": []}) == [
        "groups[1].parent: expected the key of a group above this one, got 'hall'",
        "groups[3].parent: expected the key of a group above this one, got 'self'",
    ]
