"""Whatever a service hands out, as sheets of rows: CSV, Excel's text, xlsx, zip of CSVs, JSON."""

import io
import json
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from plugins.keywords.export_columns import fields_of
from plugins.keywords.tables import EXCEL_HINT, Row, decoded, rows_of
from plugins.language.messages import Message, message

ZIP, OLD_EXCEL = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
HEADER_WITHIN = 50
AN_EXPORT = message("a CSV, xlsx or JSON file")
# What openpyxl lets through when a file only pretends to be a workbook.
BROKEN_BOOK = (
    *(zipfile.BadZipFile, zlib.error, KeyError, ValueError, TypeError, AttributeError),
    *(IndexError, EOFError, OSError, SyntaxError, RuntimeError),
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows of a file, of a sheet of a workbook or of a file in a zip; then `name` is its name."""

    name: str
    rows: tuple[Row, ...]


class UnreadableError(ValueError):
    """A file that is no table at all; `got` says what it is."""

    def __init__(self, got: Message | str) -> None:
        super().__init__(got)
        self.got = got


def sheets_of(data: bytes) -> list[Sheet]:
    """The sheets in the bytes of an export, in their order; raises UnreadableError."""
    if data.startswith(OLD_EXCEL):
        raise UnreadableError(message("an old Excel file (xls); save it as xlsx"))
    if not data.startswith(ZIP):
        return [Sheet("", tuple(_text_rows(data)))]
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if any(name.startswith("xl/") for name in archive.namelist()):
                return list(_workbook(data))
            names = [name for name in archive.namelist() if name.lower().endswith((".csv", ".tsv"))]
            return [Sheet(name, tuple(_text_rows(archive.read(name)))) for name in names]
    except BROKEN_BOOK as error:
        raise UnreadableError(message("a damaged xlsx or zip file")) from error


def _workbook(data: bytes) -> Iterator[Sheet]:
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        for sheet in book.worksheets:
            sheet.reset_dimensions()
            rows = enumerate(sheet.iter_rows(values_only=True), start=1)
            yield Sheet(sheet.title, tuple(Row(n, tuple(map(_shown, row))) for n, row in rows))


def _shown(value: object) -> str:
    """A cell as text; what Excel keeps as 1234.0 is 1234."""
    if value is None:
        return ""
    whole = isinstance(value, float) and value.is_integer()
    return str(int(value)) if whole and isinstance(value, float) else str(value)


def _text_rows(data: bytes) -> list[Row]:
    text = decoded(data).text
    if text.lstrip().startswith(("{", "[")):
        return _json_rows(text)
    first = "".join(islice(io.StringIO(text, newline=""), HEADER_WITHIN))
    separator = max("\t;,", key=lambda s: _recognised(rows_of(first, s)))
    return [row for row in rows_of(text, separator) if not EXCEL_HINT.fullmatch(row.raw.strip())]


def _recognised(rows: Sequence[Row]) -> tuple[int, int]:
    """How well rows fall into columns: known ones in the best row, and its cells."""
    scores = ((len(fields), len(row.cells)) for row in rows if (fields := fields_of(row.cells)))
    return max(scores, default=(0, 0))


def _json_rows(text: str) -> list[Row]:
    """The first list of objects, as the Wordstat API answers; its items are in no line."""
    try:
        items = _first_list(json.loads(text))
    except (ValueError, RecursionError) as error:
        raise UnreadableError(message("JSON with a mistake in it")) from error
    names = list(dict.fromkeys(name for item in items for name in item))
    rows = (tuple(_shown(item.get(name)) for name in names) for item in items)
    return [Row(0, tuple(names)), *(Row(0, cells) for cells in rows)]


def _first_list(value: object) -> list[dict[str, object]]:
    if isinstance(value, list):
        return [item for item in value if isinstance(item, dict)]
    inner = value.values() if isinstance(value, dict) else ()
    return next(filter(None, map(_first_list, inner)), [])
