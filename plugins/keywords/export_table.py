"""One table of an export: which column says what, told by its name and by what it holds."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Literal

from plugins.keywords.column_choice import BodyRow, chosen_columns
from plugins.keywords.export_columns import COUNTS, Field, may_count
from plugins.keywords.export_header import Header, header_of
from plugins.keywords.sheets import Sheet
from plugins.keywords.spelling import cleaned, count_of
from plugins.keywords.tables import Row
from plugins.keywords.unnamed_columns import bare_header, guessed_header

Counted = Literal["asked", "demand", "shown", ""]
COUNTED: dict[Field, Counted] = {"frequency": "asked", "demand": "demand", "shows": "shown"}


@dataclass(frozen=True, eq=False)
class ExportTable:
    """A table cut at its header; `read` are the columns kept in the rows of `body`.

    `places` say which of them (indexes of a row's cells) hold a field; `numbers`: whether the
    column of frequencies holds any.
    """

    name: str
    header: Header
    read: Mapping[int, int]
    body: Sequence[BodyRow]
    places: Mapping[Field, tuple[int, ...]]
    numbers: bool
    hidden: bool = False

    @cached_property
    def field(self) -> Field:
        """The field that frequencies are read from."""
        return next((field for field in COUNTS if field in self.places), "frequency")

    @property
    def counted(self) -> Counted:
        """What the frequencies count; "" where there are none."""
        return COUNTED[self.field] if self.field in self.places else ""

    @cached_property
    def exact(self) -> bool:
        """Whether the frequencies are of phrases with operators, a part of what people ask."""
        places = self.places.get(self.field, ())
        return any(m.exact for p, m in self.header.meanings.items() if self.read.get(p) in places)

    @property
    def rank(self) -> tuple[bool, bool, bool]:
        """What kind of table this is; those that say how often people ask come last."""
        return bool(self.counted), self.counted != "shown", self.counted == "asked"

    @cached_property
    def width(self) -> int:
        """How many cells a row may have: as the header, or as most rows where those have more."""
        widths = Counter(row.width for row in self.body).most_common(1)
        return max(len(self.header.names), *(width for width, _ in widths))

    @cached_property
    def counts(self) -> tuple[str, ...]:
        """The headers that frequencies are read from."""
        return self._named(self.places.get(self.field, ()))

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The headers that are read."""
        return self._named(chain.from_iterable(self.places.values()))

    def _named(self, indexes: Iterable[int]) -> tuple[str, ...]:
        taken = set(indexes)
        return tuple(self.header.names[p] for p, index in self.read.items() if index in taken)

    @cached_property
    def unread(self) -> tuple[str, ...]:
        """The headers of other numbers that might have been taken for frequencies."""
        taken, known = set(chain.from_iterable(self.places.values())), self.header.meanings
        return tuple(
            name
            for place, name in enumerate(self.header.names)
            if (
                known[place].field in COUNTS and self.read.get(place, -1) not in {-1, *taken}
                if place in known
                else may_count(name)
            )
        )

    def cell(self, row: BodyRow, field: Field) -> str:
        """The cell of a field, on one line; several as «a, b», of a folder «a/b»."""
        places = self.places.get(field, ())
        if len(places) == 1:
            return cleaned(row.cells[places[0]])
        cells = (cleaned(row.cells[place]) for place in places)
        return ("/" if field == "folder" else ", ").join(filter(None, cells))

    def count(self, row: BodyRow) -> tuple[int | None, str]:
        """The number of a row, days added up, and the text of a cell that holds none."""
        texts = [cleaned(row.cells[place]) for place in self.places.get(self.field, ())]
        counts = [count for text in texts if (count := count_of(text)) is not None]
        return (sum(counts), "") if counts else (None, next(filter(None, texts), ""))


def tables_of(sheet: Sheet, *, guess: bool = False) -> list[ExportTable]:
    """The tables of a sheet, those side by side too; none where no column holds phrases.

    `guess`: whatever its name, the one column of texts beside a known count is taken for it.
    """
    named = header_of(sheet.first) or bare_header(sheet.first)
    header = guessed_header(sheet.first) if guess else named
    if header is None:
        return []
    places = sorted(header.meanings)
    body = list(_body(chain(sheet.first[header.below :], sheet.rest), places))
    index = {place: at for at, place in enumerate(places)}
    blocks = ({place: index[place] for place in block} for block in _blocks(header, places))
    tables = (_table(sheet, header, body, block) for block in blocks)
    return [table for table in tables if "phrase" in table.places]


def _body(rows: Iterable[Row], places: Sequence[int]) -> Iterator[BodyRow]:
    apart = False
    for row in rows:
        filled = [place for place, cell in enumerate(row.cells) if cell.strip()]
        if filled:
            cells = tuple(row.cells[p] if p < len(row.cells) else "" for p in places)
            yield BodyRow(row.line, cells, filled[-1] + 1, len(filled) == 1, apart)
        apart = not filled


def _blocks(header: Header, places: Sequence[int]) -> Iterator[list[int]]:
    """Columns of tables side by side: each has phrases and a number of its own."""
    block: list[int] = []
    for place in places:
        again = header.meanings[place].field == "phrase" and _counts(header, block)
        if again and _counts(header, [p for p in places if p > place]):
            yield block
            block = []
        block.append(place)
    yield block


def _counts(header: Header, places: Iterable[int]) -> bool:
    return any(header.meanings[place].field in COUNTS for place in places)


def _table(
    sheet: Sheet, header: Header, body: Sequence[BodyRow], read: Mapping[int, int]
) -> ExportTable:
    chosen, numbers = chosen_columns(header, read, body)
    return ExportTable(sheet.name, header, read, body, chosen, numbers, sheet.hidden)
