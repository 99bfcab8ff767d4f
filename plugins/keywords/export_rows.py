"""The rows of a table of an export put together by phrase, and what is left out of them."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from plugins.keywords.column_choice import BodyRow
from plugins.keywords.export_columns import meaning_of
from plugins.keywords.export_table import ExportTable
from plugins.keywords.map_file import COLUMNS
from plugins.keywords.spelling import (
    LONGEST_PHRASE,
    is_exact,
    is_narrow,
    letters,
    phrase_key,
    straightened,
    without_operators,
)
from plugins.language.messages import Message, message

LEAST_LETTERS = 2
NO_COUNT = {"", "-", "--", "–", "—", "н/д", "нет данных", "n/a", "#n/a", "#н/д"}
# What tools call the phrases that nobody has put into a group.
NO_GROUP = {
    "", "-", "—", "0", "без группы", "нет группы", "вне групп", "без кластера", "нет кластера",
    "по умолчанию", "группа по умолчанию", "новая группа", "не сгруппировано",
    "несгруппированные", "некластеризованные", "no group", "ungrouped", "unclustered", "default",
    "default group", "new group", "none",
}  # fmt: skip
TOTAL_ROW = re.compile(
    r"(?:итого и средние|итого|всего|сумма|общий итог|grand total|totals?)"
    r"(?: (?:фраз|запросов|слов|ключей|строк|phrases|queries|keywords|rows))?[\s:()\d.,]*"
)
TOTAL_LETTERS = frozenset("ивсоtgИВСОTG")
ABOVE = message("above the header")
BARE = message("no header: what stands first is read as a phrase, the number as its frequency")
LIST = message("no header: each line is read as a phrase")
BELOW = message("below the table")
HEADER_AGAIN = message("the header again")
TOTAL = message("a total")
NO_PHRASE = message("no phrase of two letters or more")
LONG = message("a phrase longer than %(count)s characters", count=LONGEST_PHRASE)
WIDER = message("more cells than the header; put a text that holds the separator in double quotes")
CHOICE = message("a choice of words ( | ); give each of them a line")


@dataclass(slots=True)
class Gathered:
    """The rows of one phrase; `narrow` are counts that operators make smaller than the others."""

    phrase: str
    original: str
    line: int
    counts: list[int] = field(default_factory=list)
    narrow: list[int] = field(default_factory=list)
    urls: Counter[str] = field(default_factory=Counter)
    group: str = ""
    target: str = ""
    note: str = ""
    spelled: set[str] = field(default_factory=set)


class Line(NamedTuple):
    """A row, its phrase as written, its number, and the text that stands for one but is none."""

    row: BodyRow
    phrase: str
    number: int | None
    text: str


Skipped = list[tuple[int, Message]]


def gather(table: ExportTable, found: dict[str, Gathered], group: str = "") -> Skipped:
    """Put the rows of a table together, by phrase, into `found`; lines left out, and why.

    `group` is that of the whole table, where it has no column of groups.
    """
    skipped = [(row.line, ABOVE) for row in table.header.above]
    if not table.header.below:
        skipped.append((table.header.row.line, BARE if table.counted else LIST))
    body, footers = _without_footers(table)
    lines = [Line(row, table.cell(row, "phrase"), *table.count(row)) for row in body]
    # A real total is no smaller than any number of a row that is not called one.
    largest = max((line.number or 0 for line in lines if not _is_total(line)), default=0)
    own = set(COLUMNS) <= set(map(str.casefold, table.header.names))
    for line in lines:
        phrase = _kept(line.phrase) if own else without_operators(line.phrase)
        if why := _why_not(table, line, phrase, largest):
            skipped.append((line.row.line, why))
        elif phrase:
            new = Gathered(phrase, line.phrase, line.row.line)
            to = found.setdefault(phrase_key(phrase), new)
            to.group = to.group or _group(table, line.row) or group
            if same := _same(table, line, to):
                skipped.append((line.row.line, same))
            if wrong := _add(table, line, to, narrow=not own and is_narrow(line.phrase)):
                skipped.append((line.row.line, wrong))
    return skipped + [(row.line, BELOW) for row in footers]


def _kept(original: str) -> str:
    """A phrase of a relevance map: the quotes around it are a person's."""
    phrase = straightened(original)
    return phrase if is_exact(phrase) else without_operators(original)


