"""SQL for DuckDB that brings lines of exports into tables, as they stand and then as they mean."""

from collections.abc import Sequence

from plugins.funnel.columns import Kind, Layout
from plugins.funnel.macros import MOSCOW
from plugins.funnel.settings import FunnelSettings
from plugins.funnel.states import RANKS, STATES
from plugins.funnel.steps import EVENTS, KEYS, Step

# When a day ends: what has a day and no time came after the visits of that day
DAY_END = "INTERVAL '86399.999999 seconds'"
TABLES = """
CREATE TABLE raw_visits (file INT, visit UBIGINT, visitor BIGINT, moment TIMESTAMP, said VARCHAR,
    host VARCHAR, page VARCHAR, source VARCHAR, robot BOOLEAN, types VARCHAR, times VARCHAR,
    urls VARCHAR, seen_at VARCHAR, seen_urls VARCHAR, bought VARCHAR, bought_at VARCHAR,
    goals VARCHAR, goals_at VARCHAR, unread BOOLEAN);
CREATE TABLE raw_hits (file INT, hit UBIGINT, visit UBIGINT, visitor BIGINT, moment TIMESTAMP,
    said VARCHAR, host VARCHAR, page VARCHAR, source VARCHAR, viewed BOOLEAN, steps INT,
    bought VARCHAR, unread BOOLEAN);
CREATE TABLE raw_orders (file INT, place BIGINT, number VARCHAR, visitor BIGINT, moment TIMESTAMP,
    said VARCHAR, state VARCHAR, reason VARCHAR, way VARCHAR, currency VARCHAR, total BIGINT,
    unsummed VARCHAR, changed TIMESTAMP);
CREATE TABLE product_pages (page VARCHAR);
CREATE TABLE goals (goal VARCHAR, step INT);
CREATE TABLE codes (code VARCHAR, step INT);
CREATE TABLE states (said VARCHAR, state VARCHAR, rank INT);
"""


def quoted(text: str) -> str:
    """A text as SQL."""
    return "'" + text.replace("'", "''") + "'"


def settled(settings: FunnelSettings, products: Sequence[str]) -> list[str]:
    """What the small tables hold: pages of products, goals, codes of events."""
    goals = [
        f"({quoted(str(goal))}, {int(KEYS[name])})"
        for name, numbers in settings.goals.items()
        for goal in numbers
    ]
    known = {name: step for step, names in EVENTS.items() for name in names}
    codes = {**known, **{c: known[n] for c, n in settings.event_codes.items() if n in known}}
    values = {
        "product_pages": [f"(canonical({quoted(page)}))" for page in products],
        "goals": goals,
        "codes": [f"({quoted(code)}, {int(step)})" for code, step in codes.items()],
        "states": [
            f"({quoted(said)}, {quoted(state)}, {RANKS.get(state, 1)})"
            for said, state in STATES.items()
        ],
    }
    return [
        f"INSERT INTO {table} VALUES {', '.join(rows)}" for table, rows in values.items() if rows
    ]


def staged(layout: Layout, lines: str, file: int, settings: FunnelSettings) -> str:
    """Put the lines of a file (a table function with columns c0, c1 …) into its raw table."""
    column = {field: f'"c{place}"' for field, place in layout.places.items()}
    select = {Kind.VISITS: _visit, Kind.HITS: _hit, Kind.ORDERS: _order}[layout.kind]
    values = select(column, settings)
    chosen = ", ".join(f"{value} AS {name}" for name, value in values.items())
    names = ", ".join(("file", *values))
    return f"INSERT INTO raw_{layout.kind} ({names}) SELECT {file}, {chosen} FROM {lines}"


