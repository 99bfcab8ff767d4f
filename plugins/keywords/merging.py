"""An export into the relevance map: frequencies renewed, new phrases added, the rest as it was.

Of a row that is there the frequency changes, and empty cells of `group`, `document` and `note` are
filled; nothing that a person wrote there is. Where a frequency came from and when is not written
down: the five columns are a person's, and the history of the file knows. A new phrase brings its
group and target page, and in its note what a person noted, how the export spelled it and which
page was shown for it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from plugins.keywords.export_table import Counted
from plugins.keywords.exports import Export, FoundPhrase
from plugins.keywords.map_file import COLUMNS, MapFile, form_problems, map_file
from plugins.keywords.merged import Changed, Filled, Left, Merged
from plugins.keywords.spelling import LONGEST_PHRASE, harmless, phrase_key, whole_count
from plugins.keywords.tables import LINE_END, UTF8_WITH_BOM, Row, written
from plugins.language.messages import Message, message
from plugins.language.problems import Problem

NEEDED = ("phrase", "frequency")
WEB = ("http://", "https://", "/")
# Shows and demand are of the days that an export was made for, a week or a year; a frequency is
# of a month. They stand in for it where there is none.
NOT_OF_A_MONTH: Mapping[Counted, Message] = {
    "shown": message("shows of this site are no frequency"),
    "demand": message("demand is of the days of the export, a frequency of a month"),
}
OF_A_PART = message("the export counts only those who ask for it with operators")
NO_NUMBER = message("the map's frequency is no number")
ZERO = message("the map says more; if nobody asks for it any longer, write 0 into the map yourself")
NO_FREQUENCY = message("the export has no frequency")


@dataclass(slots=True)
class _Work:
    rows: list[Row]
    changed: list[Changed] = field(default_factory=list)
    filled: list[Filled] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    met: set[int] = field(default_factory=set)
    unchanged: int = 0


def merge(data: bytes | None, file: str, export: Export) -> Merged:
    """The map with what an export says; `data` is None or empty where there is no map yet."""
    before = data or b""
    table = map_file(before, file)
    if not table.head and not table.damaged:
        table = _new(table)
    if problems := (*export.problems, *_obstacles(table)):
        return Merged(before, export, problems=problems)
    work = _Work(list(table.rows))
    added = _by_frequency(_unknown(table, export, work))
    touched = added or work.changed or work.filled
    after, recoded = _encoded(table, work.rows, added) if touched else (before, False)
    return Merged(
        after,
        export,
        added,
        tuple(work.changed),
        tuple(work.filled),
        tuple(work.left),
        work.unchanged,
        sum(map(table.usable, table.rows)) - len(work.met),
        _homeless(table, added),
        recoded,
    )


def _new(table: MapFile) -> MapFile:
    head = Row(1, COLUMNS, f"{','.join(COLUMNS)}\n")
    columns = {name: place for place, name in enumerate(COLUMNS)}
    return replace(table, separator=",", line_end="\n", head=(head,), rows=(), columns=columns)


def _obstacles(table: MapFile) -> list[Problem]:
    """Problems of the map's file that make it unwise to write into it."""
    unreadable = table.damaged or any(row.broken for row in (*table.head, *table.rows))
    incomplete = any(name not in table.columns for name in NEEDED)
    return list(form_problems(table)) if unreadable or incomplete else []


def _unknown(table: MapFile, export: Export, work: _Work) -> list[FoundPhrase]:
    """The phrases that the map does not have; those it has are renewed in `work`.

    A phrase that a person put in quotes is the one that the export has without them.
    """
    places: dict[str, int] = {}
    for number, row in enumerate(table.rows):
        if table.usable(row):
            key = phrase_key(table.phrase(row))
            places.setdefault(key, number)
    known = {phrase_key(found.phrase): found for found in export.phrases}
    unknown = []
    for key, found in known.items():
        quoted = f'"{key}"'
        number = places.get(key, -1 if quoted in known else places.get(quoted, -1))
        if number < 0:
            unknown.append(found)
        else:
            work.met.add(number)
            _renew(table, found, number, export.counted, work)
    return unknown


