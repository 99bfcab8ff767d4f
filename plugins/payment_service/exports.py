"""Orders for bookkeeping: CSV as spreadsheets of this country open it, and JSON."""

import csv
import io
import json
from collections.abc import Iterable
from dataclasses import asdict
from decimal import Decimal

from plugins.checkout.amounts import MINOR_DIGITS
from plugins.payment_service.orders import Order

COLUMNS = (
    "number", "created", "state", "reason", "site", "sku", "quantity", "total", "currency",
    "page", "lang", "idempotency", "attribution",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_json(orders: Iterable[Order]) -> bytes:
    """All orders, totals in minor units, times in Unix seconds."""
    shown = [{name: asdict(order)[name] for name in COLUMNS} for order in orders]
    return (json.dumps(shown, ensure_ascii=False, indent=1) + "\n").encode()


def as_csv(orders: Iterable[Order]) -> bytes:
    """UTF-8 with a mark and semicolons; nothing in it is taken for a formula."""
    text = io.StringIO()
    table = csv.writer(text, delimiter=";")
    table.writerow(COLUMNS)
    for order in orders:
        values = {**asdict(order), "total": amount_of(order.total, order.currency)}
        values["attribution"] = "&".join(f"{n}={v}" for n, v in order.attribution.items())
        table.writerow([_plain(str(values[name])) for name in COLUMNS])
    return text.getvalue().encode("utf-8-sig")


def amount_of(minor: int, currency: str) -> Decimal:
    """Minor units as money."""
    return Decimal(minor).scaleb(-MINOR_DIGITS[currency])


def _plain(value: str) -> str:
    return f"'{value}" if value.startswith(_FORMULA) else value
