"""Whatever a service hands out, as sheets of rows: CSV, Excel's text, xlsx, zip, gz, JSON."""

import gzip
import io
import json
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from plugins.keywords.export_header import header_of
from plugins.keywords.tables import (
    EXCEL_HINT,
    LINE_END,
    Row,
    decoded,
    read_rows,
    rows_of,
)
from plugins.keywords.unnamed_columns import bare_header
from plugins.keywords.workbooks import is_workbook, shown, workbook_rows
from plugins.language.messages import Message, message
from plugins.language.problems import NOTHING

ZIP, GZIP, OLD_EXCEL = b"PK\x03\x04", b"\x1f\x8b", b"\xd0\xcf\x11\xe0"
EMPTY_ZIP = b"PK\x05\x06"
HEADER_WITHIN = 50
MOST_NAMES = 3
LARGEST = 1 << 29  # bytes of a file in an archive: half a gigabyte is no list of phrases
TABLES = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm")
DAMAGED = message("a damaged xlsx, zip or gz file")
AN_EXPORT = message("a CSV, xlsx or JSON file")
# What openpyxl lets through when a file only pretends to be a workbook.
BROKEN = (
    *(zipfile.BadZipFile, zlib.error, KeyError, ValueError, TypeError, AttributeError),
    *(IndexError, EOFError, OSError, SyntaxError, RuntimeError),
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows of a file, of a sheet of a workbook or of a file in a zip; then `name` is its name.

    `first` are the rows among which its header is looked for; `rest`, those after them, can be
    read once.
    """

    name: str
    first: Sequence[Row]
    rest: Iterator[Row]
    hidden: bool = False


class UnreadableError(ValueError):
    """A file that is no table at all; `got` says what it is."""

    def __init__(self, got: Message | str) -> None:
        super().__init__(got)
        self.got = got


def sheets_of(data: bytes, name: str = "") -> Iterator[Sheet]:
    """The sheets in the bytes of an export, one by one; raises UnreadableError."""
    if data.startswith(OLD_EXCEL):
        what = message("an old Excel file (xls), or one with a password; save it as xlsx or CSV")
        raise UnreadableError(what)
    if data.startswith(GZIP):
        yield from sheets_of(_unpacked(data), name)
    elif data.startswith((ZIP, EMPTY_ZIP)):
        yield from _of_archive(data)
    else:
        yield _sheet(name, _text_rows(data))


def _sheet(name: str, rows: Iterable[Row], hidden: bool = False) -> Sheet:
    every = iter(rows)
    return Sheet(name, list(islice(every, HEADER_WITHIN)), every, hidden)


def _unpacked(data: bytes) -> bytes:
    try:
        with gzip.open(io.BytesIO(data)) as source:
            return source.read(LARGEST)
    except (OSError, EOFError, zlib.error) as error:
        raise UnreadableError(DAMAGED) from error


def _of_archive(data: bytes) -> Iterator[Sheet]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if is_workbook(archive):
                for title, rows, hidden in workbook_rows(data):
                    yield _sheet(title, _guarded(rows), hidden)
            else:
                yield from _of_files(archive)
    except BROKEN as error:
        if isinstance(error, UnreadableError):
            raise
        raise UnreadableError(DAMAGED) from error


def _of_files(archive: zipfile.ZipFile) -> Iterator[Sheet]:
    """The tables among the files of an archive, as Search Console hands them out."""
    files = [file for file in archive.infolist() if file.filename.lower().endswith(TABLES)]
    mine = [file for file in files if not file.filename.startswith("__MACOSX/")]
    if not mine:
        names = ", ".join(map(_name, archive.infolist()[:MOST_NAMES])) or NOTHING
        what = message("an archive without CSV or xlsx files: %(names)s", names=names)
        raise UnreadableError(what)
    for file in mine:
        if file.file_size > LARGEST:
            raise UnreadableError(message("%(name)s, too large a file", name=_name(file)))
        yield from sheets_of(archive.read(file), _name(file))


def _name(file: zipfile.ZipInfo) -> str:
    """The name of a file; archives made on Russian Windows without Unicode hold cp866."""
    if file.flag_bits & 0x800:
        return file.filename
    return file.filename.encode("cp437", "replace").decode("cp866")


def _guarded(rows: Iterable[Row]) -> Iterator[Row]:
    try:
        yield from rows
    except BROKEN as error:
        raise UnreadableError(DAMAGED) from error


def _text_rows(data: bytes) -> Iterator[Row]:
    text = decoded(data).text
    begins = text[:200].lstrip("\ufeff \t\r\n").casefold()
    if begins.startswith(("{", "[{", "[\n", "[ ")):
        return iter(_json_rows(text))
    if begins.startswith(("<html", "<!doctype", "<table", "<?xml", "<meta")):
        what = message("a web page (HTML or XML), whatever its name; save it as xlsx or CSV")
        raise UnreadableError(what)
    head = text[: _end_of_line(text, HEADER_WITHIN)]
    separator = max("\t;,|", key=lambda one: _recognised(rows_of(head, one)))
    return (r for r in read_rows(text, separator) if not EXCEL_HINT.fullmatch(r.raw.strip()))


def _end_of_line(text: str, number: int) -> int:
    ends = islice(LINE_END.finditer(text), number - 1, number)
    return next((end.end() for end in ends), len(text))


def _recognised(rows: Sequence[Row]) -> tuple[int, int]:
    """How well rows fall into columns: known ones in the header, and its cells."""
    if header := header_of(rows) or bare_header(rows):
        return len(header.meanings), len(header.row.cells)
    return 0, max((len(row.cells) for row in rows), default=0)


def _json_rows(text: str) -> list[Row]:
    """The first list of objects, as the Wordstat API answers; its items are in no line."""
    try:
        items = _first_list(json.loads(text))
    except (ValueError, RecursionError) as error:
        raise UnreadableError(message("JSON with a mistake in it")) from error
    names = list(dict.fromkeys(name for item in items for name in item))
    rows = (tuple(shown(item.get(name)) for name in names) for item in items)
    return [Row(0, tuple(names)), *(Row(0, cells) for cells in rows)]


def _first_list(value: object) -> list[dict[str, object]]:
    if isinstance(value, list):
        return [item for item in value if isinstance(item, dict)]
    inner = value.values() if isinstance(value, dict) else ()
    return next(filter(None, map(_first_list, inner)), [])
