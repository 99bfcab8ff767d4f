"""JSON in any wrapping, whole or cut, made into a table: an object a line, names flat."""

import csv
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from plugins.checkout.amounts import MINOR_DIGITS
from plugins.funnel.columns import layout_of
from plugins.funnel.exports import BROKEN_JSON, EXPECTED, NO_PAYMENT, Left
from plugins.language.problems import NOTHING, expected
from plugins.release.funnel_files import Table

FIRST_LINES = 3
_BETWEEN = re.compile(r"[\s,\ufeff]*")
# Where reading can go on after damage: an object that begins a line or follows another
_AGAIN = re.compile(r"(?:\n|\}\s*,|\]\s*\[)\s*(?=\{)")
_LIST = re.compile(r"\[\s*(?=\{)")
_ANY = re.compile(r"[^\[{]*")
# Notices and objects that have a number, a state and a sum, and are no payments
_OTHER_NOTICES = re.compile(r"(refund|payout|deal|payment_method)\..*")


@dataclass(frozen=True, slots=True)
class _Value:
    """A value of a file; `broken` where it is damaged or breaks off at a line."""

    line: int
    json: Any = None
    broken: bool = False


def _values(text: str) -> Iterator[_Value]:
    """Values that stand one after another; of a list that is damaged or cut, those inside."""
    decoder, at, opened, line, counted = json.JSONDecoder(), 0, False, 1, 0
    while (at := _after(_BETWEEN, text, at)) < len(text):
        line, counted = line + text.count("\n", counted, at), at
        if opened and text[at] == "]":
            opened, at = False, _after(_ANY, text, at)
            continue
        try:
            value, at = decoder.raw_decode(text, at)
            yield _Value(line, value)
        except (ValueError, RecursionError):
            if not opened and (inside := _inside(text, at)):
                opened, at = True, inside
                continue
            yield _Value(line, broken=True)
            again = _AGAIN.search(text, at)
            opened, at = opened and bool(again), again.end() if again else len(text)
    if opened:
        yield _Value(text.rstrip().count("\n") + 1, broken=True)


def _inside(text: str, at: int) -> int:
    """Where the list begins that a damaged value is or wraps; 0 where it is an order itself."""
    found = _LIST.search(text, at)
    if not found or found.start() == at:
        return found.end() if found else 0
    try:
        wrapper = json.loads(f"{text[at : found.start()]}0}}")
    except ValueError:
        return 0
    return found.end() if layout_of([*_flat(wrapper)]) is None else 0


def _after(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at


def _objects(value: Any) -> Iterator[Mapping[str, Any]]:
    """The objects that a value wraps: those of a list, of a notice, of a page of results."""
    if isinstance(value, list):
        for one in value:
            yield from _objects(one)
    elif isinstance(value, dict):
        held = [one for one in value.values() if _wraps(one)]
        inner = [one for one in held if isinstance(one, list)] or held
        if inner and layout_of([*_flat(value)]) is None:
            told = value.get("event")
            for one in inner:
                yield from ({**each, "event": told} if told else each for each in _objects(one))
        else:
            yield value


def _wraps(value: Any) -> bool:
    return isinstance(value, dict) or (
        isinstance(value, list) and any(isinstance(one, dict) for one in value)
    )


def _flat(one: Mapping[str, Any], before: str = "") -> dict[str, Any]:
    """`{"amount": {"value": 5}}` is `{"amount.value": 5}`."""
    found: dict[str, Any] = {}
    for name, value in one.items():
        if isinstance(value, dict):
            found |= _flat(value, f"{before}{name}.")
        else:
            found[f"{before}{name}"] = value
    return found


def _foreign(one: Mapping[str, Any]) -> bool:
    """Whether it is a refund or a payout: their numbers and states are not those of a payment."""
    refund = "payment_id" in one and "id" in one and not {"number", "order_id"} & one.keys()
    notice = _OTHER_NOTICES.fullmatch(str(one.get("event") or ""))
    return bool(notice) or refund or "payout_destination" in one


def table_of_objects(table: Table, folder: Path, number: int) -> tuple[Table, list[Left]]:
    """A table with the fields of all objects, and what could not be read or is no order."""
    values = list(_values(table.file.read_text("utf-8-sig", errors="replace")))
    objects = [_flat(one) for value in values for one in _objects(value.json)]
    foreign = sum(map(_foreign, objects))
    kept = [one for one in objects if not _foreign(one)]
    header = tuple(dict.fromkeys(name for one in kept for name in one))
    target = folder / f"{number}.csv"
    with target.open("w", encoding="utf-8", newline="") as text:
        writer = csv.writer(text)
        writer.writerow(header)
        writer.writerows(_cells(one, header) for one in kept)
    broken = [value.line for value in values if value.broken]
    told = (Left(BROKEN_JSON, len(broken), broken[:FIRST_LINES]), Left(NO_PAYMENT, foreign))
    made = replace(
        table,
        file=target,
        header=header,
        lines=len(kept) + 1,
        whole=True,
        refused=None if kept else expected(EXPECTED, NO_PAYMENT if foreign else NOTHING),
    )
    return made, [left for left in told if left.count]


def _cells(one: Mapping[str, Any], header: tuple[str, ...]) -> Iterator[str]:
    for name in header:
        value = one.get(name)
        if name == "total" and "idempotency" in one and isinstance(value, int):
            # Our own exports hold minor units in JSON, and money in CSV
            digits = MINOR_DIGITS.get(str(one.get("currency")), 2)
            yield str(Decimal(value).scaleb(-digits))
        elif value is None:
            yield ""
        elif isinstance(value, list):
            yield json.dumps(value, ensure_ascii=False)
        else:
            yield str(value).replace("\r", " ").replace("\n", " ")
