"""Exports into a database of DuckDB: what is read is told, and what is left out and why."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import duckdb

from plugins.funnel import exports, meaning, staging
from plugins.funnel.columns import Kind, Layout, layout_of
from plugins.funnel.exports import Export, Left, Reading
from plugins.funnel.settings import FunnelSettings
from plugins.language.messages import Message, message
from plugins.language.problems import expected
from plugins.release.funnel_files import Table, mended, table_of, unified
from plugins.release.funnel_json import table_of_objects

Show = Callable[[float], None]
FIRST_LINES = 3
# Mending goes line by line in memory; Metrica, whose exports are large, writes no quotes
MOST_MENDED = 1 << 28
TICK = 0.2


@dataclass(frozen=True)
class Import:
    """A database, a folder for what is converted, settings, pages of products."""

    database: duckdb.DuckDBPyConnection
    folder: Path
    settings: FunnelSettings
    products: Sequence[str]
    show: Show

    def run(self, sql: str, begun: float, share: float) -> None:
        """Run SQL and show how far it is, from one share of the work to the next."""
        with ThreadPoolExecutor(1) as pool:
            work = pool.submit(self.database.execute, sql)
            while not work.done():
                try:
                    work.result(TICK)
                except TimeoutError:
                    done = max(0.0, self.database.query_progress()) / 100
                    self.show(begun + share * done)
            work.result()
        self.show(begun + share)


def imported(files: Sequence[Path], use: Import) -> Reading:
    """All files into the tables `visits`, `events` and `orders`."""
    use.database.execute(staging.TABLES)
    for sql in staging.settled(use.settings, use.products):
        use.database.execute(sql)
    sizes = [max(1, file.stat().st_size) for file in files]
    done, found, known = 0.0, [], set()
    for number, file in enumerate(files):
        share = 0.7 * sizes[number] / sum(sizes)
        if file.resolve() in known:
            found.append(Export(file.name, refused=None, notes=(exports.SAME_FILE,)))
        else:
            found.append(_read(file, number, use, (done, share)))
        known.add(file.resolve())
        done += share
    return _meant(found, use)


def _read(file: Path, number: int, use: Import, part: tuple[float, float]) -> Export:
    table = table_of(file, use.folder, number)
    broken: list[int] = []
    if table.json and not table.refused:
        table, broken = table_of_objects(table, use.folder, number)
    if table.refused:
        return Export(file.name, refused=table.refused)
    layout = layout_of(table.header)
    if layout is None or layout.missing:
        return Export(file.name, refused=_unknown(table, layout))
    try:
        open_quotes = _staged(table, layout, number, use, part)
    except duckdb.Error as error:
        why = message("it cannot be read as a table: %(error)s", error=str(error).splitlines()[0])
        return Export(file.name, refused=why)
    rows = _one(use, f"SELECT count(*) FROM raw_{layout.kind} WHERE file = {number}")
    left = [*_rejected(table, number, use), *_unusable(layout.kind, number, use)]
    if open_quotes:
        left.append(Left(exports.OPEN_QUOTES, len(open_quotes), open_quotes[:FIRST_LINES]))
    if broken:
        left.append(Left(exports.BROKEN_JSON, len(broken), broken[:FIRST_LINES]))
    notes = (*table.notes, *_untold(layout), *_codes(layout.kind, number, use))
    return Export(file.name, layout.kind, rows, left, notes)


def _staged(
    table: Table, layout: Layout, number: int, use: Import, part: tuple[float, float]
) -> list[int]:
    """Bring the lines in; once more if a quote that is never closed swallows others."""
    try:
        use.run(staging.staged(layout, _lines(table, number), number, use.settings), *part)
    except duckdb.InvalidInputException:  # line ends of several kinds
        table = unified(table, use.folder, number)
        use.database.execute(f"DROP TABLE IF EXISTS rejects_{number}")
        use.database.execute(f"DROP TABLE IF EXISTS scans_{number}")
        use.run(staging.staged(layout, _lines(table, number), number, use.settings), *part)
    open_quotes = f"SELECT count(*) FROM rejects_{number} WHERE error_type = 'UNQUOTED VALUE'"
    if table.file.stat().st_size > MOST_MENDED or not _one(use, open_quotes):
        return []
    use.database.execute(f"DELETE FROM raw_{layout.kind} WHERE file = {number}")
    use.database.execute(f"DROP TABLE rejects_{number}; DROP TABLE scans_{number}")
    table, broken = mended(table, use.folder, number)
    use.run(staging.staged(layout, _lines(table, number), number, use.settings), *part)
    return broken


def _unknown(table: Table, layout: Layout | None) -> Message:
    if layout is None:
        got = ", ".join(table.header)[:100]
        return expected(exports.EXPECTED, f"'{got}'")
    wanted = ", ".join(layout.missing)
    return message(
        "columns without which nothing can be counted are missing: %(names)s", names=wanted
    )


def _lines(table: Table, number: int) -> str:
    """The table function of DuckDB that reads the lines, and remembers those that do not fit."""
    columns = ", ".join(f"'c{place}': 'VARCHAR'" for place in range(len(table.header)))
    quote = "'\"'" if table.quotes else "''"
    return (
        f"read_csv({staging.quoted(str(table.file))}, delim={staging.quoted(table.separator)}, "
        f"header=true, skip={table.skip}, auto_detect=false, columns={{{columns}}}, "
        f"quote={quote}, escape={quote}, store_rejects=true, rejects_table='rejects_{number}', "
        f"rejects_scan='scans_{number}', strict_mode=true, null_padding=false, "
        f"max_line_size=16000000, parallel=true)"
    )


def _rejected(table: Table, number: int, use: Import) -> list[Left]:
    found = use.database.execute(
        f"SELECT line, min(CAST(error_type AS VARCHAR)) FROM rejects_{number} GROUP BY 1 ORDER BY 1"
    ).fetchall()
    cut = [line for line, _ in found[-1:] if not table.whole and line >= table.lines]
    found = found[: len(found) - len(cut)]
    fields = [line for line, error in found if error.endswith("COLUMNS")]
    other = [line for line, error in found if not error.endswith("COLUMNS")]
    told = (
        (exports.WRONG_FIELDS, fields),
        (exports.OTHERWISE_BROKEN, other),
        (exports.CUT_LINE, cut),
    )
    return [Left(why, len(lines), lines[:FIRST_LINES]) for why, lines in told if lines]


def _unusable(kind: Kind, number: int, use: Import) -> list[Left]:
    """Lines that were read and cannot be counted."""
    here = f"FROM raw_{kind} WHERE file = {number} AND"
    who = "number IS NULL OR COALESCE(state, '') = ''" if kind is Kind.ORDERS else "visitor IS NULL"
    why = exports.NO_NUMBER if kind is Kind.ORDERS else exports.NO_CLIENT
    bad = exports.BAD_CREATED if kind is Kind.ORDERS else exports.BAD_MOMENT
    when = (
        "moment IS NULL AND COALESCE(said, '') <> ''" if kind is Kind.ORDERS else "moment IS NULL"
    )
    nobody, undated = (_one(use, f"SELECT count(*) {here} ({test})") for test in (who, when))
    samples = use.database.execute(
        f"SELECT DISTINCT said {here} moment IS NULL AND said <> '' ORDER BY 1 LIMIT {FIRST_LINES}"
    ).fetchall()
    found = [Left(why, nobody), Left(bad, undated, (), [said for (said,) in samples])]
    if kind is Kind.ORDERS:
        unsummed = _one(use, f"SELECT count(*) {here} unsummed IS NOT NULL")
        samples = use.database.execute(
            f"SELECT DISTINCT unsummed {here} unsummed <> '' ORDER BY 1 LIMIT {FIRST_LINES}"
        ).fetchall()
        found.append(Left(exports.BAD_TOTAL, unsummed, (), [said for (said,) in samples]))
    return [left for left in found if left.count]


def _untold(layout: Layout) -> list[Message]:
    return [
        message("There is no column %(column)s: it cannot be told %(what)s.", column=c, what=what)
        for c, what in layout.untold
    ]


def _codes(kind: Kind, number: int, use: Import) -> list[Message]:
    if kind is Kind.ORDERS:
        return []
    unread = _one(use, f"SELECT count(*) FROM raw_{kind} WHERE file = {number} AND unread")
    return [exports.UNREAD_CODES] if unread else []


def _meant(found: list[Export], use: Import) -> Reading:
    kinds = frozenset(export.kind for export in found if export.kind)
    steps = [meaning.ROBOTS, meaning.VISITS, meaning.LONE, meaning.EVENTS]
    older = Kind.VISITS in kinds and not _one(
        use, "SELECT count(*) FROM raw_visits WHERE length(types) > 2"
    )
    older = older and bool(_one(use, "SELECT count(*) FROM raw_visits WHERE length(seen_at) > 2"))
    steps += [meaning.OLDER_VIEWS] * older + [meaning.HIT_EVENTS, meaning.ORDERS]
    for place, sql in enumerate(steps):
        use.run(sql, 0.7 + 0.2 * place / len(steps), 0.2 / len(steps))
    notes = (exports.IMPRESSIONS,) * older
    return Reading(tuple(found), tuple(_twice(use)), notes, kinds=kinds)


def _twice(use: Import) -> list[Left]:
    """What stands more than once in all files together, and robots."""
    asked = (
        (exports.TWICE_VISITS, "SELECT count(visit) - count(DISTINCT visit) FROM raw_visits"),
        (exports.TWICE_HITS, "SELECT count(hit) - count(DISTINCT hit) FROM raw_hits"),
        (exports.TWICE_ORDERS, "SELECT count(number) - count(DISTINCT number) FROM raw_orders"),
        (exports.ROBOTS, "SELECT count(*) FROM raw_visits WHERE robot"),
        (
            exports.UNKNOWN_STATE,
            "SELECT count(*) FROM orders WHERE state NOT IN (SELECT state FROM states)",
        ),
    )
    found = [Left(why, _one(use, sql)) for why, sql in asked]
    return [left for left in found if left.count]


def _one(use: Import, sql: str) -> int:
    row = use.database.execute(sql).fetchone()
    return int(row[0]) if row else 0