def _visit(column: dict[str, str], settings: FunnelSettings) -> dict[str, str]:
    copied = ("types", "times", "urls", "seen_at", "seen_urls", "bought", "bought_at")
    page = column.get("page", "''")
    return {
        "visit": f"TRY_CAST({column.get('visit', 'NULL')} AS UBIGINT)",
        **_who_and_when(column),
        "host": f"host_of({page})",
        "page": f"path_of({page})",
        "source": _source(column, page),
        "robot": f"COALESCE(TRY_CAST({column.get('robot', 'NULL')} AS DOUBLE) > 0, false)",
        **{name: column.get(name, "NULL") for name in copied},
        "goals": column.get("goals", "NULL") if settings.goals else "NULL",
        "goals_at": column.get("goals_at", "NULL") if settings.goals else "NULL",
        "unread": _unread(column, settings),
    }


def _hit(column: dict[str, str], settings: FunnelSettings) -> dict[str, str]:
    page, view = column.get("page", "''"), column.get("view")
    return {
        "hit": f"TRY_CAST({column.get('hit', 'NULL')} AS UBIGINT)",
        "visit": f"TRY_CAST({column.get('visit', 'NULL')} AS UBIGINT)",
        **_who_and_when(column),
        "host": f"host_of({page})",
        "page": f"path_of({page})",
        "source": _source(column, ""),
        "viewed": f"COALESCE({view} <> '0', true)" if view else "true",
        "steps": " | ".join(_steps(column, settings)) or "0",
        "bought": _bought(column),
        "unread": _unread(column, settings),
    }


def _bought(column: dict[str, str]) -> str:
    """The numbers of purchases, as an array."""
    if "bought" in column:
        return f"CASE WHEN holds({column['bought']}) THEN {column['bought']} END"
    if "raw" not in column:
        return "NULL"
    number = r"actionField[^{]*\{[^}]*[\"']id\\*[\"']\s*:\s*\\*[\"']?([^\"'\\,}]+)"
    raw = column["raw"]
    found = f"NULLIF(regexp_extract({raw}, {quoted(number)}, 1), '')"
    return f"CASE WHEN length({raw}) > 2 THEN '[' || {found} || ']' END"


def _order(column: dict[str, str], _: FunnelSettings) -> dict[str, str]:
    said = column.get("attribution", "NULL")
    number = f"LTRIM(TRIM({column['number']}), '''')"
    sum_said = column.get("total", "NULL")
    total = f"sum_of({sum_said})"
    return {
        "place": "row_number() OVER ()",
        "number": f"NULLIF({number}, '')",
        "visitor": f"COALESCE(client({column.get('visitor', 'NULL')}), "
        f'client(regexp_extract({said}, \'(?:^|[&{{",; ])cid"?[=:] *"?([0-9]+)\', 1)))',
        "moment": f"moment_of({column.get('created', 'NULL')})",
        "said": f"LEFT({column.get('created', 'NULL')}, 40)",
        "state": f"lower(trim({column['state']}))",
        "reason": f"COALESCE(trim({column.get('reason', 'NULL')}), '')",
        "way": f"COALESCE(trim({column.get('way', 'NULL')}), '')",
        "currency": f"COALESCE(NULLIF(upper(trim({column.get('currency', 'NULL')})), ''), 'RUB')",
        "total": f"CAST(round(CAST({total} AS DECIMAL(30, 4)) * 100) AS BIGINT)",
        "unsummed": f"CASE WHEN {total} IS NULL THEN NULLIF(LEFT(trim({sum_said}), 40), '') END",
        "changed": f"moment_of({column.get('changed', 'NULL')})",
    }


def _who_and_when(column: dict[str, str]) -> dict[str, str]:
    said = column["moment"]
    moment = f"moment_of({said})"
    if said == column.get("moscow"):
        moment = f"moved({moment}, '{MOSCOW}')"
    return {
        "visitor": f"client({column['visitor']})",
        "moment": moment,
        "said": f"CASE WHEN {moment} IS NULL THEN LEFT({said}, 40) END",
    }


