"""Workbooks (xlsx) as rows of text: what a merged cell says holds for all of it."""

import re
import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, time
from io import BytesIO
from typing import Any, cast

from plugins.keywords.tables import Row

MERGED = re.compile(rb'mergeCell ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
CHUNK, OVERLAP = 1 << 20, 60


def is_workbook(archive: zipfile.ZipFile) -> bool:
    """Whether an archive is an xlsx file."""
    return any(name.startswith("xl/") for name in archive.namelist())


def workbook_rows(data: bytes) -> Iterator[tuple[str, Iterator[Row], bool]]:
    """Name and rows of each sheet of a workbook, and whether it is hidden.

    Raises whatever openpyxl does where a file only pretends to be a workbook.
    """
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = load_workbook(BytesIO(data), read_only=True, data_only=True)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for sheet in book.worksheets:
            path: str = cast(Any, sheet)._worksheet_path
            merged = _merged(archive, path)
            sheet.reset_dimensions()
            yield sheet.title, _rows(sheet, merged), sheet.sheet_state != "visible"


def _rows(sheet: Any, merged: "_Merged") -> Iterator[Row]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for number, values in enumerate(sheet.iter_rows(values_only=True), start=1):
            yield Row(number, merged.filled(number, list(map(shown, values))))


def shown(value: object) -> str:
    """A cell as text; what Excel keeps as 1234.0 is 1234, a date has no midnight."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    return str(value)


@dataclass(slots=True)
class _Range:
    """Merged cells: columns from 0, rows from 1, the last ones too; `text` is what they say."""

    top: int
    left: int
    bottom: int
    right: int
    text: str = ""


@dataclass(slots=True)
class _Merged:
    """The merged cells of a sheet, those further down last."""

    waiting: list[_Range]
    open: list[_Range] = field(default_factory=list)

    def filled(self, number: int, cells: list[str]) -> tuple[str, ...]:
        """A row whose merged cells all say what the first one does, unless that is a number."""
        while self.waiting and self.waiting[-1].top <= number:
            found = self.waiting.pop()
            text = cells[found.left] if found.left < len(cells) else ""
            found.text = "" if re.fullmatch(r"[\d\s.,]*", text) else text
            self.open.append(found)
        self.open = [one for one in self.open if one.bottom >= number]
        for one in self.open:
            if one.text:
                cells += [""] * (one.right + 1 - len(cells))
                cells[one.left : one.right + 1] = [one.text] * (one.right + 1 - one.left)
        return tuple(cells)


def _merged(archive: zipfile.ZipFile, path: str) -> _Merged:
    """The merged cells of a sheet, out of its XML: openpyxl drops them when it streams."""
    found: set[tuple[bytes, ...]] = set()
    tail = b""
    with archive.open(path) as source:
        while chunk := source.read(CHUNK):
            text = tail + chunk
            found.update(MERGED.findall(text))
            tail = text[-OVERLAP:]
    ranges = [
        _Range(int(top), _column(left), int(bottom), _column(right))
        for left, top, right, bottom in found
    ]
    return _Merged(sorted(ranges, key=lambda one: (-one.top, -one.left)))


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number - 1
