"""The page of the plan: months, queue, gaps and all the rest, as HTML."""

from markupsafe import Markup

from plugins.documents import Document
from plugins.reports.keywords.wording import path
from plugins.reports.page import rendered
from plugins.reports.plan.months import months, weekdays
from plugins.reports.plan.owner import Owner
from plugins.reports.plan.todo import todos
from plugins.reports.plan.wording import Wording
from plugins.schedule.agenda import Entry, State, state_of
from plugins.schedule.plan import LATELY, REVIEW_SOON, SOON

MOST = {"todo": 10, "rows": 100, "free": 12}
# Where the page tells more of an entry of the calendar
SECTION = {
    State.COMING: "coming",
    State.HELD: "coming",
    State.UNFINISHED: "coming",
    State.MISSED: "missed",
    State.SLIPPED: "missed",
    State.GONE: "expiring",
    State.PROPOSED: "queue",
    State.FREE: "gaps",
}


def page(say: Wording, owner: Owner) -> str:
    """All of it on one page, which needs no other file but report.css."""

    def href(entry: Entry) -> str:
        """Where an entry leads: to the live page, else to what is known of it below."""
        if entry.state is State.OUT and entry.document:
            return owner.url_of(entry.document)
        return f"#{SECTION[entry.state]}" if entry.state in SECTION else ""

    def entry_of(document: Document) -> Entry | None:
        """A dated document as an entry."""
        state = state_of(document, say.plan.site.now)
        return (
            Entry(document.published, state, document.lang, document)
            if (document.published and state)
            else None
        )

    return rendered(
        "plan/index.html",
        say.lang,
        say=say,
        plan=say.plan,
        owner=owner,
        root="",
        nav=Markup(rendered("plan/nav.html", say.lang)),
        months=list(months(say)),
        weekdays=weekdays(say.lang),
        todos=todos(say),
        href=href,
        entry_of=entry_of,
        path=path,
        most=MOST,
        limits={"lately": LATELY.days, "soon": SOON, "review": REVIEW_SOON},
        languages=len({entry.lang for entry in say.plan.agenda}),
    )