def _same(table: ExportTable, line: Line, to: Gathered) -> Message | None:
    """That a row is one phrase with another one, so that one of their numbers is not used."""
    spelled, values = phrase_key(line.phrase), {"phrase": to.phrase, "line": to.line}
    first, again = not to.spelled, spelled in to.spelled
    to.spelled.add(spelled)
    if first:
        return None
    if not again:
        return message("without operators it is «%(phrase)s», as in line %(line)s", **values)
    used = table.counted == "shown" or line.number in {None, *to.counts, *to.narrow}
    return None if used else message("«%(phrase)s» again, as in line %(line)s", **values)


def _add(table: ExportTable, line: Line, to: Gathered, *, narrow: bool) -> Message | None:
    """Add a row to its phrase; what cannot be read of it."""
    to.target = to.target or table.cell(line.row, "target")
    to.note = to.note or _note(table, line.row)
    if url := table.cell(line.row, "url"):
        to.urls[url] += line.number or 0
    if line.number is not None:
        part = table.exact or (table.counted == "asked" and narrow)
        (to.narrow if part else to.counts).append(line.number)
    elif line.text.casefold() not in NO_COUNT:
        return message("'%(got)s' is no number; the phrase is taken without it", got=line.text)
    return None


def _group(table: ExportTable, row: BodyRow) -> str:
    name, folder = table.cell(row, "group"), table.cell(row, "folder")
    if name.casefold().replace("ё", "е") in NO_GROUP:
        return folder
    return f"{folder}/{name}" if folder else name


def _note(table: ExportTable, row: BodyRow) -> str:
    """What a person noted; the numbers by which Topvisor calls the colours of tags are none."""
    note = table.cell(row, "note")
    return "" if note.replace(",", "").replace(" ", "").isdigit() else note


def _why_not(table: ExportTable, line: Line, phrase: str, largest: int) -> Message | None:
    """Why a row is no phrase; None where it is one, or holds nothing of this table."""
    cells = line.row.cells
    if not phrase and not any(cells[p] for places in table.places.values() for p in places):
        return None
    if line.row.width > table.width:
        return WIDER
    if _is_header(table, line):
        return HEADER_AGAIN
    if _is_total(line):
        return TOTAL if line.number is None or line.number >= largest else None
    return _no_phrase(phrase)


def _no_phrase(phrase: str) -> Message | None:
    if "|" in phrase:
        return CHOICE
    if len(phrase) > LONGEST_PHRASE:
        return LONG
    return NO_PHRASE if letters(phrase) < LEAST_LETTERS else None


def _is_total(line: Line) -> bool:
    """Whether the phrase of a row is what tools call a total."""
    text = line.phrase.lstrip('" ')
    return text[:1] in TOTAL_LETTERS and bool(TOTAL_ROW.fullmatch(phrase_key(text)))


def _is_header(table: ExportTable, line: Line) -> bool:
    """Whether a row names columns, of this table or of another one below it."""
    if line.number is not None or (table.counted and not line.text):
        return False
    named = meaning_of(line.phrase)
    if named is None or named.field != "phrase":
        return False
    return not line.text or meaning_of(line.text) is not None


def _without_footers(table: ExportTable) -> tuple[Sequence[BodyRow], Sequence[BodyRow]]:
    """The body, and single cells at its end below an empty row."""
    body, end = table.body, len(table.body)
    while end and table.numbers and body[end - 1].alone:
        end -= 1
    end = next((n for n in range(end, len(body)) if body[n].apart), len(body))
    return body[:end], body[end:]
