"""Phrases and their frequencies out of exports of Wordstat, Key Collector, Topvisor, Webmaster.

Yandex Webmaster and Google Search Console say how often the site was shown: a phrase's rows (days,
regions, pages) add up. Elsewhere a phrase that stands twice has the larger of its frequencies.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from plugins.keywords.export_columns import NAMES
from plugins.keywords.export_table import ExportTable, Gathered, gather, table_of
from plugins.keywords.sheets import AN_EXPORT, HEADER_WITHIN, Sheet, UnreadableError, sheets_of
from plugins.keywords.spelling import cleaned
from plugins.keywords.tables import Row
from plugins.language.messages import Message, message
from plugins.language.problems import NOTHING, Problem, Severity, expected

LONGEST_LIST = 300


@dataclass(frozen=True, slots=True)
class FoundPhrase:
    """A phrase of an export, without the operators that its `original` has.

    `frequency` is None where the export has none; `url` is the page shown most for it.
    """

    phrase: str
    frequency: int | None = None
    group: str = ""
    url: str = ""
    original: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Export:
    """What an export holds, in its order.

    `columns` are the headers it was read from; `shown` says that frequencies are shows of this
    site, which are fewer than people ask; `skipped` are lines left out, each with its reason;
    `problems` say why nothing could be read.
    """

    phrases: tuple[FoundPhrase, ...] = ()
    columns: tuple[str, ...] = ()
    shown: bool = False
    skipped: tuple[Problem, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_export(data: bytes, file: str) -> Export:
    """The phrases in the bytes of an export, which `file` names to people.

    All sheets of a workbook that are of the best kind there are read (groups on sheets of
    their own); the others (days, pages, countries) are not.
    """
    try:
        sheets = sheets_of(data)
    except UnreadableError as error:
        return Export(problems=(Problem(file, 0, "", expected(AN_EXPORT, error.got)),))
    found = [table for table in map(table_of, sheets) if table]
    if not found:
        return Export(problems=(_unknown(file, sheets),))
    best = max(table.rank for table in found)
    return _export(file, [table for table in found if table.rank == best])


def _export(file: str, tables: Sequence[ExportTable]) -> Export:
    found: dict[str, Gathered] = {}
    notes: list[Problem] = []
    for table in tables:
        skipped: list[tuple[Row, Message]] = []
        gather(table, found, skipped)
        notes += [_note(file, table, row, why) for row, why in skipped]
    counted_by = tables[0].counted_by
    if counted_by not in tables[0].places:
        none = message("no column of frequencies; the phrases are taken without them")
        notes.insert(0, _note(file, tables[0], tables[0].header, none))
    shown = counted_by == "shows"
    phrases = tuple(_phrase(gathered, shown) for gathered in found.values())
    return Export(phrases, tables[0].columns, shown, tuple(notes))


def _phrase(found: Gathered, shown: bool) -> FoundPhrase:
    counts = found.counts
    frequency = (sum(counts) if shown else max(counts)) if counts else None
    url = max(found.urls, key=lambda url: (found.urls[url], url), default="")
    return FoundPhrase(found.phrase, frequency, found.group, url, found.original, found.line)


def _note(file: str, table: ExportTable, row: Row, why: Message) -> Problem:
    return Problem(file, row.line, table.name, why, Severity.ADVICE)


def _unknown(file: str, sheets: Sequence[Sheet]) -> Problem:
    rows = [row for sheet in sheets for row in sheet.rows[:HEADER_WITHIN] if not row.empty]
    header = max(rows, key=lambda row: len(row.cells), default=Row(1, ()))
    got = ", ".join(filter(None, map(cleaned, header.cells)))[:LONGEST_LIST]
    known = ", ".join((*NAMES["phrase"], *NAMES["frequency"], *NAMES["shows"]))
    advice = message("known columns are %(names)s", names=known)
    what = message("a column of phrases and one of their frequencies")
    return Problem(file, header.line, "", expected(what, got or NOTHING, advice))
