"""The pictures: steps of the funnel, and weeks, as bars with their numbers."""

from markupsafe import Markup

from plugins.funnel.steps import NAMES, Step
from plugins.language.messages import message, verbatim
from plugins.reports.funnel.wording import Wording
from plugins.reports.keywords.bars import Bar, horizontal

MOST_WEEKS = 26
# How much longer the axis is than the longest bar, so that its number has room behind it
ROOM, WEEKS_ROOM = 1.8, 3.2
STEPS = message("Visitors by the step that they came to")
WEEKS = message("Visitors and buyers by week")


def step_bars(say: Wording) -> Markup:
    """How many came to each step."""
    total = say.counted.funnel.total
    bars: list[Bar] = [
        (NAMES[step], total.at(step), say.number(total.at(step)), "own") for step in Step
    ]
    return horizontal(bars, total.visitors * ROOM, say.said(STEPS), say.lang)


def week_bars(say: Wording) -> Markup:
    """Visitors of each week, and how many of them paid; the last half year."""
    bars: list[Bar] = []
    weeks = say.counted.funnel.weeks[-MOST_WEEKS:]
    for week in weeks:
        paid = message("%(all)s, paid: %(paid)s", all=say.number(week.reach.visitors),
                       paid=say.number(week.reach.paid))  # fmt: skip
        kind = "open" if say.open_yet(week) else "own"
        bars.append((verbatim(say.week(week)), week.reach.visitors, say.said(paid), kind))
    most = max((week.reach.visitors for week in weeks), default=0)
    return horizontal(bars, most * WEEKS_ROOM, say.said(WEEKS), say.lang) if bars else Markup()
