"""From a link to a paid order: what each address of the stand-in answers to a buyer."""

from starlette.responses import RedirectResponse, Response

from plugins.checkout.links import PARAMETER
from plugins.payment_service import words
from plugins.payment_service.asked import SEE_OTHER, Asked, gone_back, lost, sent_back, shown
from plugins.payment_service.attribution import attribution
from plugins.payment_service.landing import SentBack, landed
from plugins.payment_service.orders import WAITING, Wish, minted, order_of
from plugins.payment_service.pages import page
from plugins.payment_service.payments import Ending, answered, settled


def offer(asked: Asked) -> Response:
    """The page that a link opens; it creates nothing."""
    token = asked.query[PARAMETER]
    landing = landed(asked.service, token)
    if isinstance(landing, SentBack):
        return sent_back(asked, landing)
    claims, merchant = landing.claims, landing.merchant
    values = {
        "claims": claims,
        "merchant": merchant,
        "name": asked.name(claims.issuer, claims.sku, claims.lang),
        "token": token,
        "visit": asked.service.draw(),
        "attribution": attribution(asked.query.multi_items()),
        "back": merchant.address + claims.page,
    }
    return shown(asked, page("offer", claims.lang, **values))


def confirm(asked: Asked) -> Response:
    """The buyer confirms: now there is an order, one however often this comes."""
    token, visit = asked.form.text(PARAMETER), asked.form.visit
    landing = landed(asked.service, token)
    if isinstance(landing, SentBack):
        return sent_back(asked, landing)
    quantity = asked.form.quantity(landing.claims.quantity)
    if not visit or quantity is None:
        return lost(asked, words.NOT_UNDERSTOOD, landing)
    wish = Wish(token, landing.claims, quantity, visit, attribution(asked.form.pairs))
    return RedirectResponse(f"/orders/{minted(asked.service, wish).number}", SEE_OTHER)


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
        "name": asked.name(found.site, found.sku, found.lang),
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
