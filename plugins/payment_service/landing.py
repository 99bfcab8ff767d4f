"""Links as they come in: believed, or led back to where a fresh one is. Never a bare error."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from plugins.checkout.canonical import strict_base64url, strict_json
from plugins.checkout.claims import Claims
from plugins.checkout.refusals import Reason, Refused
from plugins.checkout.tokens import LONGEST, verified
from plugins.payment_service.merchants import Merchant
from plugins.payment_service.service import Service

EXPIRED, ALTERED, NEW_PRICE = "link-expired", "link-altered", "price-changed"
_TIMELY = (Reason.EXPIRED, Reason.UNKNOWN_KEY)


@dataclass(frozen=True)
class Offer:
    """A link that is believed, and who sells."""

    claims: Claims
    merchant: Merchant


@dataclass(frozen=True)
class SentBack:
    """A link that is not: the address to go to, empty where not even a site is known."""

    address: str


def landed(service: Service, token: str) -> Offer | SentBack:
    """What a link comes to, by the steps of the contract and by the catalogue."""
    merchants = service.merchants()
    said = _unbelieved(token)
    merchant = merchants.get(str(said.get("iss", ""))) or _only(merchants)
    if merchant is None:
        return SentBack("")
    try:
        claims = verified(token, merchant.keys, service.name, service.clock(), service.grace).claims
    except Refused as refused:
        anchor = EXPIRED if refused.reason in _TIMELY else ALTERED
        return _sent_back(merchant, str(said.get("s", "")), str(said.get("l", "")), anchor)
    if merchants.get(claims.issuer) is not merchant:
        return _sent_back(merchant, claims.sku, claims.lang, ALTERED)
    if not _holds(merchant, claims):
        return _sent_back(merchant, claims.sku, claims.lang, NEW_PRICE)
    return Offer(claims, merchant)


def _sent_back(merchant: Merchant, sku: str, lang: str, anchor: str) -> SentBack:
    """To the registered page of a product: whatever a link says, it leads to no other site."""
    return SentBack(f"{merchant.page_of(sku, lang)}#{anchor}")


def _holds(merchant: Merchant, claims: Claims) -> bool:
    item = merchant.catalogue.get(claims.sku)
    promised = (claims.price, claims.currency, claims.version)
    return item is not None and item.sold and promised == (item.price, item.currency, item.version)


def _unbelieved(token: str) -> Mapping[str, Any]:
    """What a token says, true or not: good enough to choose between our own pages."""
    parts = token.split(".") if len(token) <= LONGEST else []
    try:
        return strict_json(strict_base64url(parts[1]))
    except (ValueError, IndexError, RecursionError):
        return {}


def _only(merchants: Mapping[str, Merchant]) -> Merchant | None:
    return next(iter(merchants.values())) if len(merchants) == 1 else None
