"""The plan in the terminal: a table of days, what to do, what to write."""

from collections.abc import Iterator, Sequence

from babel.dates import format_datetime
from rich.cells import cell_len, set_cell_size

from plugins.language.messages import message
from plugins.reports.plan.todo import todos
from plugins.reports.plan.wording import Wording
from plugins.schedule.agenda import AHEAD, Entry
from plugins.schedule.plan import Plan

MOST_PAST, MOST_AHEAD, MOST_TODO, MOST_WRITE = 3, 30, 12, 3
LEAST_TITLE, MOST_TITLE = 20, 60
GAP = "  "
Row = tuple[str, str, str, str]


def told(plan: Plan, lang: str, width: int = 100) -> Iterator[str]:
    """What stands on which day until the horizon, in a terminal of so many columns."""
    say = Wording(lang, plan)
    yield say.as_of()
    yield from _table([_row(entry, say) for entry in _shown(plan)], width)
    if found := todos(say):
        yield ""
        for todo in found[:MOST_TODO]:
            yield f"{say.severity(todo.severity)}: {todo.what}"
        if len(found) > MOST_TODO:
            yield say.more(len(found) - MOST_TODO)
    if plan.to_write:
        yield ""
        yield say.said(message("What to write next:"))
        for task in plan.to_write[:MOST_WRITE]:
            asked = say.asked(task)
            yield f"{GAP}{task.brief.group.head.phrase}{f', {asked}' if asked else ''}"


def _shown(plan: Plan) -> list[Entry]:
    """The last few that are past, and what is ahead until the horizon."""
    found = [entry for entry in plan.agenda if entry.moment <= plan.until]
    past = [entry for entry in found if entry.state not in AHEAD]
    ahead = [entry for entry in found if entry.state in AHEAD]
    return past[-MOST_PAST:] + ahead[:MOST_AHEAD]


def _row(entry: Entry, say: Wording) -> Row:
    form = (
        "EEE d MMM HH:mm" if entry.moment.year == say.plan.months[0].year else "EEE d MMM y HH:mm"
    )
    when = format_datetime(entry.moment, form, tzinfo=entry.moment.tzinfo, locale=say.lang)
    if entry.document:
        title, file = entry.document.title, f"content/{entry.document.source}"
    else:
        title, file = say.queue(entry.slot.key, entry.lang) if entry.slot else "", ""
    return when, say.state(entry), title, file


def _table(rows: Sequence[Row], width: int) -> Iterator[str]:
    """Columns under each other, whatever letters are in them; long titles end in «…»."""
    if not rows:
        return
    when, state, title, file = (max(cell_len(row[n]) for row in rows) for n in range(4))
    room = max(LEAST_TITLE, min(MOST_TITLE, title, width - when - state - file - 3 * len(GAP)))
    for row in rows:
        cells = (
            set_cell_size(row[0], when),
            set_cell_size(row[1], state),
            set_cell_size(_shortened(row[2], room), room),
            row[3],
        )
        yield GAP.join(cells).rstrip()


def _shortened(text: str, room: int) -> str:
    text = " ".join(text.split())
    return text if cell_len(text) <= room else f"{set_cell_size(text, room - 1).rstrip()}…"
