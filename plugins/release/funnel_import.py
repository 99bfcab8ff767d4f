"""Exports into a database of DuckDB: what is read is told, and what is left out and why."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import duckdb

from plugins.funnel import exports, meaning, staging
from plugins.funnel.columns import Kind, Layout, layout_of
from plugins.funnel.exports import Export, Left, Reading
from plugins.funnel.macros import macros
from plugins.funnel.settings import FunnelSettings
from plugins.language.messages import Message, message
from plugins.language.problems import expected
from plugins.release.funnel_files import Table, mended, table_of, unified
from plugins.release.funnel_json import table_of_objects
from plugins.release.funnel_told import FIRST_LINES, hosts, left_in, left_twice, notes_on, one

Show = Callable[[float], None]
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
    use.database.execute(macros(use.settings.zone))
    use.database.execute(staging.TABLES)
    for sql in staging.settled(use.settings, use.products):
        use.database.execute(sql)
    sizes = [max(1, file.stat().st_size) for file in files]
    done, found, known = 0.0, [], set()
    for number, file in enumerate(files):
        share = 0.7 * sizes[number] / sum(sizes)
        if file.resolve() in known:
            found.append(Export(file.name, notes=(exports.SAME_FILE,)))
        else:
            found.append(_read(file, number, use, (done, share)))
        known.add(file.resolve())
        done += share
    return _meant(found, use)


def _read(file: Path, number: int, use: Import, part: tuple[float, float]) -> Export:
    table = table_of(file, use.folder, number)
    broken: list[Left] = []
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
    raw = f"raw_{layout.kind}"
    if one(use.database, staging.glued(layout, table.header, number)):
        use.database.execute(f"DELETE FROM {raw} WHERE file = {number}")
        return Export(file.name, refused=exports.SEVERAL)
    again = one(use.database, staging.repeated(layout, table.header, number))
    days = one(use.database, staging.only_days(layout.kind, number))
    if days and layout.kind is not Kind.VISITS:
        use.database.execute(staging.to_day_end(layout.kind, number))
    rows = one(use.database, f"SELECT count(*) FROM {raw} WHERE file = {number}")
    left = [
        Left(exports.AGAIN, again),
        *left_in(table, layout.kind, number, use.database),
        Left(exports.OPEN_QUOTES, len(open_quotes), open_quotes[:FIRST_LINES]),
        *broken,
    ]
    notes = (*table.notes, *notes_on(table, layout, number, use.database))
    notes += (exports.ONLY_DAYS,) * bool(days)
    return Export(file.name, layout.kind, rows, [found for found in left if found.count], notes)


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
    if table.file.stat().st_size > MOST_MENDED or not one(use.database, open_quotes):
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


def _meant(found: list[Export], use: Import) -> Reading:
    kinds = frozenset(export.kind for export in found if export.kind)
    steps = [meaning.ROBOTS, meaning.VISITS, meaning.LONE, meaning.EVENTS]
    told = "SELECT count(*) FROM raw_visits WHERE holds({})"
    older = not one(use.database, told.format("types"))
    older = older and bool(one(use.database, told.format("seen_at")))
    steps += [meaning.OLDER_VIEWS] * older + [meaning.HIT_EVENTS, meaning.ORDERS]
    for place, sql in enumerate(steps):
        use.run(sql, 0.7 + 0.2 * place / len(steps), 0.2 / len(steps))
    notes = (*hosts(use.database), *(exports.IMPRESSIONS,) * older)
    return Reading(tuple(found), tuple(left_twice(use.database)), notes, kinds=kinds)
