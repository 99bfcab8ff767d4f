"""From an order to its end: what each page answers to a buyer who pays."""

from starlette.responses import RedirectResponse, Response

from plugins.payment_service import words
from plugins.payment_service.asked import SEE_OTHER, Asked, gone_back, lost, shown
from plugins.payment_service.orders import WAITING, order_of
from plugins.payment_service.pages import page
from plugins.payment_service.payments import Ending, answered, settled


def order(asked: Asked) -> Response:
    """An order: what it comes to, and the choice of its end."""
    found = order_of(asked.service, asked.number)
    if found is None:
        return lost(asked, words.NO_ORDER)
    if found.state == WAITING:
        return RedirectResponse(f"/orders/{found.number}/wait", SEE_OTHER)
    seller = asked.seller(found.site)
    values = {
        "order": found,
        "names": [asked.name(found.site, line.sku, found.lang) for line in found.lines],
        "visit": asked.service.draw(),
        "ways": words.spoken(words.WAYS, found.lang),
        "answers": words.spoken(words.ANSWERS, found.lang),
        "back": (seller.address if seller else "") + found.page,
    }
    return shown(asked, page("order", found.lang, **values))


def pay(asked: Asked) -> Response:
    """The button: the same press, however often it comes, ends once and in the same way."""
    found = order_of(asked.service, asked.number)
    if found is None:
        return lost(asked, words.NO_ORDER)
    payment = asked.form.payment(words.WAYS, words.ANSWERS)
    if payment is None:
        return lost(asked, words.NOT_UNDERSTOOD)
    return gone_back(asked, found, settled(asked.service, found.number, payment))


def wait(asked: Asked) -> Response:
    """While a bank is slow: a page that asks again; then back to the site."""
    found = answered(asked.service, asked.number)
    if found is None:
        return lost(asked, words.NO_ORDER)
    if found.state == WAITING:
        return shown(asked, page("waiting", found.lang, order=found))
    if found.state == "paid":
        return gone_back(asked, found, Ending("success"))
    return RedirectResponse(f"/orders/{found.number}", SEE_OTHER)
