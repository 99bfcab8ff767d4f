"""The product feed: what it says of goods, what it leaves out, and whatever names hold."""

from datetime import datetime
from decimal import Decimal
from typing import Any

import pytest
from lxml import etree

from plugins.discovery.offer_elements import LONGEST_ID, LONGEST_NAME, offer_id
from plugins.discovery.product_feed import Shop, category_id, product_feed
from plugins.documents.front_matter import MOSCOW
from tests.audit.subjects import ADDRESS
from tests.company.records import ROUTE, TEXT
from tests.discovery.feed_judge import grammar
from tests.discovery.product_examples import STOCK, offer

NOW = datetime(2026, 11, 22, 12, 30, 45, tzinfo=MOSCOW)
SHOP = Shop("Печь & Верстак", "ООО «Печь и Верстак»", ADDRESS)
HOSTILE = "</script> ]]> & \"Бриз\" 'x' <b> \x0b\x00 2 л"


def feed(*offers: Any) -> etree._Element:
    data = product_feed(SHOP, offers, NOW)
    assert grammar(data, "yml") == []
    return etree.fromstring(data)


def told(name: str, **changes: Any) -> list[str]:
    """The texts of an element of the only offer."""
    return [element.text or "" for element in feed(offer(**changes)).iterfind(f".//offer/{name}")]


def options(name: str, **changes: Any) -> list[tuple[str, str]]:
    found = feed(offer(**changes)).iterfind(f".//{name}-options/option")
    return [(option.get("days"), option.get("cost")) for option in found]


def route(**changes: Any) -> dict[str, Any]:
    return {**STOCK, **changes}


def test_the_shop_says_who_it_is() -> None:
    root = feed(offer())

    assert root.findtext("shop/name") == "Печь & Верстак"
    assert root.findtext("shop/company") == "ООО «Печь и Верстак»"
    assert root.findtext("shop/url") == ADDRESS
    assert root.find("shop/currencies/currency").attrib == {"id": "RUB", "rate": "1"}


def test_the_date_is_monday_of_this_week_or_the_day_of_later_facts() -> None:
    assert feed().get("date") == "2026-11-16T00:00:00+03:00"


def test_categories_are_a_tree_whose_numbers_stay() -> None:
    categories = feed(offer()).findall("shop/categories/category")

    assert [c.text for c in categories] == ["текст", "Печи"]
    assert categories[0].get("parentId") is None
    assert categories[1].get("parentId") == categories[0].get("id") == category_id("kitchen")
    assert told("categoryId") == [category_id("ovens")]


def test_an_offer_says_what_its_page_says() -> None:
    paper = {"name": TEXT, "number": "RU-1", "until": "2029-06-30"}
    ended = {"name": TEXT, "number": "RU-0", "until": "2026-11-21"}
    feature = {"name": {"ru": "Мощность", "en": "Power"}, "value": {"ru": "5 кВт", "en": "5 kW"}}
    found = feed(
        offer(
            price="12500.50",
            old_price="13000",
            certificates=[paper, ended],
            specification=[feature],
            pictures=("pictures/a.jpg", "pictures/b.png"),
        )
    ).find(".//offer")

    assert found is not None
    assert dict(found.attrib) == {"id": "PV-1", "available": "true"}
    assert [(e.tag, e.text) for e in found if len(e) == 0] == [
        ("name", "Печь"),
        ("url", f"{ADDRESS}/products/x/"),
        ("price", "12500.50"),
        ("oldprice", "13000"),
        ("currencyId", "RUB"),
        ("categoryId", category_id("ovens")),
        ("vendor", "Печь & Верстак"),
        ("vendorCode", "PV-1"),
        ("picture", f"{ADDRESS}/pictures/a.jpg"),
        ("picture", f"{ADDRESS}/pictures/b.png"),
        ("delivery", "true"),
        ("pickup", "true"),
        ("description", "Печь на 10 уровней."),
        ("param", "5 кВт"),
        ("certificate", "RU-1"),
        ("tn-ved-code", "8419818000"),
    ]
    assert found.find("param").get("name") == "Мощность"


def test_goods_of_another_maker_bear_its_name_and_no_number_of_ours() -> None:
    assert told("vendor", vendor="Завод & Ко") == ["Завод & Ко"]
    assert told("vendorCode", vendor="Завод & Ко") == []


