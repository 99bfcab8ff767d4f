"""The funnel's queries, written once: DuckDB, ClickHouse and Spark each get their own SQL.

They read three tables:
visits: visitor (int64), moment (timestamp), page (path), source (text);
events: visitor, moment, step (2 product … 5 paid), page, number (of an order), origin (who says);
orders: number, visitor (may be null), moment (may be null), state, reason, way, currency, total.
"""

from functools import reduce

import ibis
from ibis import Table, Value

from plugins.funnel.steps import Step


def entries(visits: Table) -> Table:
    """The first visit of each visitor: when, on which page, from where.

    Where several begin at one moment, as exports without times have it, what they do not share
    is unknown: empty.
    """
    first = visits.group_by("visitor").agg(start=visits.moment.min())
    at = visits.join(first, ["visitor", ("moment", "start")])
    return at.group_by(["visitor", "start"]).agg(page=_shared(at.page), source=_shared(at.source))


def within(start: Table, events: Table, window: int) -> Table:
    """What visitors did from their first visit on, until their time was over."""
    known = events.join(start.select("visitor", "start"), "visitor")
    since = known.filter(known.moment >= known.start)
    return since.filter(since.moment <= since.start + ibis.interval(days=window)).select(
        "visitor", "moment", "step", "page"
    )


def walked(start: Table, done: Table, events: Table) -> Table:
    """A row a visitor: week, page, source, the furthest step."""
    far = done.group_by("visitor").agg(level=done.step.max())
    paid = events.filter(events.step == int(Step.PAID))
    # One purchase may be told twice, by its number and by an event without one
    numbered = paid.number.nullif("").nunique()
    told = paid.group_by(["visitor", "origin"]).agg(orders=numbered)
    again = told.group_by("visitor").agg(orders=told.orders.max())
    every = start.left_join(far, "visitor").drop("visitor_right")
    every = every.left_join(again, "visitor").drop("visitor_right")
    level = ibis.coalesce(every.level, int(Step.VISIT)).cast("int64")
    twice = (level == int(Step.PAID)) & (ibis.coalesce(every.orders, 0) > 1)
    return every.select(
        week=every.start.truncate("W").date(),
        page=every.page,
        source=every.source,
        level=ibis.ifelse(twice, int(Step.REPEAT), level),
    )


def reach(people: Table, by: str) -> Table:
    """How many visitors came to each step, by a column; the largest first."""
    counted = people.group_by(by).agg(
        **{step.name.lower(): _sum(people.level >= int(step)) for step in Step}
    )
    return counted.order_by([ibis.desc("visit"), by])


def total(people: Table) -> Table:
    """The same for all visitors: one row."""
    return people.agg(**{step.name.lower(): _sum(people.level >= int(step)) for step in Step})


def in_order(start: Table, done: Table) -> Table:
    """How many took each step after the one before it, none left out: rows of step, visitors."""
    at = start.select("visitor", at=start.start)
    counts = [_count(at, Step.VISIT)]
    for step in (Step.PRODUCT, Step.CART, Step.CHECKOUT, Step.PAID):
        here = done.filter(done.step == int(step)).join(at, "visitor")
        after = here.filter(here.moment >= here.at)
        at = after.group_by("visitor").agg(at=after.moment.min())
        counts.append(_count(at, step))
    return reduce(lambda one, other: one.union(other), counts).order_by("step")


def noted(done: Table) -> Table:
    """Of how many visitors a line tells each very step: rows of step, visitors."""
    found = done.group_by("step").agg(visitors=done.visitor.nunique().cast("int64"))
    return found.order_by("step")


def product_pages(done: Table) -> Table:
    """By page: who saw a product there, put something into the cart then or later, paid."""
    seen = done.filter((done.step == int(Step.PRODUCT)) & (done.page != ""))
    seen = seen.group_by(["visitor", "page"]).agg(at=seen.moment.min())
    later = done.group_by("visitor").agg(
        cart=done.moment.max(where=done.step >= int(Step.CART)),
        paid=done.moment.max(where=done.step == int(Step.PAID)),
    )
    both = seen.left_join(later, "visitor")
    counted = both.group_by("page").agg(
        seen=both.count().cast("int64"),
        carted=_sum(both.cart >= both.at),
        paid=_sum(both.paid >= both.at),
    )
    return counted.order_by([ibis.desc("seen"), "page"])


def orders_by_way(orders: Table) -> Table:
    """Orders by way to pay, state, failure code and currency."""
    keys = ["way", "state", "reason", "currency"]
    counted = orders.group_by(keys).agg(
        number=orders.count().cast("int64"),
        amount=ibis.coalesce(orders.total.sum(), 0).cast("int64"),
    )
    return counted.order_by(keys)


def joined(orders: Table, start: Table) -> Table:
    """How many orders belong to a visitor of the exports, to another one, to nobody known."""
    both = orders.left_join(start.select("visitor", "start"), "visitor")
    named = both.visitor.notnull()
    met = both.start.notnull()
    return both.agg(known=_sum(met), unknown=_sum(named & ~met), without=_sum(~named))


def span(visits: Table, events: Table) -> Table:
    """When the first and the last thing happened that is known."""
    both = visits.select("moment").union(events.select("moment"))
    return both.agg(first=both.moment.min(), last=both.moment.max())


def _shared(column: Value) -> Value:
    told = column.nullif("")
    return ibis.ifelse(told.min() == told.max(), told.min(), "").fill_null("")


def _sum(condition: Value) -> Value:
    return ibis.coalesce(ibis.ifelse(condition, 1, 0).sum(), 0).cast("int64")


def _count(people: Table, step: Step) -> Table:
    return people.agg(visitors=people.count().cast("int64")).mutate(step=ibis.literal(int(step)))
