"""Goods as their page shows them."""

from collections.abc import Iterator

from plugins.company import Offered, brand_of
from plugins.language.messages import message
from plugins.structured_data.node import Node, node
from plugins.structured_data.offer import offer
from plugins.structured_data.page import Page

CUSTOMS_CODE = message("Customs code (TN VED)")


def product(page: Page, offered: Offered, firm: Node) -> Node:
    """A product with its one offer."""
    brand = brand_of(offered.product, page.facts.company, page.lang)
    return node(
        "Product",
        page.identity("product"),
        url=offered.url,
        name=page.words(offered.name),
        description=page.words(offered.description),
        sku=offered.sku,
        image=list(offered.pictures),
        brand=node("Brand", name=page.words(brand)),
        additionalProperty=list(_specification(page, offered)),
        offers=offer(page, offered, firm),
    )


def _specification(page: Page, offered: Offered) -> Iterator[Node]:
    """The lines of the table of the page."""
    for line in offered.product.specification:
        yield node("PropertyValue", name=page.said(line.name), value=page.said(line.value))
    name = page.words(CUSTOMS_CODE.in_language(page.lang))
    yield node("PropertyValue", name=name, value=offered.product.tnved)
