"""Where a buyer goes back to, and what the site is told on the way: signed, for an hour."""

from datetime import timedelta

from plugins.checkout.answers import Returned, signed_answer
from plugins.payment_service.merchants import Merchant
from plugins.payment_service.orders import Order
from plugins.payment_service.payments import Ending
from plugins.payment_service.service import Service

PARAMETER = "r"
LIVES = timedelta(hours=1)


def return_address(service: Service, merchant: Merchant, order: Order, ending: Ending) -> str:
    """The return page of an ending; the code of a failure is its fragment, for want of script."""
    sku, quantity, goods = order.named
    page = merchant.return_to(order.lang, ending.outcome, sku)
    said = Returned(
        service=service.name,
        site=order.site,
        order=order.number,
        outcome=ending.outcome,
        reason=ending.reason,
        sku=sku,
        quantity=quantity,
        total=order.total,
        currency=order.currency,
        page=order.page,
        lang=order.lang,
        issued=service.moment,
        expires=service.moment + int(LIVES.total_seconds()),
        goods=goods,
    )
    fragment = f"#{ending.reason}" if ending.reason else ""
    return f"{page}?{PARAMETER}={signed_answer(said, service.key)}{fragment}"
