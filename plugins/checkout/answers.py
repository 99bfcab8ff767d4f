"""What the payment service says back: with the buyer (a return) and by itself (a notice).

Both are signed by the service's own key, as links are by the site's; docs/checkout-contract.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self, TypeVar

from plugins.checkout.claims import CURRENCY, HOST, LANG, MOMENT, MOST_QUANTITY, PATH, SKU
from plugins.checkout.fields import Schema, one_of, read, text, whole, written
from plugins.checkout.jws import compact, opened
from plugins.checkout.keys import Keys, SigningKey
from plugins.checkout.refusals import Reason, Refused

# How a payment went, as the buyer comes back with it: a page of the site for each
OUTCOMES = ("success", "failure", "cancelled", "expired", "paid")
# What an order has become, as notices tell it
STATES = ("created", "paid", "failed", "cancelled", "refunded")
# Why a payment failed; empty where it did not, `other` for all that has no code
FAILURES = ("funds", "limit", "declined", "card", "confirmation", "bank", "timeout", "other")
# A return is looked at once, by the buyer who has just paid
LONGEST_RETURN = 86_400
LATEST = 2**31 - 1
# Price times quantity: still a whole number in every reader of JSON
MOST_TOTAL = 99_999_999_999 * MOST_QUANTITY
# Items of a cart, and what is told of them: sku and quantity, no sku twice
MOST_GOODS = 20
Goods = tuple[tuple[str, int], ...]
_NUMBER = text(r"[0-9A-Za-z][0-9A-Za-z-]{0,31}")
_NAME = text(r"[0-9A-Za-z_-]{16,64}")
_QUANTITY = whole(1, MOST_QUANTITY)


def _is_goods(value: Any) -> bool:
    """A list of pairs of sku and quantity, 1 to 20 of them, no sku twice."""
    if not isinstance(value, list | tuple) or not 1 <= len(value) <= MOST_GOODS:
        return False
    if not all(isinstance(pair, list | tuple) and len(pair) == 2 for pair in value):
        return False
    fit = all(SKU(sku) and _QUANTITY(quantity) for sku, quantity in value)
    return fit and len({sku for sku, _ in value}) == len(value)


_COMMON: Schema = {
    "iss": ("service", HOST),
    "aud": ("site", HOST),
    "o": ("order", _NUMBER),
    "r": ("reason", one_of("", *FAILURES)),
    "p": ("total", whole(1, MOST_TOTAL)),
    "c": ("currency", CURRENCY),
    "iat": ("issued", MOMENT),
}
# What was ordered: one product by its link, or a cart
_ONE: Schema = {"s": ("sku", SKU), "n": ("quantity", _QUANTITY)}
_CART: Schema = {"g": ("goods", _is_goods)}
_RETURN: Schema = {
    **_COMMON,
    "st": ("outcome", one_of(*OUTCOMES)),
    "u": ("page", PATH),
    "l": ("lang", LANG),
    "exp": ("expires", MOMENT),
}
_NOTICE: Schema = {
    **_COMMON,
    "id": ("id", _NAME),
    "q": ("sequence", whole(1, LATEST)),
    "st": ("state", one_of(*STATES)),
    "k": ("idempotency", _NAME),
}
_FAILED = ("failure", "failed")


@dataclass(frozen=True)
class Returned:
    """How the payment of an order went; `page` is that of the link, `total` in minor units.

    Of a cart `goods` says what was ordered, `sku` is empty and `quantity` 0.
    """

    service: str
    site: str
    order: str
    outcome: str
    reason: str
    sku: str
    quantity: int
    total: int
    currency: str
    page: str
    lang: str
    issued: int
    expires: int
    goods: Goods = ()

    @property
    def payload(self) -> dict[str, object]:
        """Under the short names."""
        return written(self, _ordered(_RETURN, cart=bool(self.goods)))

    @classmethod
    def of(cls, payload: Mapping[str, Any]) -> Self:
        """The return of a payload; ValueError for anything that is not exactly one."""
        found = read(cls, _ordered(_RETURN, cart="g" in payload), payload, _NOTHING)
        lives = found.issued < found.expires <= found.issued + LONGEST_RETURN
        if not lives or (found.outcome in _FAILED) != bool(found.reason):
            raise ValueError
        return found


@dataclass(frozen=True)
class Notice:
    """What has become of an order.

    `id` names this notice: the same comes again until it is answered. `sequence` counts the
    notices of an order from 1; they may come out of order, the highest is true. Of a cart
    `goods` says what was ordered, `sku` is empty and `quantity` 0.
    """

    service: str
    site: str
    id: str
    order: str
    sequence: int
    state: str
    reason: str
    sku: str
    quantity: int
    total: int
    currency: str
    idempotency: str
    issued: int
    goods: Goods = ()

    @property
    def payload(self) -> dict[str, object]:
        """Under the short names."""
        return written(self, _ordered(_NOTICE, cart=bool(self.goods)))

    @classmethod
    def of(cls, payload: Mapping[str, Any]) -> Self:
        """The notice of a payload; ValueError for anything that is not exactly one."""
        found = read(cls, _ordered(_NOTICE, cart="g" in payload), payload, _NOTHING)
        if (found.state in _FAILED) != bool(found.reason):
            raise ValueError
        return found


_NOTHING: Mapping[str, object] = {"sku": "", "quantity": 0}
A = TypeVar("A", Returned, Notice)


def signed_answer(answer: Returned | Notice, key: SigningKey) -> str:
    """The token of an answer. Raises ValueError for one that no site would accept."""
    return compact(type(answer).of(answer.payload).payload, key)


def returned(token: str, keys: Keys, parties: tuple[str, str], now: datetime) -> Returned:
    """What a buyer came back with; `parties` are service and site. Raises Refused."""
    found = _read(Returned, token, keys, parties)
    moment = now.timestamp()
    if moment < found.issued:
        raise Refused(Reason.NOT_YET)
    if moment >= found.expires:
        raise Refused(Reason.EXPIRED)
    return found


def noticed(token: str, keys: Keys, parties: tuple[str, str]) -> Notice:
    """What the service says of an order; `parties` are service and site. Raises Refused.

    A notice never expires: one that could not be delivered for a week is as true as before.
    """
    return _read(Notice, token, keys, parties)


def news(notice: Notice, known: int) -> bool:
    """Whether a notice says more than the one with the highest sequence known of its order."""
    return notice.sequence > known


def _ordered(schema: Schema, *, cart: bool) -> Schema:
    return {**schema, **(_CART if cart else _ONE)}


def _read(kind: type[A], token: str, keys: Keys, parties: tuple[str, str]) -> A:
    try:
        found = kind.of(opened(token, keys))
    except ValueError:
        raise Refused(Reason.CLAIMS) from None
    if (found.service, found.site) != parties:
        raise Refused(Reason.AUDIENCE)
    return found
