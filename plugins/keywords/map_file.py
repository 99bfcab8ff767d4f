"""The file of a relevance map as it is written: rows, columns, what is wrong in its form."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from plugins.keywords.spelling import cleaned, is_exact
from plugins.keywords.tables import (
    EXCEL_HINT,
    Encoding,
    Row,
    decoded,
    line_end_of,
    rows_of,
    separator_of,
)
from plugins.language.messages import message
from plugins.language.problems import NOTHING, Problem, expected

COLUMNS = ("phrase", "document", "frequency", "group", "note")
# What people call the columns in Russian; of several in one map the first here is meant.
IN_RUSSIAN: Mapping[str, tuple[str, ...]] = {
    "phrase": ("фраза", "ключевая фраза", "запрос", "ключевое слово", "ключ"),
    "document": ("документ", "страница", "текст"),
    "frequency": ("частота", "частотность"),
    "group": ("группа", "кластер"),
    "note": ("заметка", "примечание", "комментарий"),
    "link": ("ссылка", "ссылки"),
}


@dataclass(frozen=True, slots=True)
class MapFile:
    """What a merge needs to leave everything else as it is.

    `head` are the rows up to the header, which is its last; `columns` say in which place a
    column stands; `damaged` is the line of the first unreadable byte, 0 where there is none.
    """

    file: str
    encoding: Encoding
    separator: str
    line_end: str
    head: tuple[Row, ...]
    rows: tuple[Row, ...]
    columns: Mapping[str, int]
    damaged: int = 0

    @property
    def width(self) -> int:
        """How many columns the header has."""
        return len(self.head[-1].cells) if self.head else 0

    def raw(self, row: Row, column: str) -> str:
        """The cell of a column as written; "" where the row or the header lacks it."""
        place = self.columns.get(column, len(row.cells))
        return row.cells[place] if place < len(row.cells) else ""

    def cell(self, row: Row, column: str) -> str:
        """The cell of a column, on one line."""
        return cleaned(self.raw(row, column))

    def phrase(self, row: Row) -> str:
        """The phrase of a row, its double quotes straight."""
        phrase = self.cell(row, "phrase")
        return f'"{phrase[1:-1].strip()}"' if is_exact(phrase) else phrase

    def usable(self, row: Row) -> bool:
        """Whether the cells of the row stand where the header says."""
        return not (row.broken or row.empty or len(row.cells) > self.width)


def map_file(data: bytes, file: str) -> MapFile:
    """The rows and columns out of the bytes of a map's file, which `file` names to people."""
    found = decoded(data)
    separator = separator_of(found.text)
    rows = rows_of(found.text, separator)
    head = _head(rows)
    return MapFile(
        file,
        found.encoding,
        separator,
        line_end_of(found.text),
        tuple(head),
        tuple(rows[len(head) :]),
        _columns(_names(head)),
        found.damaged,
    )


def _head(rows: list[Row]) -> list[Row]:
    """The rows up to the header: empty ones, and the hint that tells Excel the separator."""
    for number, row in enumerate(rows):
        if not row.empty and not EXCEL_HINT.fullmatch(row.raw.strip()):
            return rows[: number + 1]
    return []


def _names(head: list[Row]) -> list[str]:
    return [cleaned(name).casefold() for name in head[-1].cells] if head else []


def _columns(names: Sequence[str]) -> dict[str, int]:
    """Where the columns stand by their names, and those of a map by their Russian ones too."""
    places: dict[str, int] = {}
    for place, name in enumerate(names):
        places.setdefault(name, place)
    for column, called in IN_RUSSIAN.items():
        known = next((name for name in called if name in places), "")
        if known:
            places.setdefault(column, places[known])
    return places


def form_problems(table: MapFile) -> Iterator[Problem]:
    """Bytes, columns and rows that cannot be read as they should."""
    if table.damaged:
        advice = message("save the file as UTF-8")
        what = expected(message("UTF-8 text"), message("unreadable bytes"), advice)
        yield Problem(table.file, table.damaged, "", what)
    yield from _wrong_header(table)
    for row in table.rows:
        if row.broken:
            advice = message("close each double quote; inside a text write it twice")
            got = message("a double quote out of place")
            what = expected(message("valid CSV"), got, advice)
            yield Problem(table.file, row.line, "", what)
        elif not row.empty and not table.usable(row):
            cells = message("%(n)s cells", n=table.width)
            advice = message("put a text that holds the separator in double quotes")
            yield Problem(table.file, row.line, "", expected(cells, len(row.cells), advice))


def _wrong_header(table: MapFile) -> Iterator[Problem]:
    names = _names(list(table.head))
    line = table.head[-1].line if table.head else 1
    if missing := [name for name in COLUMNS if name not in table.columns]:
        what = message("the columns %(names)s", names=", ".join(missing))
        got = ", ".join(filter(None, names)) or NOTHING
        yield Problem(table.file, line, "", expected(what, got))
    for name in sorted({name for name in names if name and names.count(name) > 1}):
        again = message("%(key)s again", key=name)
        yield Problem(table.file, line, name, expected(message("each key once"), again))
