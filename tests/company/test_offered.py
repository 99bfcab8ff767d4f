"""The facts of a product, from which page, microdata, JSON-LD and product feed are made."""

from decimal import Decimal
from typing import Any

import pytest

from plugins.company import Delivery, Products
from plugins.company.offered import Offered, offered
from tests.company.records import GROUP, PRODUCT, ROUTE, TEXT
from tests.documents.examples import document

ADDRESS = "https://example.com"
PICKUP = {"days_from": "0", "days_to": "1"}


def offer(changes: dict[str, Any], sku: str = "PV-1") -> Offered | None:
    groups = [GROUP, {"key": "ovens", "name": TEXT, "parent": "kitchen"}]
    products = Products.model_validate(
        {"groups": groups, "products": [PRODUCT | {"group": "ovens"} | changes]}
    )
    routes = [ROUTE | {"mode": mode} for mode in ("warehouse", "air", "rail")]
    delivery = Delivery.model_validate(
        {"checked": "2026-11-14", "evidence": TEXT, "routes": routes, "pickup": PICKUP}
    )
    page = document("ru/products/x.md", product=sku, url="products/x/", kind="product")
    return offered(page, products, delivery, ADDRESS, lambda _: ("pictures/a.jpg",))


def test_addresses_are_whole() -> None:
    found = offer({})
    assert found is not None

    assert found.url == "https://example.com/products/x/"
    assert found.pictures == ("https://example.com/pictures/a.jpg",)
    assert (found.price, found.currency) == (Decimal("12500.00"), "RUB")
    assert [group.key for group in found.groups] == ["kitchen", "ovens"]


@pytest.mark.parametrize(
    ("availability", "modes", "fetched"),
    [
        ("in-stock", ["warehouse"], True),
        ("on-order", ["air", "rail"], False),
        ("out-of-stock", [], False),
    ],
)
def test_what_is_in_stock_comes_from_the_warehouse(
    availability: str, modes: list[str], fetched: bool
) -> None:
    found = offer({"availability": availability})
    assert found is not None

    assert [route.mode for route in found.routes] == modes
    assert (found.pickup is not None) is fetched


def test_a_document_of_no_product_offers_nothing() -> None:
    assert offer({}, sku="PV-2") is None
