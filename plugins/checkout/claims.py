"""What a link says: its claims, their short names, and which values they may have."""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Self

from plugins.checkout.amounts import MINOR_DIGITS, MOST_AMOUNT

MOST_QUANTITY = 999
LONGEST_SKU = 32
# No link lives longer: two quarters, and a day for summer time
LONGEST_LIFE = 185 * 86_400
_SEGMENT = r"(?:[A-Za-z0-9_~-]|%[0-9A-F]{2})(?:[A-Za-z0-9._~-]|%[0-9A-F]{2})*"
_TEXTS = {
    "iss": re.compile(r"[a-z0-9][a-z0-9.-]{0,62}(?::[0-9]{1,5})?"),
    "aud": re.compile(r"[a-z0-9][a-z0-9.-]{0,62}(?::[0-9]{1,5})?"),
    "s": re.compile(rf"[0-9A-Za-zА-Яа-яЁё][0-9A-Za-zА-Яа-яЁё._/-]{{0,{LONGEST_SKU - 1}}}"),
    "c": re.compile("|".join(MINOR_DIGITS)),
    "v": re.compile(r"[A-Za-z0-9_-]{8}"),
    "u": re.compile(rf"/|(?:/{_SEGMENT})+/?"),
    "l": re.compile(r"[a-z]{2,3}"),
}
SKU = _TEXTS["s"]
NAMES = {
    "iss": "issuer",
    "aud": "audience",
    "s": "sku",
    "n": "quantity",
    "p": "price",
    "c": "currency",
    "v": "version",
    "u": "page",
    "l": "lang",
    "iat": "issued",
    "exp": "expires",
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
        said = asdict(self)
        return {short: said[name] for short, name in NAMES.items()}

    @classmethod
    def of(cls, payload: Mapping[str, Any]) -> Self:
        """The claims of a payload; ValueError for anything that is not exactly them."""
        if set(payload) != set(NAMES) or not _values_fit(payload):
            raise ValueError
        said: dict[str, Any] = {name: payload[short] for short, name in NAMES.items()}
        return cls(**{**said, "quantity": tuple(payload["n"])})


def _values_fit(said: Mapping[str, Any]) -> bool:
    texts = all(type(said[n]) is str and rule.fullmatch(said[n]) for n, rule in _TEXTS.items())
    numbers = all(type(said[name]) is int for name in ("p", "iat", "exp"))
    return (
        texts
        and numbers
        and 0 < said["p"] <= MOST_AMOUNT
        and 0 < said["iat"] < said["exp"] <= said["iat"] + LONGEST_LIFE
        and _quantity_fits(said["n"])
    )


def _quantity_fits(limits: Any) -> bool:
    pair = isinstance(limits, list | tuple) and len(limits) == 2
    whole = pair and all(type(limit) is int for limit in limits)
    return whole and 1 <= limits[0] <= limits[1] <= MOST_QUANTITY
