"""Tables of text as spreadsheets and services save them, read so that bytes can be kept.

Encoding, byte order mark, separator and line ends are found out; every row remembers the text
it was read from, so that a row nobody changes is written as it stood.
"""

import csv
import re
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
SEPARATORS = ",;\t|"
SAMPLE = 1 << 16
# What stands in no Russian text, and what Windows-1251 and Mac Cyrillic are for each other.
ODD_LETTERS = re.compile("[а-яё][А-ЯЁ€]|[ЂЃ‚ѓ†‡€‰Љ‹ЊЌЋЏђљњќћџ‘”—][а-яё]")
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
    """Text out of UTF-8, UTF-16 (with a mark or not), Windows-1251 or Mac Cyrillic."""
    bom, codec = next(((b, c) for b, c in BOMS if data.startswith(b)), (b"", _wide(data)))
    body = data[len(bom) :]
    try:
        return Decoded(body.decode(codec or "utf-8"), Encoding(codec or "utf-8", bom))
    except UnicodeDecodeError as error:
        text = body.decode(error.encoding, "replace")
        if bom or _mostly_readable(text):
            line = 1 + len(LINE_END.findall(body[: error.start].decode(error.encoding, "replace")))
            return Decoded(text, Encoding(error.encoding, bom), line)
    return _of_one_byte_a_letter(body)


def _wide(data: bytes) -> str:
    """UTF-16 without a mark: each line end is two bytes, one of them zero, and so are others."""
    sample = data[:SAMPLE]
    ends = sample.count(b"\n") + sample.count(b"\r")
    if len(data) % 2 or not ends or sample.count(0) * 20 < len(sample):
        return ""
    if sample.count(b"\n\0") + sample.count(b"\r\0") == ends:
        return "utf-16-le"
    return "utf-16-be" if sample.count(b"\0\n") + sample.count(b"\0\r") == ends else ""


def _of_one_byte_a_letter(body: bytes) -> Decoded:
    """Windows-1251, as Windows saves CSV, or Mac Cyrillic, as Excel on a Mac does."""
    mac = body.decode("mac_cyrillic")
    text = body.decode("cp1251", "surrogateescape").replace("\udc98", NO_CHARACTER)
    odd = [len(ODD_LETTERS.findall(one[:SAMPLE])) for one in (mac, text)]
    if odd[0] < odd[1]:
        return Decoded(mac, Encoding("mac_cyrillic"))
    return Decoded(text, Encoding("cp1251"))


def _mostly_readable(text: str) -> bool:
    beyond_ascii = sum(character > "\x7f" for character in text)
    return text.count("\ufffd") * 3 < beyond_ascii


def rows_of(text: str, separator: str) -> list[Row]:
    """All rows, the empty ones too; a row with unpaired quotes does not swallow those below."""
    return list(read_rows(text, separator))


def read_rows(text: str, separator: str) -> Iterator[Row]:
    """The rows of `rows_of` one by one, for tables of any length."""
    starts = _line_starts(text)
    at = 0
    while at < len(starts) - 1:
        before = at
        reader = csv.reader(_lines(text, starts, at), delimiter=separator, strict=True)
        try:
            for cells in reader:
                after = before + reader.line_num
                yield Row(at + 1, tuple(cells), text[starts[at] : starts[after]])
                at = after
        except csv.Error:
            line = text[starts[at] : starts[at + 1]]
            cells = [_bare(cell) for cell in line.rstrip("\r\n").split(separator)]
            yield Row(at + 1, tuple(cells), line, broken=True)
            at += 1


def _line_starts(text: str) -> "array[int]":
    """Where each line begins, and where the last one ends."""
    starts = array("Q", [0])
    starts.extend(end.end() for end in LINE_END.finditer(text))
    if starts[-1] < len(text):
        starts.append(len(text))
    return starts


def _lines(text: str, starts: "array[int]", first: int) -> Iterator[str]:
    for number in range(first, len(starts) - 1):
        yield text[starts[number] : starts[number + 1]]


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