def _renew(table: MapFile, found: FoundPhrase, number: int, counted: Counted, work: _Work) -> None:
    """Renew the frequency of a row and fill its empty cells."""
    row, phrase = work.rows[number], table.phrase(work.rows[number])
    values = {
        column: value
        for column, value in _given(found).items()
        if value and column in table.columns and not table.raw(row, column).strip()
    }
    work.filled += [Filled(phrase, row.line, column, value) for column, value in values.items()]
    text = table.cell(row, "frequency")
    old = whole_count(text)
    if found.frequency == old:
        work.unchanged += 1
    elif why := _why_left(text, old, found, counted):
        work.left.append(Left(phrase, row.line, why, found.frequency))
    elif found.frequency is not None:
        values["frequency"] = str(found.frequency)
        work.changed.append(Changed(phrase, row.line, old, found.frequency))
    if values:
        work.rows[number] = _with(table, row, values)


def _given(found: FoundPhrase) -> dict[str, str]:
    """What an export says of a phrase because a person said it there."""
    return {
        "document": found.document,
        "group": harmless(found.group),
        "note": harmless(found.note),
    }


def _why_left(text: str, old: int | None, found: FoundPhrase, counted: Counted) -> Message | None:
    if found.frequency is None:
        return NO_FREQUENCY
    if text and old is None:
        return NO_NUMBER
    if text and counted in NOT_OF_A_MONTH:
        return NOT_OF_A_MONTH[counted]
    if found.frequency == 0 and old:
        return ZERO
    return OF_A_PART if found.at_least and found.frequency < (old or 0) else None


def _with(table: MapFile, row: Row, values: Mapping[str, str]) -> Row:
    """A row with other values in some of its columns; all else keeps its text."""
    cells = list(row.cells)
    for column, value in values.items():
        place = table.columns[column]
        cells += [""] * (place + 1 - len(cells))
        cells[place] = value
    end = row.raw[len(row.raw.rstrip("\r\n")) :]
    return Row(row.line, tuple(cells), written(cells, table.separator) + end)


def _homeless(table: MapFile, added: Sequence[FoundPhrase]) -> dict[str, int]:
    """Columns that the map lacks, and for how many new phrases the export has something there."""
    lacking = [column for column in COLUMNS if column not in table.columns]
    counts = {column: sum(bool(_given(f).get(column)) for f in added) for column in lacking}
    return {column: count for column, count in counts.items() if count}


def _by_frequency(phrases: Iterable[FoundPhrase]) -> tuple[FoundPhrase, ...]:
    known = lambda found: -1 if found.frequency is None else found.frequency  # noqa: E731
    return tuple(sorted(phrases, key=known, reverse=True))


def _encoded(
    table: MapFile, rows: Sequence[Row], added: Sequence[FoundPhrase]
) -> tuple[bytes, bool]:
    """The bytes of the file, and whether its characters had to be written another way."""
    text = "".join(row.raw for row in (*table.head, *rows))
    if added and text and not LINE_END.search(text[-1]):
        text += table.line_end
    text += "".join(_line(table, found) for found in added)
    try:
        return table.encoding.encoded(text), False
    except UnicodeEncodeError:
        return UTF8_WITH_BOM.encoded(text), True


def _line(table: MapFile, found: FoundPhrase) -> str:
    frequency = "" if found.frequency is None else str(found.frequency)
    values = {"phrase": found.phrase, "frequency": frequency}
    values |= _given(found) | {"note": _note(found)}
    cells = [""] * table.width
    for name, value in values.items():
        if name in table.columns:
            cells[table.columns[name]] = value
    return written(cells, table.separator) + table.line_end


def _note(found: FoundPhrase) -> str:
    """What a person noted, how the export spelled the phrase, if otherwise, and the page."""
    original = found.original or found.phrase
    spelled = phrase_key(original) != phrase_key(found.phrase)
    page = found.url if found.document else found.target or found.url
    parts = [harmless(found.note), f"«{original[:LONGEST_PHRASE]}»" if spelled else ""]
    parts.append(page if page.startswith(WEB) else "")
    return " ".join(filter(None, parts))
