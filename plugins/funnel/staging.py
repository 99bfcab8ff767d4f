"""SQL for DuckDB that brings lines of exports into tables, as they stand and then as they mean."""

from collections.abc import Sequence

from plugins.funnel.columns import Kind, Layout
from plugins.funnel.settings import FunnelSettings
from plugins.funnel.states import RANKS, STATES
from plugins.funnel.steps import EVENTS, KEYS, Step

# The oldest moment that is one: Metrica is younger, and spreadsheets write 1900 for nothing
OLDEST = "2009-01-01"
LATEST = "2100-01-01"
TABLES = """
CREATE TABLE raw_visits (file INT, visit UBIGINT, visitor BIGINT, moment TIMESTAMP, said VARCHAR,
    page VARCHAR, source VARCHAR, robot BOOLEAN, types VARCHAR, times VARCHAR, urls VARCHAR,
    seen_at VARCHAR, seen_urls VARCHAR, bought VARCHAR, bought_at VARCHAR, goals VARCHAR,
    goals_at VARCHAR, unread BOOLEAN);
CREATE TABLE raw_hits (file INT, hit UBIGINT, visit UBIGINT, visitor BIGINT, moment TIMESTAMP,
    said VARCHAR, page VARCHAR, source VARCHAR, viewed BOOLEAN, steps INT, bought VARCHAR,
    unread BOOLEAN);
CREATE TABLE raw_orders (file INT, place BIGINT, number VARCHAR, visitor BIGINT, moment TIMESTAMP,
    said VARCHAR, state VARCHAR, reason VARCHAR, way VARCHAR, currency VARCHAR, total BIGINT,
    unsummed VARCHAR, changed TIMESTAMP);
CREATE TABLE product_pages (page VARCHAR);
CREATE TABLE goals (goal VARCHAR, step INT);
CREATE TABLE codes (code VARCHAR, step INT);
CREATE TABLE states (said VARCHAR, state VARCHAR, rank INT);
CREATE MACRO path_of(url) AS regexp_extract(url,
    '^(?:[A-Za-z][A-Za-z0-9+.-]*:)?(?://[^/?#]*)?([^?#]*)', 1);
CREATE MACRO quoted_array(x) AS replace(replace(x, '\\''', ''''), '"', '''');
CREATE MACRO listed(x) AS CASE WHEN x IS NULL OR length(x) < 3 THEN []
    WHEN starts_with(quoted_array(x), '[''') THEN string_split(
        replace(quoted_array(x)[3:-3], ''', ''', ''','''), ''',''')
    ELSE list_transform(string_split(trim(x, '[] '), ','), e -> trim(e)) END;
CREATE MACRO client(x) AS CASE WHEN TRY_CAST(x AS UBIGINT) > 0
        AND translate(x, '0123456789 ', '') = ''
    THEN CAST(TRY_CAST(x AS UBIGINT) % 9223372036854775807 AS BIGINT) END;
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
        "product_pages": [
            f"({quoted(name)})"
            for page in products
            for name in (page, page.removesuffix("/"), f"{page}index.html")
        ],
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
        **_who_and_when(column, "moment", settings.zone),
        "page": f"COALESCE(path_of({page}), '')",
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
        **_who_and_when(column, "moment", settings.zone),
        "page": f"COALESCE(path_of({page}), '')",
        "source": _source(column, ""),
        "viewed": f"COALESCE({view} <> '0', true)" if view else "true",
        "steps": " | ".join(_steps(column, settings)) or "0",
        "bought": _bought(column),
        "unread": _unread(column, settings),
    }


def _bought(column: dict[str, str]) -> str:
    """The numbers of purchases, as an array."""
    if "bought" in column:
        return f"NULLIF({column['bought']}, '[]')"
    if "raw" not in column:
        return "NULL"
    number = r"actionField[^{]*\{[^}]*[\"']id\\*[\"']\s*:\s*\\*[\"']?([^\"'\\,}]+)"
    raw = column["raw"]
    found = f"NULLIF(regexp_extract({raw}, {quoted(number)}, 1), '')"
    return f"CASE WHEN length({raw}) > 2 THEN '[' || {found} || ']' END"


def _order(column: dict[str, str], settings: FunnelSettings) -> dict[str, str]:
    said = column.get("attribution", "NULL")
    number = f"LTRIM(TRIM({column['number']}), '''')"
    sum_said = column.get("total", "NULL")
    bare = rf"regexp_replace(lower({sum_said}), '[\s\x{{a0}}\x{{202f}}]|₽|руб\.?', '', 'g')"
    total = f"TRY_CAST(replace({bare}, ',', '.') AS DECIMAL(18, 4))"
    return {
        "place": "row_number() OVER ()",
        "number": f"NULLIF({number}, '')",
        "visitor": f"COALESCE(client({column.get('visitor', 'NULL')}), "
        f'client(regexp_extract({said}, \'(?:^|[&{{",; ])cid"?[=:] *"?([0-9]+)\', 1)))',
        "moment": _order_moment(column.get("created", "NULL"), settings.zone),
        "said": f"LEFT({column.get('created', 'NULL')}, 40)",
        "state": f"lower(trim({column['state']}))",
        "reason": f"COALESCE(trim({column.get('reason', 'NULL')}), '')",
        "way": f"COALESCE(trim({column.get('way', 'NULL')}), '')",
        "currency": f"COALESCE(NULLIF(upper(trim({column.get('currency', 'NULL')})), ''), 'RUB')",
        "total": f"CAST(round(CAST({total} AS DECIMAL(30, 4)) * 100) AS BIGINT)",
        "unsummed": f"CASE WHEN {total} IS NULL THEN NULLIF(LEFT(trim({sum_said}), 40), '') END",
        "changed": _order_moment(column.get("changed", "NULL"), settings.zone),
    }


def _who_and_when(column: dict[str, str], name: str, zone: str) -> dict[str, str]:
    moment = _moment(column[name])
    if column[name] == column.get("utc"):
        moment = f"timezone({quoted(zone)}, timezone('UTC', {moment}))"
    return {
        "visitor": f"client({column['visitor']})",
        "moment": moment,
        "said": f"CASE WHEN {moment} IS NULL THEN LEFT({column[name]}, 40) END",
    }


def _moment(text: str) -> str:
    formats = "['%d.%m.%Y %H:%M:%S', '%d.%m.%Y %H:%M', '%d.%m.%Y']"
    read = f"COALESCE(TRY_CAST({text} AS TIMESTAMP), TRY_STRPTIME({text}, {formats}))"
    return f"CASE WHEN {read} BETWEEN TIMESTAMP '{OLDEST}' AND TIMESTAMP '{LATEST}' THEN {read} END"


def _order_moment(text: str, zone: str) -> str:
    """Unix seconds, a moment with its zone, or one of the counter's zone."""
    unix = f"regexp_full_match({text}, '[0-9]{{9,10}}') THEN to_timestamp(CAST({text} AS BIGINT))"
    zoned = f"regexp_matches({text}, '(Z|[+-][0-9]{{2}}:?[0-9]{{2}})$')"
    read = f"CASE WHEN {unix} WHEN {zoned} THEN TRY_CAST({text} AS TIMESTAMPTZ) END"
    return f"COALESCE(timezone({quoted(zone)}, {read}), {_moment(text)})"


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
            tests.append(f"length({column['bought']}) > 2")
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