@pytest.mark.parametrize(
    ("availability", "available"),
    [("in-stock", ["true"]), ("on-order", ["false"]), ("out-of-stock", [])],
)
def test_what_is_on_order_says_so_and_what_cannot_be_had_is_left_out(
    availability: str, available: list[str]
) -> None:
    found = feed(offer(availability=availability)).iter("offer")

    assert [each.get("available") for each in found] == available


@pytest.mark.parametrize("lacks", [{"pictures": ()}, {"description": " "}])
def test_goods_without_a_picture_or_a_description_are_left_out(lacks: dict[str, Any]) -> None:
    root = feed(offer(**lacks))

    assert list(root.iter("offer")) == []
    assert list(root.iter("category")) == []


def test_delivery_is_told_as_far_as_its_price_and_days_are_known() -> None:
    assert options("delivery") == [("1-3", "2900")]
    assert options("delivery", routes=(route(charge="0", days_from="2", days_to="2"),)) == [
        ("2", "0")
    ]
    assert options("delivery", routes=(route(charge="99.01"),)) == [("1-3", "100")]
    assert options("delivery", routes=(route(charge=None),)) == []
    assert options("delivery", routes=(route(days_to="31"),)) == [("1-31", "2900")]


def test_delivery_of_more_than_31_days_cannot_be_told_in_yml() -> None:
    by_rail = {**ROUTE, "days_from": "28", "days_to": "38", "charge": "0"}

    assert options("delivery", availability="on-order", routes=(by_rail,)) == []
    assert told("delivery", availability="on-order", routes=(by_rail,)) == []


def test_ways_of_delivery_differ_in_days_and_in_price_and_are_five_at_most() -> None:
    same_days, same_price = route(charge="100"), route(days_to="9")
    assert options("delivery", routes=(route(), same_days, same_price)) == [("1-3", "2900")]

    many = tuple(route(days_to=str(day), charge=str(day)) for day in range(3, 12))
    assert len(options("delivery", routes=many)) == 5


def test_goods_are_fetched_only_where_they_are() -> None:
    assert options("pickup") == [("0-1", "0")]
    assert told("pickup", availability="on-order") == []


def test_whatever_a_name_holds_the_feed_is_valid() -> None:
    feature = {"name": {"ru": HOSTILE, "en": "x"}, "value": {"ru": HOSTILE, "en": "x"}}
    hostile: dict[str, Any] = {
        "title": HOSTILE,
        "description": HOSTILE,
        "vendor": HOSTILE,
        "url": "products/печь & ко/",
        "specification": [feature],
    }

    (name,) = told("name", **hostile)
    assert name.startswith("</script> ]]> & ")
    assert told("url", **hostile) == [
        f"{ADDRESS}/products/%D0%BF%D0%B5%D1%87%D1%8C%20&%20%D0%BA%D0%BE/"
    ]


def test_a_long_name_ends_after_a_word() -> None:
    (name,) = told("name", title="печь " * 60)

    assert len(name) <= LONGEST_NAME
    assert name.endswith("печь…")


@pytest.mark.parametrize(
    ("sku", "expected"),
    [("PV-101", "PV-101"), ("a.b_c", "a.b_c"), ("A" * 20, "A" * 20)],
)
def test_a_sku_that_may_be_an_id_is_one(sku: str, expected: str) -> None:
    assert offer_id(sku) == expected


def test_other_skus_become_ids_that_differ() -> None:
    skus = ["ПВ-101", "ПВ-102", "A" * 21, "A" * 22, "a b", "a  b", "a/b", "-", "& <>"]
    ids = [offer_id(sku) for sku in skus]

    assert len(set(ids)) == len(skus)
    assert all(len(each) <= LONGEST_ID and each.isascii() for each in ids)
    assert ids == [offer_id(sku) for sku in skus]


def test_the_same_goods_give_the_same_bytes() -> None:
    assert product_feed(SHOP, [offer()], NOW) == product_feed(SHOP, [offer()], NOW)


@pytest.mark.parametrize("price", ["0.05", "1", "1234567.50"])
def test_prices_are_written_for_machines(price: str) -> None:
    (said,) = told("price", price=price)

    assert Decimal(said) == Decimal(price)
