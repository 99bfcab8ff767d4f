"""From three tables of an engine to what was counted."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any

from ibis import Table
from ibis.backends import BaseBackend

from plugins.funnel import queries
from plugins.funnel.found import Funnel, Joined, OrderSlice, ProductPage, Reach, Slice, Week
from plugins.funnel.settings import FunnelSettings
from plugins.funnel.steps import Step

Show = Callable[[float], None]


def counted(backend: BaseBackend, settings: FunnelSettings, show: Show = lambda _: None) -> Funnel:
    """Ask an engine everything; `show` is told the share done."""
    visits, events, orders = (
        backend.table(name) for name in (settings.visits, settings.events, settings.orders)
    )
    start = _kept(backend, "funnel_entries", queries.entries(visits))
    show(0.3)
    done = _kept(backend, "funnel_done", queries.within(start, events, settings.window))
    people = _kept(backend, "funnel_people", queries.walked(start, done, events))
    show(0.6)
    first, last = next(_rows(queries.span(visits, events)))
    in_order = [visitors for visitors, _ in _rows(queries.in_order(start, done))]
    show(0.8)
    return Funnel(
        total=next(Reach(*row) for row in _rows(queries.total(people))),
        in_order=Reach(*in_order),
        noted=_noted(start, done),
        weeks=_weeks(people),
        landings=_slices(people, "page"),
        sources=_slices(people, "source"),
        pages=[ProductPage(*row) for row in _rows(queries.product_pages(done))],
        orders=[OrderSlice(*row) for row in _rows(queries.orders_by_way(orders))],
        joined=next(Joined(*row) for row in _rows(queries.joined(orders, start))),
        first=_moment(first),
        last=_moment(last),
        window=settings.window,
    )


def _kept(backend: BaseBackend, name: str, query: Table) -> Table:
    """The result of a query that others go on from, worked out once.

    In DuckDB a temporary table goes with the connection; a cached one Ibis 12 would drop by a
    statement that sqlglot 30 leaves without a name.
    """
    if backend.name != "duckdb":
        return query.cache()
    return backend.create_table(name, query, temp=True)


def _noted(start: Table, done: Table) -> Reach:
    counts = {int(step): int(visitors) for step, visitors in _rows(queries.noted(done))}
    whole = int(start.count().to_pyarrow().as_py())
    return Reach(whole, *(counts.get(int(step), 0) for step in list(Step)[1:-1]))


def _weeks(people: Table) -> list[Week]:
    found = (
        Week(_day(week), Reach(*reach)) for week, *reach in _rows(queries.reach(people, "week"))
    )
    return sorted(found, key=lambda week: week.monday)


def _slices(people: Table, by: str) -> list[Slice]:
    return [Slice(name, Reach(*reach)) for name, *reach in _rows(queries.reach(people, by))]


def _rows(query: Table) -> Iterator[tuple[Any, ...]]:
    """The rows of a query as plain values of Python."""
    columns = query.to_pyarrow().to_pydict().values()
    return zip(*columns, strict=True)


def _moment(value: datetime | None) -> datetime | None:
    return value.replace(tzinfo=None) if value else None


def _day(value: date | datetime) -> date:
    return value.date() if isinstance(value, datetime) else value