def _source(column: dict[str, str], page: str) -> str:
    """A mark of the link, else the kind of source that Metrica knows."""
    marks = [column["utm"]] if "utm" in column else []
    if page and "utm" not in column:
        marks = [f"regexp_extract({page}, '[?&]utm_source=([^&#]*)', 1)"]
    found = [f"'utm_source=' || NULLIF({mark}, '')" for mark in marks]
    found += [f"NULLIF({column['traffic']}, '')"] if "traffic" in column else []
    return f"COALESCE({', '.join([*found, quoted('')])})"


def _steps(column: dict[str, str], settings: FunnelSettings) -> list[str]:
    """Bits of the steps that a hit tells of."""
    found = []
    for step, names in EVENTS.items():
        one = "|".join((*names, *(c for c, n in settings.event_codes.items() if n in names)))
        tests = []
        if "types" in column:
            tests.append(_matches(column["types"], f"(^|[^a-z0-9_])({one})($|[^a-z0-9_])"))
        if "raw" in column:
            key = rf'[{{,]\s*\\*["\'](?:{one})\\*["\']\s*:'
            value = rf'(?:type|event|action)\\*["\']\s*:\s*\\*["\'](?:{one})\\*["\']'
            tests.append(_matches(column["raw"], f"{key}|{value}"))
        if step is Step.PAID and "bought" in column:
            tests.append(f"holds({column['bought']})")
        numbers = [
            str(int(n)) for name, ns in settings.goals.items() if KEYS[name] is step for n in ns
        ]
        if "goals" in column and numbers:
            tests.append(_matches(column["goals"], f"(^|[^0-9])({'|'.join(numbers)})($|[^0-9])"))
        if tests:
            found.append(f"(CASE WHEN {' OR '.join(tests)} THEN {1 << step} ELSE 0 END)")
    return found


def _matches(column: str, pattern: str) -> str:
    """Most hits hold nothing: their empty arrays are not searched."""
    return f"(length({column}) > 2 AND regexp_matches({column}, {quoted(pattern)}))"


def _unread(column: dict[str, str], settings: FunnelSettings) -> str:
    """Whether a counter writes numbers for events, and settings do not say what they mean."""
    if "types" not in column or settings.event_codes:
        return "false"
    return _matches(column["types"], r"(^|[\[,])[\s\\'\"]*[0-9]+[\s\\'\"]*($|[\],])")


def repeated(layout: Layout, header: Sequence[str], file: int) -> str:
    """Take away lines that repeat the header, as glued parts of an export have them."""
    return f"DELETE FROM raw_{layout.kind} WHERE file = {file} AND {_header_again(layout, header)}"


def glued(layout: Layout, header: Sequence[str], file: int) -> str:
    """How many lines are the header of another export."""
    if layout.kind is Kind.ORDERS:
        other = "state LIKE 'ym:%:%'"
    else:
        other = f"said LIKE 'ym:%:%' AND NOT ({_header_again(layout, header)})"
    return f"SELECT count(*) FROM raw_{layout.kind} WHERE file = {file} AND {other}"


def _header_again(layout: Layout, header: Sequence[str]) -> str:
    if layout.kind is Kind.ORDERS:
        number, state = (header[layout.places[name]] for name in ("number", "state"))
        return f"number = {quoted(number)} AND state = {quoted(state.lower())}"
    return f"visitor IS NULL AND said = {quoted(header[layout.places['moment']][:40])}"


def only_days(kind: Kind, file: int) -> str:
    """Whether no moment of a file has a time: 1 or 0."""
    return (
        "SELECT CAST(bool_and(moment = date_trunc('day', moment)) AS INT) "
        f"FROM raw_{kind} WHERE file = {file}"
    )


def to_day_end(kind: Kind, file: int) -> str:
    """Put what has a day and no time behind the visits of that day."""
    return f"UPDATE raw_{kind} SET moment = moment + {DAY_END} WHERE file = {file}"
