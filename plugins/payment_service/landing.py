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

EXPIRED, CHANGED = "checkout-expired", "checkout-changed"
UNAVAILABLE, INVALID = "checkout-unavailable", "checkout-invalid"
_TIMELY = (Reason.EXPIRED, Reason.NOT_YET)


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
    now, grace = service.clock(), merchant.grace
    try:
        claims = verified(token, merchant.keys, service.name, now, grace).claims
    except Refused as refused:
        fragment = EXPIRED if refused.reason in _TIMELY else INVALID
        return _sent_back(merchant, str(said.get("s", "")), str(said.get("l", "")), fragment)
    wrong = INVALID if merchants.get(claims.issuer) is not merchant else _outdated(merchant, claims)
    if wrong:
        return _sent_back(merchant, claims.sku, claims.lang, wrong)
    return Offer(claims, merchant)


def _sent_back(merchant: Merchant, sku: str, lang: str, fragment: str) -> SentBack:
    """To the registered page of a product: whatever a link says, it leads to no other site."""
    return SentBack(f"{merchant.page_of(sku, lang)}#{fragment}")


def _outdated(merchant: Merchant, claims: Claims) -> str:
    """Why a link that is genuine does not sell; empty where it does."""
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


def _only(merchants: Mapping[str, Merchant]) -> Merchant | None:
    return next(iter(merchants.values())) if len(merchants) == 1 else None
