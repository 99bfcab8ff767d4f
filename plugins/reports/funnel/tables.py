"""Tables for spreadsheets: sums only."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from plugins.funnel.found import Reach
from plugins.funnel.steps import NAMES, Step
from plugins.language.messages import Message, message
from plugins.reports.funnel.wording import Wording
from plugins.reports.keywords.cells import Cell, csv_of, guarded

FILES: dict[str, Message] = {
    "steps.csv": message("each step: visitors, those noted at this very step, those in order"),
    "weeks.csv": message("steps by the week of the first visit"),
    "landings.csv": message("steps by landing page, with the document and its group"),
    "groups.csv": message("steps by group of key phrases"),
    "sources.csv": message("steps by source"),
    "products.csv": message("pages of products: seen, went on to the cart, paid"),
    "ways.csv": message("orders by way to pay, state and failure code"),
    "left-out.csv": message("what was left out of which file, and why"),
}
Rows = Iterator[Sequence[Cell]]


def tables(say: Wording) -> Mapping[str, bytes]:
    """File name to bytes, in the reader's language."""
    return {
        name: csv_of([say.said(column) for column in header], rows, say.lang)
        for name, (header, rows) in {**_of_visitors(say), **_of_orders(say)}.items()
    }


def _of_visitors(say: Wording) -> dict[str, tuple[Sequence[Message], Rows]]:
    funnel, counted = say.counted.funnel, say.counted
    steps = [NAMES[step] for step in Step]
    groups = ((say.group(one.name), one.reach) for one in counted.groups)
    sources = ((say.source(one.name), one.reach) for one in funnel.sources)
    weeks = ((week.monday.isoformat(), week.reach) for week in funnel.weeks)
    noted = (message("Step"), message("Visitors"), message("Noted"), message("In order"))
    page = (message("Path"), message("Document"), message("Group"))
    return {
        "steps.csv": (noted, _steps(say)),
        "weeks.csv": ((message("Week from"), *steps), _slices(weeks)),
        "landings.csv": ((*page, *steps), _landings(say)),
        "groups.csv": ((message("Group"), *steps), _slices(groups)),
        "sources.csv": ((message("Source"), *steps), _slices(sources)),
    }


def _of_orders(say: Wording) -> dict[str, tuple[Sequence[Message], Rows]]:
    pages = say.counted.funnel.pages
    product = (message("Path"), *(NAMES[step] for step in (Step.PRODUCT, Step.CART, Step.PAID)))
    way = (message("Way to pay"), message("State"), message("Code"), message("Currency"))
    left = (message("File"), message("Lines"), message("Why"), message("First lines"))
    return {
        "products.csv": (
            product,
            ([guarded(say.path(p.page)), p.seen, p.carted, p.paid] for p in pages),
        ),
        "ways.csv": ((*way, message("Orders"), message("Sum")), _ways(say)),
        "left-out.csv": (left, _left(say)),
    }


def _steps(say: Wording) -> Rows:
    funnel = say.counted.funnel
    for step in Step:
        alone = step is Step.REPEAT
        yield [
            say.step(step),
            funnel.total.at(step),
            "" if alone else funnel.noted.at(step),
            "" if alone else funnel.in_order.at(step),
        ]


def _slices(found: Iterator[tuple[str, Reach]]) -> Rows:
    for name, reach in found:
        yield [guarded(name), *reach.all]


def _landings(say: Wording) -> Rows:
    for one in say.counted.funnel.landings:
        known = say.counted.known(one.name)
        source, group = (known.source, known.group) if known else ("", "")
        yield [guarded(say.path(one.name)), source, guarded(group), *one.reach.all]


def _ways(say: Wording) -> Rows:
    for one in say.counted.funnel.orders:
        total = f"{Decimal(one.total).scaleb(-2):.2f}"
        cells = (one.way, one.state, one.reason, one.currency)
        yield [
            *map(guarded, cells),
            one.count,
            total.replace(".", "," if say.lang == "ru" else "."),
        ]


def _left(say: Wording) -> Rows:
    reading = say.counted.reading
    for export in reading.exports:
        if export.refused:
            yield [guarded(export.name), "", say.said(export.refused), ""]
        for left in export.left:
            first = ", ".join([*map(str, left.lines), *left.samples])
            yield [guarded(export.name), left.count, say.said(left.why), guarded(first)]
    for left in reading.left:
        yield ["", left.count, say.said(left.why), ""]
