"""One sheet of an export: where its header is, which column says what, what its rows add up to."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from plugins.keywords.export_columns import TOTALS, Field, fields_of
from plugins.keywords.sheets import HEADER_WITHIN, Sheet
from plugins.keywords.spelling import cleaned, count_of, letters, phrase_key, without_operators
from plugins.keywords.tables import Row
from plugins.language.messages import Message, message

LEAST_LETTERS = 2
NO_COUNT = {"", "-", "–", "—", "н/д", "n/a"}
ABOVE = message("above the header")
HEADER_AGAIN = message("the header again")
TOTAL = message("a total")
NO_PHRASE = message("no phrase of two letters or more")
CHOICE = message("a choice of words ( | ); give each of them a line")


@dataclass(frozen=True, slots=True)
class ExportTable:
    """A sheet cut at its header; `places` are the columns of the fields."""

    name: str
    header: Row
    above: tuple[Row, ...]
    body: tuple[Row, ...]
    places: Mapping[Field, int]

    @property
    def counted_by(self) -> Field:
        """The field that frequencies are read from."""
        return "frequency" if "frequency" in self.places else "shows"

    @property
    def rank(self) -> tuple[bool, bool]:
        """What kind of table this is; those that say how often people ask come last."""
        return self.counted_by in self.places, self.counted_by == "frequency"

    @property
    def columns(self) -> tuple[str, ...]:
        """The headers that are read."""
        unused = {"shows"} if "frequency" in self.places else set[str]()
        places = sorted(place for name, place in self.places.items() if name not in unused)
        return tuple(cleaned(self.header.cells[place]) for place in places)

    def cell(self, row: Row, name: Field) -> str:
        """The cell of a field, on one line; "" where there is none."""
        place = self.places.get(name, len(row.cells))
        return cleaned(row.cells[place]) if place < len(row.cells) else ""


@dataclass(slots=True)
class Gathered:
    """The rows of one phrase, put together."""

    phrase: str
    original: str
    line: int
    counts: list[int] = field(default_factory=list)
    urls: Counter[str] = field(default_factory=Counter)
    group: str = ""


def table_of(sheet: Sheet) -> ExportTable | None:
    """The sheet cut at the row with most known headers; None where no row names phrases."""
    rows = [row for row in sheet.rows if not row.empty]
    known = [fields_of(row.cells) for row in rows[:HEADER_WITHIN]]
    at = max(range(len(known)), key=lambda n: _worth(known[n]), default=0)
    if not known or "phrase" not in known[at]:
        return None
    body = tuple(rows[at + 1 :])
    return ExportTable(sheet.name, rows[at], tuple(rows[:at]), body, _places(known[at], body))


def _worth(fields: Mapping[Field, Sequence[int]]) -> tuple[bool, bool, int]:
    return "phrase" in fields, "frequency" in fields or "shows" in fields, len(fields)


def _places(fields: Mapping[Field, Sequence[int]], body: Sequence[Row]) -> dict[Field, int]:
    """The column of each field; of several frequencies the first that holds a number."""
    places = {name: found[0] for name, found in fields.items()}
    filled = (place for place in fields.get("frequency", ()) if _numbers(place, body))
    if (place := next(filled, None)) is not None:
        places["frequency"] = place
    elif "shows" in fields:
        places.pop("frequency", None)
    return places


def _numbers(place: int, body: Sequence[Row]) -> bool:
    cells = (row.cells[place] for row in body if place < len(row.cells))
    return any(count_of(cell) is not None for cell in cells)


def gather(
    table: ExportTable, found: dict[str, Gathered], skipped: list[tuple[Row, Message]]
) -> None:
    """Put the rows of a table together, by phrase, into `found`; what is left out, and why."""
    skipped += [(row, ABOVE) for row in table.above]
    largest = _largest(table)
    for row in table.body:
        original = table.cell(row, "phrase")
        phrase = without_operators(original)
        if why := _no_phrase(table, row, phrase, largest):
            skipped.append((row, why))
            continue
        new = Gathered(phrase, original, row.line)
        if wrong := _add(table, row, found.setdefault(phrase_key(phrase), new)):
            skipped.append((row, wrong))


def _add(table: ExportTable, row: Row, to: Gathered) -> Message | None:
    """Add a row to its phrase; what cannot be read of it."""
    text = table.cell(row, table.counted_by)
    count = count_of(text)
    to.group = to.group or table.cell(row, "group")
    if url := table.cell(row, "url"):
        to.urls[url] += count or 0
    if count is not None:
        to.counts.append(count)
    elif text.casefold() not in NO_COUNT:
        return message("'%(got)s' is no number; the phrase is taken without it", got=text)
    return None


def _no_phrase(table: ExportTable, row: Row, phrase: str, largest: int) -> Message | None:
    """Why a row is no phrase; None where it is one."""
    if row.cells == table.header.cells:
        return HEADER_AGAIN
    if _named_total(table, row):
        count = count_of(table.cell(row, table.counted_by))
        return TOTAL if count is None or count >= largest else None
    if "|" in phrase:
        return CHOICE
    return NO_PHRASE if letters(phrase) < LEAST_LETTERS else None


def _named_total(table: ExportTable, row: Row) -> bool:
    return phrase_key(table.cell(row, "phrase")).strip(" :") in TOTALS


def _largest(table: ExportTable) -> int:
    """The largest number of a row that is not called a total: a real total is no smaller."""
    rows = (row for row in table.body if not _named_total(table, row))
    return max((count_of(table.cell(row, table.counted_by)) or 0 for row in rows), default=0)
