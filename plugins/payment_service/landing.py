"""Links and carts as they come in: believed, or led back to where there are fresh ones.

Never a bare error.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from plugins.checkout.canonical import strict_base64url, strict_json
from plugins.checkout.carts import TOKEN, Cart, Line, Pair, cart_of, pairs_of
from plugins.checkout.claims import Claims
from plugins.checkout.refusals import Reason, Refused
from plugins.checkout.tokens import LONGEST, verified
from plugins.payment_service.merchants import Merchant
from plugins.payment_service.service import Service

CHANGED, UNAVAILABLE = "checkout-changed", "checkout-unavailable"
INVALID = "checkout-invalid"
Merchants = Mapping[str, Merchant]
# Links that are ours and come at the wrong time; whatever else is refused is not believed
_TIMELY = {Reason.EXPIRED: "checkout-expired", Reason.NOT_YET: "checkout-not-yet"}


@dataclass(frozen=True)
class Offer:
    """What is believed, and who sells it.

    `page` is where the buyer comes from, a path of the site. A link is offered as a cart of one;
    how many of it is for the buyer to say.
    """

    cart: Cart
    merchant: Merchant
    page: str

    @property
    def claims(self) -> Claims:
        """Of the first item: site, language and currency are those of all."""
        return self.cart.lines[0].claims

    @property
    def site(self) -> str:
        """The issuer."""
        return self.claims.issuer

    @property
    def lang(self) -> str:
        """The language in which it is offered."""
        return self.claims.lang

    @property
    def currency(self) -> str:
        """The currency of every price."""
        return self.claims.currency

    def of(self, quantity: int) -> "Offer":
        """A link, so many of it."""
        return replace(self, cart=Cart((Line(self.claims, quantity),), self.cart.late))


@dataclass(frozen=True)
class SentBack:
    """What is not: the address to go to, empty where not even a site is known."""

    address: str


def landed(service: Service, token: str) -> Offer | SentBack:
    """What a link comes to, by the steps of the contract and by the catalogue."""
    said, merchants = _unbelieved(token), service.merchants()
    merchant = _merchant(merchants, said)
    if merchant is None:
        return SentBack("")
    try:
        found = verified(token, merchant.keys, service.name, service.clock(), merchant.grace)
    except Refused as refused:
        sku, lang = str(said.get("s", "")), str(said.get("l", ""))
        return SentBack(f"{merchant.page_of(sku, lang)}#{_fragment(refused)}")
    claims = found.claims
    if wrong := _outdated(merchants, merchant, claims):
        return SentBack(f"{merchant.page_of(claims.sku, claims.lang)}#{wrong}")
    line = Line(claims, claims.quantity[0])
    return Offer(Cart((line,), found.late), merchant, claims.page)


def filled(service: Service, fields: Sequence[Pair], lang: str) -> Offer | SentBack:
    """What a form comes to: all of a cart, or the way back to its page."""
    said = _unbelieved(next((value for name, value in fields if name == TOKEN), ""))
    merchants = service.merchants()
    merchant = _merchant(merchants, said)
    if merchant is None:
        return SentBack("")
    back = merchant.address + merchant.cart_of(lang, str(said.get("l", "")))
    try:
        pairs = pairs_of(fields)
        cart = cart_of(pairs, merchant.keys, service.name, service.clock(), merchant.grace)
    except Refused as refused:
        return SentBack(f"{back}#{_fragment(refused)}")
    every = (_outdated(merchants, merchant, line.claims) for line in cart.lines)
    if wrong := next(filter(None, every), ""):
        return SentBack(f"{back}#{wrong}")
    return Offer(cart, merchant, merchant.cart_of(cart.lines[0].claims.lang))


def _merchant(merchants: Merchants, said: Mapping[str, Any]) -> Merchant | None:
    """The site that a link names, true or not; if there is one only, that."""
    return merchants.get(str(said.get("iss", ""))) or _only(merchants)


def _fragment(refused: Refused) -> str:
    return _TIMELY.get(refused.reason, INVALID)


def _outdated(merchants: Merchants, merchant: Merchant, claims: Claims) -> str:
    """Why a link that is genuine does not sell; empty where it does."""
    if merchants.get(claims.issuer) is not merchant:
        return INVALID
    item = merchant.catalogue.get(claims.sku)
    if item is None or not item.sold:
        return UNAVAILABLE
    promised = (claims.price, claims.currency, claims.version)
    return "" if promised == (item.price, item.currency, item.version) else CHANGED


def _unbelieved(token: str) -> Mapping[str, Any]:
    """What a token says, true or not: good enough to choose between our own pages."""
    parts = token.split(".") if len(token) <= LONGEST else []
    try:
        return strict_json(strict_base64url(parts[1]))
    except (ValueError, IndexError, RecursionError):
        return {}


def _only(merchants: Merchants) -> Merchant | None:
    return next(iter(merchants.values())) if len(merchants) == 1 else None
