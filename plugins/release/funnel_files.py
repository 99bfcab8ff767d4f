"""Exports as they come (packed, cp1251, cut) made into UTF-8 text that DuckDB reads by itself."""

import csv
import re
import zlib
from codecs import getincrementaldecoder
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import StringIO
from mmap import ACCESS_READ, mmap
from pathlib import Path

from plugins.funnel.exports import CUT_ARCHIVE, DAMAGED, EMPTY, NO_TEXT
from plugins.keywords.tables import EXCEL_HINT, decoded, read_rows
from plugins.language.messages import Message

BLOCK, SAMPLE = 1 << 22, 1 << 18
GZIP, GZIP_WINDOW = b"\x1f\x8b", 31
BINARY = (b"PK\x03\x04", b"PAR1", b"%PDF", b"SQLite", b"\xd0\xcf\x11\xe0")
SEPARATORS = "\t;,|"
# A field that begins with a quote: what it holds, and whether the quote is closed where it ends
_QUOTED = re.compile(rb'(?:\A(?:\xef\xbb\xbf)?|[\t\n])"([^"]*+(?:""[^"]*+)*+)("(?=[\t\r\n]|\Z))?')


@dataclass(frozen=True)
class Table:
    """Text in UTF-8 and its form; `refused` where it is none.

    `skip` are lines above the header, `lines` all lines, `whole` whether the last one has an end.
    """

    file: Path
    header: tuple[str, ...] = ()
    separator: str = ","
    quotes: bool = True
    skip: int = 0
    lines: int = 0
    whole: bool = True
    json: bool = False
    notes: tuple[Message, ...] = ()
    refused: Message | None = None


@dataclass(frozen=True)
class _Scan:
    lines: int
    whole: bool
    broken_at: int | None
    quoted: bool = False


def table_of(file: Path, folder: Path, number: int) -> Table:
    """A file as a table of text; what must be converted is put into a folder, block by block."""
    with file.open("rb") as source:
        start = source.read(8)
    if not start:
        return Table(file, refused=EMPTY)
    notes: list[Message] = []
    if start.startswith(GZIP):
        packed, file = file, folder / f"{number}.unpacked"
        if _unpack(packed, file):
            notes.append(CUT_ARCHIVE)
    with file.open("rb") as source:
        sample = source.read(SAMPLE)
    if not sample.strip(b"\xef\xbb\xbf\r\n\t "):
        return Table(file, refused=EMPTY)
    if sample.startswith(BINARY):
        return Table(file, refused=NO_TEXT)
    codec = decoded(sample).encoding.codec
    scan = _scan(file) if codec == "utf-8" else _Scan(0, True, 0)
    if scan.broken_at is not None:
        codec, damaged = _codec_at(file, scan.broken_at, codec)
        notes += [DAMAGED] * damaged
        file = _converted(file, folder / f"{number}.utf8", codec)
        scan = _scan(file)
    return replace(
        _formed(file, scan.quoted), lines=scan.lines, whole=scan.whole, notes=tuple(notes)
    )


def _unpack(packed: Path, file: Path) -> bool:
    """Unpack as much as there is; whether the archive is cut or damaged."""
    member = zlib.decompressobj(GZIP_WINDOW)
    with file.open("wb") as target:
        try:
            for block in _blocks(packed):
                target.write(member.decompress(block))
                while member.eof and member.unused_data:
                    rest, member = member.unused_data, zlib.decompressobj(GZIP_WINDOW)
                    target.write(member.decompress(rest))
        except zlib.error:
            return True
    return not member.eof


def _blocks(file: Path) -> Iterator[bytes]:
    with file.open("rb") as source:
        while block := source.read(BLOCK):
            yield block


def _scan(file: Path) -> _Scan:
    """How many lines there are, where UTF-8 ends to be it, whether a field begins with a quote."""
    decoder, lines, at, last = getincrementaldecoder("utf-8")(), 0, 0, b"\n"
    quoted = False
    for block in _blocks(file):
        try:
            decoder.decode(block)
        except UnicodeDecodeError as error:
            return _Scan(lines, True, at + error.start)
        lines += block.count(b"\n")
        fields = last + (block if at else block.removeprefix(b"\xef\xbb\xbf"))
        quoted = quoted or b'\t"' in fields or b'\n"' in fields
        at, last = at + len(block), block[-1:]
    return _Scan(lines + (last != b"\n"), last == b"\n", None, quoted)


def _codec_at(file: Path, place: int, codec: str) -> tuple[str, bool]:
    """The encoding around the first byte that is no UTF-8, and whether letters are damaged."""
    if codec != "utf-8":
        return codec, False
    with file.open("rb") as source:
        source.seek(max(0, place - SAMPLE // 2))
        found = decoded(source.read(SAMPLE).split(b"\n", 1)[-1])
    return found.encoding.codec, found.encoding.codec == "utf-8"


def _converted(file: Path, target: Path, codec: str) -> Path:
    decoder = getincrementaldecoder(codec)("replace")
    with target.open("wb") as text:
        for block in _blocks(file):
            text.write(decoder.decode(block).encode())
    return target


def unified(table: Table, folder: Path, number: int) -> Table:
    """A table whose lines all end in the same way."""
    target = folder / f"{number}.unified"
    with (
        table.file.open(encoding="utf-8", errors="replace") as lines,
        target.open("w", encoding="utf-8", newline="\n") as text,
    ):
        text.writelines(lines)
    return replace(table, file=target)


def mended(table: Table, folder: Path, number: int) -> tuple[Table, list[int]]:
    """A table whose quotes do not pair up, written anew: a line swallows no others.

    Also the lines whose quotes are open: they are left out.
    """
    target, broken = folder / f"{number}.mended", []
    text = table.file.read_text("utf-8-sig", errors="replace")
    with target.open("w", encoding="utf-8", newline="") as mending:
        writer = csv.writer(mending, delimiter=table.separator)
        for row in read_rows(text, table.separator):
            if row.broken:
                broken.append(row.line)
            elif row.line > table.skip and not row.empty:
                writer.writerow(cell.replace("\n", " ") for cell in row.cells)
    return replace(table, file=target, skip=0, quotes=True), broken


def _formed(file: Path, quoted: bool) -> Table:
    """Where the header is, and how fields are told apart; `quoted` if one begins with a quote."""
    with file.open("rb") as source:
        text = source.read(SAMPLE).decode("utf-8", "ignore").lstrip("\ufeff")
    if text.lstrip()[:1] in ("[", "{"):
        return Table(file, json=True)
    skip = 0
    while (line := text.split("\n", 1)[0]) != text and (
        not line.strip() or EXCEL_HINT.fullmatch(line.strip())
    ):
        skip, text = skip + 1, text.split("\n", 1)[1]
    header = line.split("\r", 1)[0]
    separator = max(SEPARATORS, key=header.count)
    quotes = separator != "\t" or (quoted and _quoted(file))
    try:
        cells = next(csv.reader(StringIO(header), delimiter=separator), [])
    except csv.Error:  # a page of HTML in one line, say
        cells = [header]
    return Table(file, tuple(cells), separator, quotes, skip)


def _quoted(file: Path) -> bool:
    """Whether fields of a TSV are in quotes, as spreadsheets write them and Metrica does not.

    All the file is asked: the first title in quotes may stand anywhere.
    """
    found = False
    with file.open("rb") as source, mmap(source.fileno(), 0, access=ACCESS_READ) as text:
        for field in _QUOTED.finditer(text):
            found, held = True, field[1]
            # A quote that closes lines later has swallowed them, with their tabs
            if not field[2] or (b"\n" in held and b"\t" in held):
                return False
    return found
