"""A cart as it is sent to the payment service: signed items and quantities, believed together.

The reference of section 9 of docs/checkout-contract.md.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from plugins.checkout.answers import MOST_GOODS, MOST_TOTAL, Goods
from plugins.checkout.claims import Claims
from plugins.checkout.keys import Keys
from plugins.checkout.refusals import Reason, Refused
from plugins.checkout.tokens import NO_GRACE, verified

TOKEN, QUANTITY = "t", "q"
_WHOLE = re.compile(r"[1-9][0-9]{0,2}")
Pair = tuple[str, str]


@dataclass(frozen=True)
class Line:
    """An item that can be believed, and how many of it."""

    claims: Claims
    quantity: int

    @property
    def total(self) -> int:
        """What they come to, in minor units."""
        return self.claims.price * self.quantity


@dataclass(frozen=True)
class Cart:
    """Items of one site and one currency, no sku twice; `late` if one of them has expired."""

    lines: tuple[Line, ...]
    late: bool = False

    @property
    def total(self) -> int:
        """What all of it comes to, in minor units."""
        return sum(line.total for line in self.lines)

    @property
    def goods(self) -> Goods:
        """Sku and quantity of each, in the order of the form."""
        return tuple((line.claims.sku, line.quantity) for line in self.lines)


def pairs_of(fields: Iterable[Pair]) -> tuple[Pair, ...]:
    """The first token with the first quantity, and so on; Refused where they do not fit."""
    said = tuple(fields)
    tokens = [value for name, value in said if name == TOKEN]
    quantities = [value for name, value in said if name == QUANTITY]
    if not 1 <= len(tokens) <= MOST_GOODS or len(tokens) != len(quantities):
        raise Refused(Reason.ITEMS)
    if not all(map(_WHOLE.fullmatch, quantities)):
        raise Refused(Reason.QUANTITY)
    return tuple(zip(tokens, quantities, strict=True))


def cart_of(
    pairs: Sequence[Pair], keys: Keys, audience: str, now: datetime, grace: timedelta = NO_GRACE
) -> Cart:
    """The cart of the pairs of a form; Refused where one thing in it cannot be believed."""
    found = [verified(token, keys, audience, now, grace) for token, _ in pairs]
    lines = [Line(one.claims, int(many)) for one, (_, many) in zip(found, pairs, strict=True)]
    cart = Cart(tuple(lines), any(one.late for one in found))
    if reason := _clash(cart):
        raise Refused(reason)
    return cart


def _clash(cart: Cart) -> Reason | None:
    """What does not go together, in the order of the contract."""
    every = [line.claims for line in cart.lines]
    if len({(claims.issuer, claims.currency) for claims in every}) > 1:
        return Reason.MIXED
    if len({claims.sku for claims in every}) < len(every):
        return Reason.DOUBLED
    if not all(_fits(line) for line in cart.lines):
        return Reason.QUANTITY
    return Reason.TOTAL if cart.total > MOST_TOTAL else None


def _fits(line: Line) -> bool:
    least, most = line.claims.quantity
    return least <= line.quantity <= most
