"""Tables of text as spreadsheets and services save them, read so that bytes can be kept.

Encoding, byte order mark, separator and line ends are found out; every row remembers the text
it was read from, so that a row nobody changes is written as it stood.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
SEPARATORS = ",;\t"
LINE_END = re.compile(r"\r\n|\r|\n")
EXCEL_HINT = re.compile(r"\s*\"?sep=(.)\"?\s*")
NO_CHARACTER = "\x98"  # the one byte that Windows-1251 does not define, as browsers read it


@dataclass(frozen=True, slots=True)
class Encoding:
    """A codec and the byte order mark in front, if there is one."""

    codec: str = "utf-8"
    bom: bytes = b""

    def encoded(self, text: str) -> bytes:
        """The text as bytes; a UnicodeEncodeError where a character does not fit."""
        if self.codec == "cp1251":
            return text.replace(NO_CHARACTER, "\udc98").encode("cp1251", "surrogateescape")
        return self.bom + text.encode(self.codec)


UTF8_WITH_BOM = Encoding(*reversed(BOMS[0]))  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of some bytes; `damaged` is the line of the first byte that could not be read."""

    text: str
    encoding: Encoding
    damaged: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """Cells, the line they begin in, and the text they were read from, its line end too.

    `broken`: the double quotes do not pair up, the cells are a guess.
    """

    line: int
    cells: tuple[str, ...]
    raw: str = ""
    broken: bool = False

    @property
    def empty(self) -> bool:
        """Whether no cell holds anything."""
        return not any(cell.strip() for cell in self.cells)


def decoded(data: bytes) -> Decoded:
    """Text out of UTF-8 (with a mark or not), UTF-16 with a mark, or Windows-1251."""
    bom, codec = next(((b, c) for b, c in BOMS if data.startswith(b)), (b"", "utf-8"))
    body = data[len(bom) :]
    try:
        return Decoded(body.decode(codec), Encoding(codec, bom))
    except UnicodeDecodeError as error:
        text = body.decode(codec, "replace")
        if bom or _mostly_readable(text):
            line = 1 + len(LINE_END.findall(body[: error.start].decode(codec, "replace")))
            return Decoded(text, Encoding(codec, bom), line)
    text = body.decode("cp1251", "surrogateescape").replace("\udc98", NO_CHARACTER)
    return Decoded(text, Encoding("cp1251"))


def _mostly_readable(text: str) -> bool:
    beyond_ascii = sum(character > "\x7f" for character in text)
    return text.count("\ufffd") * 3 < beyond_ascii


def rows_of(text: str, separator: str) -> list[Row]:
    """All rows, the empty ones too; a row with unpaired quotes does not swallow those below."""
    lines = list(io.StringIO(text, newline=""))
    rows: list[Row] = []
    at = 0
    while at < len(lines):
        before = at
        reader = csv.reader(_from(lines, at), delimiter=separator, strict=True)
        try:
            for cells in reader:
                after = before + reader.line_num
                rows.append(Row(at + 1, tuple(cells), "".join(lines[at:after])))
                at = after
        except csv.Error:
            cells = [_bare(cell) for cell in lines[at].rstrip("\r\n").split(separator)]
            rows.append(Row(at + 1, tuple(cells), lines[at], broken=True))
            at += 1
    return rows


def _from(lines: list[str], first: int) -> Iterator[str]:
    return (lines[number] for number in range(first, len(lines)))


def _bare(cell: str) -> str:
    wrapped = len(cell) > 1 and cell[0] == cell[-1] == '"'
    return cell[1:-1].replace('""', '"') if wrapped else cell


def separator_of(text: str) -> str:
    """The separator of a table whose first line that is not empty is its header."""
    first = text.lstrip("\r\n \ufeff")
    header = LINE_END.split(first, maxsplit=1)[0]
    if hint := EXCEL_HINT.fullmatch(header):
        return hint[1] if hint[1] in SEPARATORS else ","
    return max(SEPARATORS, key=header.count)


def line_end_of(text: str) -> str:
    """The line end that the text uses most; LF where it has none."""
    ends = Counter(LINE_END.findall(text))
    return ends.most_common(1)[0][0] if ends else "\n"


def written(cells: Sequence[str], separator: str) -> str:
    """A row as text, without a line end; only cells that need quotes get them."""
    special = re.compile(rf'["\r\n{separator}]')
    return separator.join(
        f'"{cell.replace(chr(34), chr(34) * 2)}"' if special.search(cell) else cell
        for cell in cells
    )
