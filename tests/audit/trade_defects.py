"""Facts of trade with a fault for each check of it."""

from plugins.audit.trade import Trade
from plugins.company import Payments, Product, Rate
from tests.audit.subjects import document
from tests.company.records import PRODUCT, TEXT, WAY, Values

NAMED = {"ru": "КИВИ", "en": "QIWI"}
QIWI: Values = WAY | {"key": "qiwi", "kind": "qiwi", "name": NAMED, "most": "15000"}
DOCUMENTS = (
    document("ru/pages/cart.md", template="cart"),
    document("en/products/kettle.md", kind="product", product="K-1"),
)
PAGES = {"dead/index.html": '<a href="https://oplata.qiwi.com/create?amount=5">оплатить</a>'}


def trade(
    *ways: Values, currencies: tuple[str, ...] = (), rates: tuple[Values, ...] = (), price: str = ""
) -> Trade:
    """Facts of ways, rates by their changes, and one product, where it has a price."""
    values = {"checked": "2026-11-14", "evidence": TEXT, "ways": ways, "currencies": currencies}
    return Trade(
        Payments.model_validate(values),
        (Product.model_validate(PRODUCT | {"price": price}),) if price else (),
        tuple(Rate.model_validate(rate) for rate in rates),
    )


TRADE = trade(QIWI, currencies=("CNY",), price="12500")
