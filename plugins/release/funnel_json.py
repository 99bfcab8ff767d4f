"""Orders as JSON, whole or cut, made into a table: an object a line."""

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from plugins.checkout.amounts import MINOR_DIGITS
from plugins.release.funnel_files import Table


@dataclass(frozen=True)
class Objects:
    """The objects of a file, and the lines at which it is damaged or breaks off."""

    found: list[Mapping[str, Any]]
    broken: list[int]


def objects_of(text: str) -> Objects:
    """Objects of an array, of a field of an object, or one a line; as many as can be read.

    After a damaged one reading goes on with the next that begins a line.
    """
    decoder, at = json.JSONDecoder(), _first(text)
    found: list[Mapping[str, Any]] = []
    broken: list[int] = []
    while at < len(text):
        try:
            value, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            broken.append(text.count("\n", 0, at) + 1)
            at = text.find("\n{", at + 1) + 1 or len(text)
            continue
        if isinstance(value, dict):
            found.append(value)
        at = _next(text, end)
    last = text.rstrip()[-1:]
    closed = last == "]" if text.lstrip()[:1] == "[" else bool(found) or last in "]}"
    if not (closed or broken):
        broken.append(text.rstrip().count("\n") + 1)
    return Objects(found, broken)


def _first(text: str) -> int:
    """Where the first order begins: past the bracket of the list that holds them."""
    bracket = text.find("[")
    brace = text.find("{")
    if brace == -1:
        return len(text)
    inner = text.find("{", brace + 1)
    holds = text[brace:bracket].count('"') == 2 and (inner == -1 or bracket < inner)
    if bracket < brace or (bracket > brace and holds):
        return _next(text, bracket + 1)
    return brace


def _next(text: str, at: int) -> int:
    while at < len(text) and text[at] in ", \t\r\n":
        at += 1
    return len(text) if at < len(text) and text[at] in "]}" else at


def table_of_objects(table: Table, folder: Path, number: int) -> tuple[Table, list[int]]:
    """A table with the fields of all objects, and the lines that cannot be read."""
    objects = objects_of(table.file.read_text("utf-8-sig", errors="replace"))
    header = tuple(dict.fromkeys(name for one in objects.found for name in one))
    target = folder / f"{number}.csv"
    with target.open("w", encoding="utf-8", newline="") as text:
        writer = csv.writer(text)
        writer.writerow(header)
        writer.writerows(_cells(one, header) for one in objects.found)
    lines = len(objects.found) + 1
    made = Table(target, header, ",", lines=lines, notes=table.notes)
    return made, objects.broken


def _cells(one: Mapping[str, Any], header: tuple[str, ...]) -> Iterator[str]:
    for name in header:
        value = one.get(name)
        if name == "total" and "idempotency" in one and isinstance(value, int):
            # Our own exports hold minor units in JSON, and money in CSV
            digits = MINOR_DIGITS.get(str(one.get("currency")), 2)
            yield str(Decimal(value).scaleb(-digits))
        elif value is None:
            yield ""
        elif isinstance(value, Mapping):
            yield "&".join(f"{key}={text}" for key, text in value.items())
        else:
            yield str(value).replace("\r", " ").replace("\n", " ")
