"""SQL for DuckDB: from the lines of exports to visits, events and orders, each counted once."""

from plugins.funnel.macros import MOSCOW
from plugins.funnel.states import CANCELLED, FAILED, REFUSALS
from plugins.funnel.steps import Step

PRODUCT, PAID, CHECKOUT = int(Step.PRODUCT), int(Step.PAID), int(Step.CHECKOUT)
# Robots go with everything that their visits hold
ROBOTS = """
CREATE TABLE robots AS SELECT DISTINCT visit, visitor FROM raw_visits WHERE robot;
CREATE TABLE only_robots AS SELECT visitor FROM raw_visits WHERE visitor IS NOT NULL
    GROUP BY visitor HAVING bool_and(robot);
"""
_GOOD = "visitor IS NOT NULL AND moment IS NOT NULL"
_HUMAN = f"{_GOOD} AND NOT robot"
VISITS = f"""
CREATE TABLE visits AS SELECT visitor, moment, page, source FROM raw_visits WHERE {_HUMAN};
CREATE VIEW hits AS SELECT * FROM raw_hits h WHERE {_GOOD}
    AND NOT EXISTS (FROM robots r WHERE r.visit = h.visit)
    AND NOT EXISTS (FROM only_robots r WHERE r.visitor = h.visitor);
"""
# Who has hits before the first visit, or no visit at all: the first hit begins one
LONE = """
CREATE TABLE lone AS SELECT h.visitor, h.moment FROM
    (SELECT visitor, min(moment) AS moment FROM hits GROUP BY visitor) h
    LEFT JOIN (SELECT visitor, min(moment) AS moment FROM visits GROUP BY visitor) v USING (visitor)
    WHERE v.moment IS NULL OR h.moment < v.moment;
INSERT INTO visits SELECT h.visitor, h.moment, h.page, h.source
    FROM hits h JOIN lone USING (visitor, moment);
"""
_ARRAYS = f"""
    SELECT visitor, moment, unnest(listed(%(what)s)) AS what, unnest(listed(%(at)s)) AS at_,
        unnest(listed(%(url)s)) AS url FROM raw_visits WHERE {_HUMAN} AND holds(%(what)s)
"""
_WHEN = "COALESCE(moment_of(at_), moment)"
_TYPES = _ARRAYS % {"what": "types", "at": "times", "url": "urls"}
_SEEN = _ARRAYS % {"what": "seen_at", "at": "seen_at", "url": "seen_urls"}
_BOUGHT = _ARRAYS % {"what": "bought", "at": "bought_at", "url": "''"}
# Metrica's documentation: times of goals are those of UTC+3, whatever the zone of the counter
_GOALS = _ARRAYS % {"what": "goals", "at": "goals_at", "url": "''"}
EVENTS = f"""
CREATE TABLE events (visitor BIGINT, moment TIMESTAMP, step BIGINT, page VARCHAR, number VARCHAR,
    origin VARCHAR);
INSERT INTO events SELECT visitor, {_WHEN}, step, path_of(url), '', 'visits'
    FROM ({_TYPES}) JOIN codes ON code = what WHERE step <> {PAID};
INSERT INTO events SELECT visitor, {_WHEN}, {PAID}, '', what, 'visits'
    FROM ({_BOUGHT}) WHERE what <> '';
INSERT INTO events SELECT visitor, {_WHEN}, {PAID}, '', '', 'visits'
    FROM ({_TYPES}) JOIN codes ON code = what WHERE step = {PAID};
INSERT INTO events SELECT visitor, COALESCE(moved(moment_of(at_), '{MOSCOW}'), moment), step,
        '', '', 'visits'
    FROM ({_GOALS}) JOIN goals ON goal = what;
"""
# Views of products in lists are no views of products; older exports have nothing else
OLDER_VIEWS = f"""
INSERT INTO events SELECT visitor, {_WHEN}, {PRODUCT}, path_of(url), '', 'visits'
    FROM ({_SEEN}) WHERE what <> '';
"""
# Purchases without a number are one purchase: a page that is opened again must buy nothing
HIT_EVENTS = f"""
CREATE TEMP TABLE told AS SELECT visitor, moment, page, steps, bought,
        viewed AND page IN (FROM product_pages) AS product
    FROM hits WHERE steps > 0 OR (viewed AND page IN (FROM product_pages));
INSERT INTO events SELECT visitor, moment, step, page, '', 'hits'
    FROM told, (VALUES (2), (3), (4)) AS s(step)
    WHERE (steps & (1 << step)) > 0 OR (step = {PRODUCT} AND product);
INSERT INTO events SELECT visitor, moment, {PAID}, page, what, 'hits' FROM
    (SELECT visitor, moment, page, unnest(CASE WHEN bought IS NULL THEN [''] ELSE listed(bought)
        END) AS what FROM told WHERE (steps & {1 << PAID}) > 0) WHERE what IS NOT NULL;
"""
# Of several exports the furthest state of an order counts, of equals the one that changed last;
# what one export does not say of an order (its way, its visitor) another may
ORDERS = f"""
CREATE TABLE orders AS SELECT number, COALESCE(visitor, other_visitor) AS visitor,
        COALESCE(moment, other_moment) AS moment, CASE WHEN s.state = '{CANCELLED}'
            AND reason IN {tuple(REFUSALS)} THEN '{FAILED}' ELSE COALESCE(s.state, o.state)
        END AS state, reason,
        COALESCE(NULLIF(way, ''), other_way, '') AS way, currency, COALESCE(total, 0) AS total
    FROM (SELECT *, max(moment) OVER (PARTITION BY file) AS age,
            max(visitor) OVER same AS other_visitor, min(moment) OVER same AS other_moment,
            max(way) OVER same AS other_way
        FROM raw_orders WINDOW same AS (PARTITION BY number)) o
    LEFT JOIN states s ON s.said = replace(o.state, ' ', '_')
    WHERE number IS NOT NULL AND o.state <> ''
    QUALIFY row_number() OVER (PARTITION BY number ORDER BY COALESCE(s.rank, 1) DESC,
        changed DESC NULLS LAST, age DESC NULLS LAST, file DESC, place DESC) = 1;
INSERT INTO events SELECT visitor, moment, {CHECKOUT}, '', number, 'orders' FROM orders
    WHERE visitor IS NOT NULL AND moment IS NOT NULL;
INSERT INTO events SELECT visitor, moment, {PAID}, '', number, 'orders' FROM orders
    WHERE visitor IS NOT NULL AND moment IS NOT NULL AND state IN ('paid', 'refunded');
"""
