"""Goods as `company.offered` tells them, changed as a test needs."""

from typing import Any

from plugins.company import Delivery, Products
from plugins.company.offered import Offered, offered
from tests.audit.subjects import ADDRESS, document
from tests.company.records import GROUP, PRODUCT, ROUTE, TEXT

GROUPS = [
    GROUP,
    {"key": "ovens", "name": {"ru": "Печи", "en": "Ovens"}, "parent": "kitchen"},
]
STOCK = {**ROUTE, "mode": "warehouse", "days_from": "1", "days_to": "3", "charge": "2900"}
PICKUP = {"days_from": "0", "days_to": "1"}
OF_PAGE = ("title", "description", "url")


def offer(
    *,
    pictures: tuple[str, ...] = ("pictures/oven.jpg",),
    routes: tuple[dict[str, Any], ...] = (STOCK,),
    **changes: Any,
) -> Offered:
    """A product in Russian: title, description and url are those of its page, else its record."""
    page = {
        "title": "Печь",
        "description": "Печь на 10 уровней.",
        "url": "products/x/",
        **{name: changes.pop(name) for name in OF_PAGE if name in changes},
    }
    record = PRODUCT | {"group": "ovens"} | changes
    products = Products.model_validate({"groups": GROUPS, "products": [record]})
    delivery = Delivery.model_validate(
        {"checked": "2026-11-14", "evidence": TEXT, "routes": list(routes), "pickup": PICKUP}
    )
    text = document("ru/products/x.md", kind="product", product=record["sku"], **page)
    found = offered(text, products, delivery, ADDRESS, lambda _: pictures)
    assert found is not None
    return found
