"""Phrases and their frequencies out of exports of Wordstat, Key Collector, Topvisor, Webmaster.

Yandex Webmaster and Google Search Console say how often the site was shown: a phrase's rows (days,
regions, pages) add up. Elsewhere a phrase that stands twice has the larger of its frequencies.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from plugins.keywords.export_columns import NAMES
from plugins.keywords.export_rows import Gathered, gather
from plugins.keywords.export_table import Counted, ExportTable, tables_of
from plugins.keywords.sheets import AN_EXPORT, UnreadableError, sheets_of
from plugins.keywords.spelling import cleaned
from plugins.keywords.tables import Row
from plugins.keywords.unnamed_columns import header_line
from plugins.language.messages import Message, message
from plugins.language.problems import NOTHING, Problem, Severity, expected

LONGEST_LIST = 300
HIDDEN = message("a hidden sheet")
WORSE = message("a table that says less of how often people ask than another one; it is not read")
# Names of sheets and files that say nothing of the phrases on them.
NO_GROUP_NAME = re.compile(
    r"(?:лист|sheet|таблица|table|данные|data|экспорт|export|отч[её]т|report|страница|page"
    r"|фразы|запросы|ключевые слова|семантика|ядро|phrases|queries|keywords"
    r"|топ запросов|похожие запросы|популярные( запросы)?|top queries|similar queries)[\s_()\d-]*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class FoundPhrase:
    """A phrase of an export, without the operators that its `original` has.

    `frequency` is None where the export has none; `at_least`: it is of the phrase with operators,
    people ask as often or more often. `url` is the page shown most for it, `target` the one that
    a person chose, `document` the document there, once it is known; `note` is a person's.
    """

    phrase: str
    frequency: int | None = None
    group: str = ""
    url: str = ""
    original: str = ""
    line: int = 0
    at_least: bool = False
    target: str = ""
    document: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Export:
    """What an export holds, in its order.

    `columns` are the headers it was read from, `unread` those of other frequencies; `counted` says
    what was counted: how often people asked in a month, the demand of the days it is for, or how
    often this site was shown in them; `skipped` are lines left out, each with its reason;
    `problems` say why nothing could be read.
    """

    phrases: tuple[FoundPhrase, ...] = ()
    columns: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    counted: Counted = "asked"
    skipped: tuple[Problem, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_export(data: bytes, file: str) -> Export:
    """The phrases in the bytes of an export, which `file` names to people.

    All sheets of a workbook that are of the best kind there are read (groups on sheets of
    their own); the others (days, pages, countries) and hidden ones are not.
    """
    firsts: list[Row] = []
    tables: list[ExportTable] = []
    try:
        for sheet in sheets_of(data):
            firsts += sheet.first
            tables += tables_of(sheet)
        if not tables:
            tables = [table for sheet in sheets_of(data) for table in tables_of(sheet, guess=True)]
    except UnreadableError as error:
        return Export(problems=(Problem(file, 0, "", expected(AN_EXPORT, error.got)),))
    if not tables:
        return Export(problems=(_unknown(file, firsts),))
    seen = [table for table in tables if not table.hidden] or tables
    best = max(table.rank for table in seen)
    left = [_note(file, table.name, 0, HIDDEN) for table in tables if table not in seen]
    worse = (table for table in seen if table.rank != best)
    left += [_note(file, table.name, table.header.row.line, WORSE) for table in worse]
    return _export(file, [table for table in seen if table.rank == best], left)


def _export(file: str, tables: Sequence[ExportTable], notes: list[Problem]) -> Export:
    found: dict[str, Gathered] = {}
    first = tables[0]
    if not first.numbers:
        notes.insert(0, _note(file, first.name, first.header.row.line, _no_numbers(first)))
    several = len({table.name for table in tables}) > 1
    for table in tables:
        skipped = gather(table, found, _group_of(table.name) if several else "")
        notes += [_note(file, table.name, line, why) for line, why in skipped]
    if not found:
        nothing = expected(message("rows of phrases below the header"), NOTHING)
        return Export(problems=(Problem(file, first.header.row.line, first.name, nothing),))
    phrases = tuple(_phrase(gathered, first.counted) for gathered in found.values())
    read = dict.fromkeys(name for table in tables for name in table.columns)
    unread = dict.fromkeys(name for table in tables for name in table.unread)
    return Export(phrases, tuple(read), tuple(unread), first.counted, tuple(notes))


def _phrase(found: Gathered, counted: Counted) -> FoundPhrase:
    counts = found.counts or found.narrow
    frequency = (sum(counts) if counted == "shown" else max(counts)) if counts else None
    url = max(found.urls, key=lambda url: (found.urls[url], url), default="")
    return FoundPhrase(
        found.phrase,
        frequency,
        found.group,
        url,
        found.original,
        found.line,
        bool(found.narrow) and not found.counts,
        found.target,
        note=found.note,
    )


def _no_numbers(table: ExportTable) -> Message:
    if not table.counted:
        return message("no column of frequencies; the phrases are taken without them")
    name = next(iter(table.counts), "")
    return message(
        "no numbers in the column «%(name)s»; the phrases are taken without them", name=name
    )


def _group_of(name: str) -> str:
    """The group that the name of a sheet or a file says; "" where it says none."""
    stem = re.sub(r"\.\w{2,4}$", "", name.rpartition("/")[2])
    return "" if NO_GROUP_NAME.fullmatch(stem) else stem


def _note(file: str, name: str, line: int, why: Message) -> Problem:
    return Problem(file, line, name, why, Severity.ADVICE)


def _unknown(file: str, rows: Sequence[Row]) -> Problem:
    header = header_line(rows)
    got = ", ".join(filter(None, map(cleaned, header.cells)))[:LONGEST_LIST]
    known = ", ".join((*NAMES["phrase"], *NAMES["frequency"], *NAMES["shows"]))
    advice = message("known columns are %(names)s", names=known)
    what = message("a column of phrases and one of their frequencies")
    return Problem(file, header.line, "", expected(what, got or NOTHING, advice))
