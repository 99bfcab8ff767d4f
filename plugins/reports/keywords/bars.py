"""Small charts: how much of the demand is answered, and in which zones phrases stand."""

from collections.abc import Sequence

from markupsafe import Markup

from plugins.language.messages import Message, message
from plugins.reports.keywords.charts import HorizontalBar
from plugins.reports.keywords.figures import number, share
from plugins.reports.keywords.names import STATES, ZONES, State
from plugins.reports.keywords.svg import OURS, as_html, drawn, labels, unnamed
from plugins.reports.keywords.totals import Totals

WIDTH, BAR = 328, 32
DEMAND = message("Demand by what answers it")
BY_ZONE = message("Where phrases stand in their documents")

Bar = tuple[Message, int, str, str]


def demand_bars(totals: Totals, lang: str) -> Markup:
    """The sum of frequencies by state; the number of groups where no frequency is known."""
    values = totals.demand if totals.asked else totals.groups
    whole = sum(values.values())
    shown = [state for state in State if values[state] or state is not State.LOST]
    bars = [
        (
            STATES[state],
            values[state],
            f"{share(values[state], whole, lang)} · {number(values[state], lang)}",
            str(state),
        )
        for state in shown
    ]
    return horizontal(bars, whole * 2.5, DEMAND.in_language(lang), lang)


def zone_bars(totals: Totals, lang: str) -> Markup:
    """In how many of the groups that have a document a phrase stands in each zone of it."""
    if not totals.placed:
        return Markup()
    bars = [
        (name, totals.in_zone[zone], f"{totals.in_zone[zone]} / {totals.placed}", "answered")
        for zone, name in ZONES.items()
    ]
    return horizontal(bars, totals.placed * 1.5, BY_ZONE.in_language(lang), lang)


def horizontal(bars: Sequence[Bar], axis: float, name: str, lang: str) -> Markup:
    """Bars on an axis so long that a number has room after the longest of them."""
    chart = HorizontalBar(
        **OURS,
        width=WIDTH,
        height=BAR * len(bars) + 8,
        range=(0, axis or 1),
        show_x_labels=False,
        print_values=True,
        print_values_position="top",
    )
    # pygal builds horizontal bars from below
    chart.x_labels = [label.in_language(lang) for label, _, _, _ in reversed(bars)]
    chart.add(
        "",
        [
            {
                "value": value,
                "formatter": (lambda _, said=said: said),
                "node": {"class": f"bar {kind}"},
                "tooltip": f"{label.in_language(lang)}: {said}",
            }
            for label, value, said, kind in reversed(bars)
        ],
    )
    root = drawn(chart)
    for parent, _ in labels(root, "y"):
        unnamed(parent)
    return as_html(root, name)
