"""What a product costs, whether it can be had, how it comes and how it goes back."""

from plugins.company import Offered
from plugins.company.offered import plain_amount
from plugins.structured_data.node import Node, node, reference
from plugins.structured_data.page import Page
from plugins.structured_data.returns import return_policy
from plugins.structured_data.shipping import shipping


def offer(page: Page, offered: Offered, seller: Node) -> Node:
    """The offer of a product: one price, for one unit, with VAT."""
    return node(
        "Offer",
        page.identity("offer"),
        url=offered.url,
        price=offered.price_text,
        priceCurrency=offered.currency,
        priceSpecification=_price_before(offered),
        availability=offered.schema_availability,
        priceValidUntil=offered.until and offered.until.isoformat(),
        seller=reference(seller),
        shippingDetails=[shipping(page, route) for route in offered.routes],
        hasMerchantReturnPolicy=return_policy(page),
    )


def _price_before(offered: Offered) -> Node | None:
    """The price that is struck out, where there is one."""
    if offered.old_price is None:
        return None
    return node(
        "UnitPriceSpecification",
        priceType="https://schema.org/StrikethroughPrice",
        price=plain_amount(offered.old_price),
        priceCurrency=offered.currency,
    )
