"""From a link or a cart to an order: what is shown, and what the buyer confirms."""

from collections.abc import Sequence

from starlette.responses import RedirectResponse, Response

from plugins.checkout.carts import TOKEN, pairs_of
from plugins.checkout.links import PARAMETER
from plugins.checkout.refusals import Refused
from plugins.payment_service import words
from plugins.payment_service.asked import SEE_OTHER, Asked, lost, sent_back, shown
from plugins.payment_service.attribution import attribution
from plugins.payment_service.landing import Offer, SentBack, filled, landed
from plugins.payment_service.orders import Attempt, Order, Wish, earlier, minted
from plugins.payment_service.pages import page


def offer(asked: Asked) -> Response:
    """The page that a link opens; it creates nothing."""
    token = _token(asked.query.getlist(PARAMETER))
    landing = landed(asked.service, token)
    if isinstance(landing, SentBack):
        return sent_back(asked, landing)
    attempt = Attempt(((token, str(landing.cart.lines[0].quantity)),), asked.service.draw(), False)
    return _offered(asked, landing, attempt, attribution(asked.query.multi_items()))


def offer_cart(asked: Asked) -> Response:
    """The page that a cart opens; it creates nothing, either."""
    landing = filled(asked.service, asked.form.pairs, asked.form.text("lang"))
    if isinstance(landing, SentBack):
        return sent_back(asked, landing)
    attempt = Attempt(pairs_of(asked.form.pairs), asked.service.draw(), True)
    return _offered(asked, landing, attempt, attribution(asked.form.pairs))


def confirm(asked: Asked) -> Response:
    """The buyer confirms a link: now there is an order, one however often this comes."""
    token, visit = _token(asked.form.every(TOKEN)), asked.form.visit
    attempt = Attempt(((token, asked.form.text("quantity")),), visit, False)
    if known := _known(asked, attempt):
        return _ordered(known)
    landing = landed(asked.service, token)
    if isinstance(landing, SentBack):
        return sent_back(asked, landing)
    quantity = asked.form.quantity(landing.claims.quantity)
    if not visit or quantity is None:
        return lost(asked, words.NOT_UNDERSTOOD, landing)
    return _confirmed(asked, landing.of(quantity), attempt)


def confirm_cart(asked: Asked) -> Response:
    """The buyer confirms a cart: one order for all of it."""
    fields, visit = asked.form.pairs, asked.form.visit
    try:
        attempt = Attempt(pairs_of(fields), visit, True)
    except Refused:
        attempt = Attempt((), "", True)
    if known := _known(asked, attempt):
        return _ordered(known)
    landing = filled(asked.service, fields, asked.form.text("lang"))
    if isinstance(landing, SentBack):
        return sent_back(asked, landing)
    if not visit:
        return lost(asked, words.NOT_UNDERSTOOD, landing)
    return _confirmed(asked, landing, attempt)


def _token(said: Sequence[str]) -> str:
    """Several of them make no link; what says nothing leads to all goods."""
    return said[0] if len(said) == 1 else ""


def _known(asked: Asked, attempt: Attempt) -> Order | None:
    """The order that this attempt has made, even if its links would be refused by now."""
    return earlier(asked.service, attempt, asked.form.email or "") if attempt.visit else None


def _confirmed(asked: Asked, landing: Offer, attempt: Attempt) -> Response:
    origin, email = attribution(asked.form.pairs), asked.form.email
    if email is None:
        return _offered(asked, landing, attempt, origin)
    return _ordered(minted(asked.service, Wish(attempt, landing, email, origin)))


def _ordered(order: Order) -> Response:
    return RedirectResponse(f"/orders/{order.number}", SEE_OTHER)


def _offered(asked: Asked, landing: Offer, attempt: Attempt, origin: dict[str, str]) -> Response:
    """The order page; again, with a word about it, if the e-mail was none."""
    wrong = asked.form.email is None
    values = {
        "offer": landing,
        "names": [asked.name(landing.site, sku, landing.lang) for sku, _ in landing.cart.goods],
        "attempt": attempt,
        "attribution": origin,
        "email": asked.form.text("email"),
        "wrong_email": wrong,
        "back": landing.merchant.address + landing.page,
    }
    name = "cart" if attempt.cart else "offer"
    return shown(asked, page(name, landing.lang, **values), 422 if wrong else 200)
