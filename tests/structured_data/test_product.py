"""Goods: price, availability, how they come, how they go back."""

from typing import Any

import pytest

from plugins.documents import Document
from plugins.structured_data.graph import graph
from plugins.structured_data.node import node
from tests.documents.examples import document
from tests.structured_data.examples import PAGES, TERMS, offer_of, page


def goods(sku: str = "PV-1") -> Document:
    """The page of a product."""
    return document(
        "ru/products/x.md",
        kind="product",
        title="Печь",
        description="На 10 уровней.",
        url="products/x/",
        product=sku,
        template="product",
    )


def product(sku: str = "PV-1", **values: Any) -> dict[str, Any]:
    """What the graph of its page says of a product."""
    nodes = graph(page(goods(sku), **values))
    return next(each for each in nodes if each["@type"] == "Product")


def test_a_product_says_what_its_page_shows() -> None:
    found = product()

    assert (found["name"], found["sku"]) == ("Печь", "PV-1")
    assert found["url"] == "https://example.com/products/x/"
    assert found["image"] == ["https://example.com/pictures/a.jpg"]
    assert found["additionalProperty"] == [
        node("PropertyValue", name="Код ТН ВЭД", value="8419818000")
    ]


def test_without_a_maker_it_is_of_the_firms_own_brand() -> None:
    assert product("PV-1")["brand"]["name"] == "текст"
    assert product("PV-2")["brand"]["name"] == "Завод «Ёлка» & сыновья"


def test_an_offer_has_a_price_in_roubles_and_a_last_day() -> None:
    offer = product()["offers"]

    assert (offer["price"], offer["priceCurrency"]) == ("12500", "RUB")
    assert offer["priceValidUntil"] == "2027-01-31"
    assert offer["seller"] == {"@id": "https://example.com/#organization"}
    assert product("PV-3")["offers"]["price"] == "999999.99"


def test_a_price_before_is_struck_out() -> None:
    before = product()["offers"]["priceSpecification"]

    assert before["priceType"] == "https://schema.org/StrikethroughPrice"
    assert before["price"] == "13000"
    assert "priceSpecification" not in product("PV-2")["offers"]


@pytest.mark.parametrize(
    ("sku", "availability"),
    [("PV-1", "InStock"), ("PV-2", "BackOrder"), ("PV-3", "OutOfStock")],
)
def test_availability_is_one_of_schema_org(sku: str, availability: str) -> None:
    assert product(sku)["offers"]["availability"] == f"https://schema.org/{availability}"


def test_a_route_is_told_if_it_has_a_charge_and_regions() -> None:
    in_stock, on_order = (product(sku)["offers"]["shippingDetails"] for sku in ("PV-1", "PV-2"))

    assert [each["shippingRate"]["value"] for each in in_stock] == ["2900"]
    assert [each["shippingRate"]["value"] for each in on_order] == ["0"]
    assert in_stock[0]["shippingDestination"] == [
        {
            "@type": "DefinedRegion",
            "name": "текст",
            "addressCountry": "RU",
            "addressRegion": ["MOW", "MOS"],
        }
    ]
    assert "shippingDetails" not in product("PV-3")["offers"]


def test_the_days_of_a_route_are_those_before_and_after_it_leaves() -> None:
    (route,) = product("PV-2")["offers"]["shippingDetails"]
    time = route["deliveryTime"]

    assert (time["handlingTime"]["minValue"], time["handlingTime"]["maxValue"]) == (4, 5)
    assert (time["transitTime"]["minValue"], time["transitTime"]["maxValue"]) == (16, 20)


def test_a_route_without_stops_has_the_days_of_the_way_only() -> None:
    (route,) = product("PV-1")["offers"]["shippingDetails"]

    assert "handlingTime" not in route["deliveryTime"]
    assert route["deliveryTime"]["transitTime"]["maxValue"] == 25


def test_terms_of_return_are_those_of_the_site() -> None:
    policy = product()["offers"]["hasMerchantReturnPolicy"]

    assert policy["merchantReturnDays"] == 7
    assert policy["returnFees"] == "https://schema.org/ReturnFeesCustomerResponsibility"
    assert policy["returnMethod"] == [
        "https://schema.org/ReturnByMail",
        "https://schema.org/ReturnInStore",
    ]
    assert policy["merchantReturnLink"] == "https://example.com/returns/"


def test_terms_that_nobody_states_are_not_told() -> None:
    plain = TERMS.model_copy(update={"way_back": None, "ways": ()})

    assert "hasMerchantReturnPolicy" not in product(returns=None)["offers"]
    policy = product(returns=plain)["offers"]["hasMerchantReturnPolicy"]
    assert not {"returnFees", "returnMethod"} & policy.keys()


def test_a_product_without_a_picture_is_a_page() -> None:
    nodes = graph(page(goods(), offered=lambda here: offer_of(here, pictures=())))

    assert {each["@type"] for each in nodes} == {
        "WebPage",
        "BreadcrumbList",
        "WebSite",
        "Organization",
    }
    assert "mainEntity" not in nodes[0]


def test_a_page_of_no_product_offers_nothing() -> None:
    assert not any(each["@type"] == "Product" for each in graph(page(PAGES[1])))
