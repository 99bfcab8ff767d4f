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
    "number", "created", "state", "reason", "site", "goods", "total", "currency", "way",
    "page", "lang", "idempotency", "attribution", "email",
)  # fmt: skip
# Signs with which spreadsheets begin a formula, wide ones too
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# What a spreadsheet could take for the end of a cell, and what parts names from values
_CUT = str.maketrans({sign: f"%{ord(sign):02X}" for sign in "%&=+,;|'\"\t"})


def as_json(orders: Iterable[Order]) -> bytes:
    """All orders, totals in minor units, times in Unix seconds."""
    every = ({**asdict(order), "goods": goods_of(order)} for order in orders)
    shown = [{name: values[name] for name in COLUMNS} for values in every]
    return (json.dumps(shown, ensure_ascii=False, indent=1) + "\n").encode()


def as_csv(orders: Iterable[Order]) -> bytes:
    """UTF-8 with a mark and semicolons; nothing in it is taken for a formula.

    The attribution is written as a query, so that its parts can be told again.
    """
    text = io.StringIO()
    table = csv.writer(text, delimiter=";")
    table.writerow(COLUMNS)
    for order in orders:
        values = {**asdict(order), "total": amount_of(order.total, order.currency)}
        values["goods"] = goods_of(order)
        values["attribution"] = "&".join(
            f"{name}={value.translate(_CUT)}" for name, value in order.attribution.items()
        )
        table.writerow([_plain(str(values[name])) for name in COLUMNS])
    return text.getvalue().encode("utf-8-sig")


def goods_of(order: Order) -> str:
    """What was ordered: `K-1:2;T-3:10`. No sku holds a colon or a semicolon."""
    return ";".join(f"{sku}:{quantity}" for sku, quantity in order.goods)


def amount_of(minor: int, currency: str) -> Decimal:
    """Minor units as money."""
    return Decimal(minor).scaleb(-MINOR_DIGITS[currency])


def _plain(value: str) -> str:
    return f"'{value}" if value.startswith(_FORMULA) else value
