"""Macros of DuckDB that read what exports write: moments, addresses, arrays, sums, ClientIDs."""

# The oldest moment that is one: Metrica is younger, and spreadsheets write 1900 for nothing
OLDEST, LATEST = "2009-01-01", "2100-01-01"
MOSCOW = "Europe/Moscow"
_ZONE = "'(?i):[0-9]{2}(?:[.,][0-9]+)? ?(z|utc|gmt|[+-][0-9]{2}(?::?[0-9]{2})?)$'"
_PLAIN = "'[0-9]{4}[-/][0-9]{1,2}[-/][0-9]{1,2}([T ][0-9:.]+)?'"
_RUSSIAN = "['%d.%m.%Y %H:%M:%S', '%d.%m.%Y %H:%M', '%d.%m.%Y']"
# {zone} is that of the counter; whatever bears a zone of its own is brought into it
_MOMENTS = """
CREATE MACRO moved(x, zone) AS timezone('{zone}', timezone(zone, x));
CREATE MACRO plain_moment(x) AS CASE WHEN regexp_full_match(x, {plain})
    THEN TRY_CAST(x AS TIMESTAMP) ELSE TRY_STRPTIME(x, {russian}) END;
CREATE MACRO minutes_of(z) AS CASE WHEN z[1] IN ('+', '-') THEN
    CAST(z[1:1] || '1' AS INT) * (60 * CAST(z[2:3] AS INT) + COALESCE(TRY_CAST(z[4:5] AS INT), 0))
    ELSE 0 END;
CREATE MACRO zoned_moment(x, z) AS moved(
    plain_moment(trim(x[:-length(z) - 1])) - to_minutes(minutes_of(replace(z, ':', ''))), 'UTC');
CREATE MACRO slow_moment(x) AS CASE
    WHEN regexp_full_match(x, '[0-9]{{9,10}}')
        THEN timezone('{zone}', to_timestamp(CAST(x AS BIGINT)))
    WHEN regexp_full_match(x, '[0-9]{{12,13}}')
        THEN timezone('{zone}', to_timestamp(CAST(x AS BIGINT) / 1000))
    WHEN regexp_matches(x, {own}) THEN zoned_moment(x, regexp_extract(x, {own}, 1))
    ELSE plain_moment(x) END;
CREATE MACRO possible(x) AS
    CASE WHEN x BETWEEN TIMESTAMP '{oldest}' AND TIMESTAMP '{latest}' THEN x END;
CREATE MACRO moment_of(x) AS possible(CASE WHEN length(x) = 19 AND x[17] = ':' AND x[5] = '-'
    THEN TRY_CAST(x AS TIMESTAMP) ELSE slow_moment(trim(x)) END);
"""
# An address of the site is a path: whatever its host, without its query, written in one way.
# A sum with three digits behind its point is none: here it is a fraction, there it is thousands
_OTHERS = """
CREATE MACRO raw_path(url) AS regexp_extract(url,
    '^(?:(?i:https?:)?//[^/?#]*|[^/?#:]+[.][^/?#:]+)?(/[^?#]*)?', 1);
CREATE MACRO closed(path) AS CASE WHEN ends_with(path, '/')
    OR regexp_matches(path, '[.][A-Za-z][A-Za-z0-9]{1,4}$') THEN path ELSE path || '/' END;
CREATE MACRO canonical(path) AS CASE
    WHEN path = '' OR path IS NULL THEN ''
    WHEN ends_with(path, '/') AND NOT contains(path, '%') AND NOT contains(path, '//') THEN path
    ELSE closed(regexp_replace(regexp_replace(COALESCE(TRY(url_decode(path)), path),
        '/{2,}', '/', 'g'), '/index[.]html?$', '/')) END;
CREATE MACRO path_of(url) AS canonical(CASE WHEN raw_path(url) = '' AND url ILIKE 'http%://%'
    THEN '/' ELSE raw_path(url) END);
CREATE MACRO host_of(url) AS CASE WHEN url[1:4] IN ('http', 'HTTP')
    THEN split_part(url, '/', 3) END;
CREATE MACRO bare_host(host) AS regexp_replace(lower(host), '^www[.]|[:?#].*$', '', 'g');
CREATE MACRO holds(x) AS length(x) > 0 AND x <> '[]'
    AND regexp_matches(x, '[^][\\s,''"\\\\]');
CREATE MACRO quoted_array(x) AS regexp_replace(
    replace(replace(trim(x), '\\''', ''''), '"', ''''), '^\\[\\s+|\\s+\\]$', '');
CREATE MACRO listed(x) AS CASE WHEN x IS NULL OR x IN ('', '[]') THEN []
    WHEN starts_with(quoted_array(x), '[''') THEN string_split(
        regexp_replace(quoted_array(x)[3:-3], '''\\s*,\\s*''', ''',''', 'g'), ''',''')
    ELSE list_transform(string_split(trim(x, '[] '), ','), e -> trim(e, ' ''"')) END;
CREATE MACRO bare_sum(x) AS replace(
    regexp_replace(lower(x), '[\\s\\x{a0}\\x{202f}]|₽|р(уб)?\\.?$|rub$', '', 'g'), ',', '.');
CREATE MACRO sum_of(x) AS CASE
    WHEN regexp_full_match(bare_sum(x), '-?[0-9]+([.]([0-9]{1,2}|[0-9]{4}))?')
    THEN TRY_CAST(bare_sum(x) AS DECIMAL(18, 4)) END;
CREATE MACRO bare_number(x) AS CASE WHEN translate(x, '0123456789 ="''', '') = ''
    THEN TRY_CAST(trim(x, ' ="''') AS UBIGINT) END;
CREATE MACRO number_of(x) AS CASE WHEN CAST(TRY_CAST(x AS UBIGINT) AS VARCHAR) = x
    THEN TRY_CAST(x AS UBIGINT) ELSE bare_number(x) END;
CREATE MACRO client(x) AS CASE WHEN number_of(x) > 0
    THEN CAST(number_of(x) % 9223372036854775807 AS BIGINT) END;
"""


def macros(zone: str) -> str:
    """All macros, for the time zone of a counter."""
    return (
        _MOMENTS.format(
            zone=zone.replace("'", "''"),
            plain=_PLAIN,
            russian=_RUSSIAN,
            own=_ZONE,
            oldest=OLDEST,
            latest=LATEST,
        )
        + _OTHERS
    )
