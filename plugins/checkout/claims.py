"""What a link says: its claims, their short names, and which values they may have."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from plugins.checkout.amounts import MINOR_DIGITS, MOST_AMOUNT
from plugins.checkout.fields import Schema, limits, one_of, read, text, whole, written

MOST_QUANTITY = 999
LONGEST_SKU = 32
# No link lives longer: two quarters and a day
LONGEST_LIFE = 185 * 86_400
# Unix seconds up to the year 2286: ten digits
LAST_MOMENT = 9_999_999_999
_SIGN = r"(?:[A-Za-z0-9_~-]|%[0-9A-F]{2})"
_SEGMENT = rf"{_SIGN}(?:{_SIGN}|\.)*"
_HOST = r"[a-z0-9][a-z0-9.-]{0,62}(?::[0-9]{1,5})?"

HOST = text(_HOST)
SKU = text(rf"[0-9A-Za-zА-Яа-яЁё][0-9A-Za-zА-Яа-яЁё._/-]{{0,{LONGEST_SKU - 1}}}")
PATH = text(rf"/|(?:/{_SEGMENT})+/?")
LANG = text(r"[a-z]{2,3}")
CURRENCY = one_of(*MINOR_DIGITS)
PRICE = whole(1, MOST_AMOUNT)
MOMENT = whole(1, LAST_MOMENT)
SCHEMA: Schema = {
    "iss": ("issuer", HOST),
    "aud": ("audience", HOST),
    "s": ("sku", SKU),
    "n": ("quantity", limits(1, MOST_QUANTITY)),
    "p": ("price", PRICE),
    "c": ("currency", CURRENCY),
    "v": ("version", text(r"[A-Za-z0-9_-]{8}")),
    "u": ("page", PATH),
    "l": ("lang", LANG),
    "iat": ("issued", MOMENT),
    "exp": ("expires", MOMENT),
}


@dataclass(frozen=True)
class Claims:
    """What the buyer is promised: this, at this price, until then.

    `issuer` is the host of the site, `audience` names the service; `quantity` is the least and
    the most that can be bought at once; `price` is that of one unit in minor units (kopecks);
    `page` is the path on which the link stands, `lang` its language; times are Unix seconds.
    """

    issuer: str
    audience: str
    sku: str
    quantity: tuple[int, int]
    price: int
    currency: str
    version: str
    page: str
    lang: str
    issued: int
    expires: int

    @property
    def payload(self) -> dict[str, object]:
        """Under the short names that a link carries."""
        return written(self, SCHEMA)

    @classmethod
    def of(cls, payload: Mapping[str, Any]) -> Self:
        """The claims of a payload; ValueError for anything that is not exactly them."""
        claims = read(cls, SCHEMA, payload)
        if not claims.issued < claims.expires <= claims.issued + LONGEST_LIFE:
            raise ValueError
        return claims
