"""What a report must tell of what was read: lines left out of a file and why, what stands twice."""

from collections.abc import Iterator

import duckdb

from plugins.funnel import exports
from plugins.funnel.columns import Kind, Layout
from plugins.funnel.exports import Left
from plugins.language.messages import Message, message
from plugins.release.funnel_files import Table

FIRST_LINES = 3
MOST_HOSTS = 5


def one(database: duckdb.DuckDBPyConnection, sql: str) -> int:
    """The number that a query asks for; 0 where it is null."""
    row = database.execute(sql).fetchone()
    return int(row[0] or 0) if row else 0


def left_in(
    table: Table, kind: Kind, number: int, database: duckdb.DuckDBPyConnection
) -> Iterator[Left]:
    """Lines of a file that do not fit its header, and those that were read and cannot count."""
    yield from _rejected(table, number, database)
    here = f"FROM raw_{kind} WHERE file = {number} AND"
    tests: tuple[tuple[Message, str, str], ...] = (
        (exports.NO_CLIENT, "visitor IS NULL", ""),
        (exports.BAD_MOMENT, "moment IS NULL", "said"),
    )
    if kind is Kind.ORDERS:
        tests = (
            (exports.NO_NUMBER, "number IS NULL OR COALESCE(state, '') = ''", ""),
            (exports.BAD_CREATED, "moment IS NULL AND COALESCE(said, '') <> ''", "said"),
            (exports.BAD_TOTAL, "unsummed IS NOT NULL", "unsummed"),
        )
    for why, test, sample in tests:
        yield Left(
            why,
            one(database, f"SELECT count(*) {here} ({test})"),
            samples=_samples(database, f"{here} ({test})", sample) if sample else (),
        )


def _samples(database: duckdb.DuckDBPyConnection, source: str, column: str) -> list[str]:
    found = database.execute(
        f"SELECT DISTINCT {column} AS said {source} AND {column} <> '' ORDER BY 1 "
        f"LIMIT {FIRST_LINES}"
    )
    return [said for (said,) in found.fetchall()]


def _rejected(table: Table, number: int, database: duckdb.DuckDBPyConnection) -> Iterator[Left]:
    found = database.execute(
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
    for why, lines in told:
        yield Left(why, len(lines), lines[:FIRST_LINES])


def notes_on(
    table: Table, layout: Layout, number: int, database: duckdb.DuckDBPyConnection
) -> Iterator[Message]:
    """What an export cannot tell, and how it was understood where that is not plain."""
    if not table.whole and not one(database, f"SELECT count(*) FROM rejects_{number}"):
        yield exports.NO_END
    for column, what in layout.untold:
        yield message(
            "There is no column %(column)s: it cannot be told %(what)s.", column=column, what=what
        )
    places = layout.places
    if "hash" in places and places["hash"] == places["visitor"]:
        yield exports.ONLY_HASH
    if "moscow" in places and places["moscow"] == places["moment"]:
        yield exports.OF_MOSCOW
    here = f"FROM raw_{layout.kind} WHERE file = {number}"
    if layout.kind is not Kind.ORDERS and one(database, f"SELECT count(*) {here} AND unread"):
        yield exports.UNREAD_CODES


def hosts(database: duckdb.DuckDBPyConnection) -> list[Message]:
    """A note where addresses are those of several hosts: mirrors, translations, foreign sites."""
    found = database.execute(
        "SELECT bare_host(host) AS name, sum(lines) FROM (SELECT host, count(*) AS lines FROM "
        "(SELECT host FROM raw_visits UNION ALL SELECT host FROM raw_hits WHERE viewed) "
        "GROUP BY host) WHERE name <> '' GROUP BY name ORDER BY 2 DESC, 1"
    ).fetchall()
    if len(found) < 2:
        return []
    names = ", ".join(f"{host} ({count})" for host, count in found[:MOST_HOSTS])
    more = ", …" if len(found) > MOST_HOSTS else ""
    return [
        message(
            "There are addresses of several hosts (lines of each): %(hosts)s. Pages count by their "
            "path, whatever the host.",
            hosts=names + more,
        )
    ]


def left_twice(database: duckdb.DuckDBPyConnection) -> Iterator[Left]:
    """What stands more than once in all files together, robots, states that nobody knows."""
    unknown = "FROM orders WHERE replace(state, ' ', '_') NOT IN (SELECT state FROM states)"
    asked = (
        (exports.TWICE_VISITS, "SELECT count(visit) - count(DISTINCT visit) FROM raw_visits"),
        (exports.TWICE_HITS, "SELECT count(hit) - count(DISTINCT hit) FROM raw_hits"),
        (exports.TWICE_ORDERS, "SELECT count(number) - count(DISTINCT number) FROM raw_orders"),
        (
            exports.ROBOTS,
            "SELECT count(DISTINCT COALESCE(CAST(visit AS VARCHAR), concat_ws(' ', visitor, "
            "moment))) FROM raw_visits WHERE robot",
        ),
    )
    for why, sql in asked:
        if count := one(database, sql):
            yield Left(why, count)
    if count := one(database, f"SELECT count(*) {unknown}"):
        yield Left(exports.UNKNOWN_STATE, count, samples=_samples(database, unknown, "state"))
