"""Money in minor units, and the version of a price: whole numbers, no rounding, a ceiling."""

from datetime import date
from decimal import Decimal
from hashlib import sha256

from plugins.checkout.canonical import base64url, canonical_json

# Digits after the point (ISO 4217)
MINOR_DIGITS = {"RUB": 2, "CNY": 2, "USD": 2, "EUR": 2, "BYN": 2, "KZT": 2}
# Under a billion roubles; times the largest quantity it still fits a double, which JSON means
MOST_AMOUNT = 99_999_999_999
_VERSION_BYTES = 6


def minor_units(amount: Decimal, currency: str) -> int:
    """An amount in kopecks, cents, fen; ValueError where it is none that can be charged."""
    if currency not in MINOR_DIGITS or not amount.is_finite():
        raise ValueError
    units = amount.scaleb(MINOR_DIGITS[currency])
    if units != units.to_integral_value() or not 0 < units <= MOST_AMOUNT:
        raise ValueError
    return int(units)


def price_version(sku: str, minor: int, currency: str, until: date | None) -> str:
    """Eight characters that change with the price, its currency and its last day."""
    said = {"s": sku, "p": minor, "c": currency, "d": until.isoformat() if until else ""}
    return base64url(sha256(canonical_json(said)).digest()[:_VERSION_BYTES])
