"""An export into the relevance map: frequencies renewed, new phrases added, the rest as it was.

Only cells of the column `frequency` change. Where a frequency came from and when is not written
down: the five columns are a person's, and the history of the file knows. A new phrase brings its
group, and in its note how the export spelled it and which page was shown for it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from plugins.keywords.exports import Export, FoundPhrase
from plugins.keywords.map_file import COLUMNS, MapFile, form_problems, map_file
from plugins.keywords.spelling import count_of, harmless, phrase_key
from plugins.keywords.tables import LINE_END, UTF8_WITH_BOM, Row, written
from plugins.language.messages import Message, message
from plugins.language.problems import Problem

NEEDED = ("phrase", "frequency")
WEB = ("http://", "https://", "/")
FEWER_SHOWS = message("the site's shows are fewer than the map's frequency")
NO_NUMBER = message("the map's frequency is no number")
NO_FREQUENCY = message("the export has no frequency")


@dataclass(frozen=True, slots=True)
class Changed:
    """A frequency that the export renews, in a line of the map; `old` is None where it had none."""

    phrase: str
    line: int
    old: int | None
    new: int


@dataclass(frozen=True, slots=True)
class Left:
    """A phrase of both whose frequency stays, though the export says something else."""

    phrase: str
    line: int
    why: Message


@dataclass(frozen=True, slots=True)
class Merged:
    """The map after a merge, and what the merge did.

    `unchanged` counts phrases whose frequency was the same already, `absent` rows of the map
    that the export does not know; `skipped` are lines of the export left out, each with its
    reason. `problems` say why nothing was merged; `data` is then the map as it was.
    """

    data: bytes
    added: tuple[FoundPhrase, ...] = ()
    changed: tuple[Changed, ...] = ()
    left: tuple[Left, ...] = ()
    unchanged: int = 0
    absent: int = 0
    skipped: tuple[Problem, ...] = ()
    recoded: bool = False
    problems: tuple[Problem, ...] = ()


@dataclass(slots=True)
class _Work:
    rows: list[Row]
    changed: list[Changed] = field(default_factory=list)
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
        return Merged(before, skipped=export.skipped, problems=problems)
    work = _Work(list(table.rows))
    added = _by_frequency(_unknown(table, export, work))
    after, recoded = _encoded(table, work.rows, added) if added or work.changed else (before, False)
    absent = sum(map(table.usable, table.rows)) - len(work.met)
    return Merged(
        after,
        added,
        tuple(work.changed),
        tuple(work.left),
        work.unchanged,
        absent,
        export.skipped,
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
    """The phrases that the map does not have; those it has are renewed in `work`."""
    places: dict[str, int] = {}
    for number, row in enumerate(table.rows):
        if table.usable(row):
            key = phrase_key(table.phrase(row))
            places.setdefault(key, number)
    unknown = []
    for found in export.phrases:
        key = phrase_key(found.phrase)
        number = places.get(key, places.get(f'"{key}"', -1))
        if number < 0:
            unknown.append(found)
        else:
            _renew(table, found, number, export.shown, work)
    return unknown


def _renew(table: MapFile, found: FoundPhrase, number: int, shown: bool, work: _Work) -> None:
    row = work.rows[number]
    work.met.add(number)
    text = table.cell(row, "frequency")
    old = count_of(text)
    if found.frequency == old:
        work.unchanged += 1
    elif why := _why_left(text, old, found.frequency, shown):
        work.left.append(Left(found.phrase, row.line, why))
    elif found.frequency is not None:
        work.rows[number] = _with_frequency(table, row, found.frequency)
        work.changed.append(Changed(table.phrase(row), row.line, old, found.frequency))


def _why_left(text: str, old: int | None, new: int | None, shown: bool) -> Message | None:
    if new is None:
        return NO_FREQUENCY
    if text and old is None:
        return NO_NUMBER
    return FEWER_SHOWS if shown and new < (old or 0) else None


def _with_frequency(table: MapFile, row: Row, frequency: int) -> Row:
    place = table.columns["frequency"]
    cells = [*row.cells, *[""] * (place + 1 - len(row.cells))]
    cells[place] = str(frequency)
    end = row.raw[len(row.raw.rstrip("\r\n")) :]
    return Row(row.line, tuple(cells), written(cells, table.separator) + end)


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
    values |= {"group": harmless(found.group), "note": _note(found)}
    cells = [""] * table.width
    for name, value in values.items():
        if name in table.columns:
            cells[table.columns[name]] = value
    return written(cells, table.separator) + table.line_end


def _note(found: FoundPhrase) -> str:
    """How the export spelled the phrase, if otherwise, and the page shown most for it."""
    spelled = phrase_key(found.original or found.phrase) != phrase_key(found.phrase)
    parts = [f"«{found.original}»" if spelled else ""]
    parts.append(found.url if found.url.startswith(WEB) else "")
    return " ".join(filter(None, parts))
