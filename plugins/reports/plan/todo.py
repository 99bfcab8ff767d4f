"""What somebody must do now so that an article comes out every week."""

from collections.abc import Iterator
from dataclasses import dataclass

from plugins.documents import Document
from plugins.documents.stages import comes_in
from plugins.language.messages import counted, message
from plugins.language.problems import Severity
from plugins.reports.plan.wording import Wording
from plugins.schedule.agenda import State, state_of

_NOT_YET = {
    State.HELD: message("%(file)s will not come out on %(day)s: %(why)s").text,
    State.UNFINISHED: message("%(file)s is to come out on %(day)s and is not finished").text,
}
# A draft whose day is so near must be finished now; later ones have time
NEAR = 14


@dataclass(frozen=True)
class Todo:
    """How much it matters, what it is, and the section of the page that knows more."""

    severity: Severity
    what: str
    section: str


def todos(say: Wording) -> list[Todo]:
    """Everything to do, what matters most first."""
    found = [*_late(say), *_coming(say), *_slots(say), *_texts(say)]
    order = list(Severity)
    return sorted(found, key=lambda todo: order.index(todo.severity))


def _late(say: Wording) -> Iterator[Todo]:
    for document in say.plan.missed:
        what = message(
            "%(file)s has missed its day: %(why)s; mend it, and the next build brings it out",
            file=_file(document),
            why=say.why(document.held),
        )
        yield Todo(Severity.ERROR, say.said(what), "missed")
    for document in say.plan.slipped:
        what = message(
            "%(file)s was to come out on %(day)s and is not finished: finish it or move its Date",
            file=_file(document),
            day=say.day(document.published),
        )
        yield Todo(Severity.ERROR, say.said(what), "missed")


def _coming(say: Wording) -> Iterator[Todo]:
    for clash in say.plan.clashes:
        what = message(
            "%(file)s and %(other)s have the same slot, %(when)s: delete one of the Date lines",
            file=_file(clash.document),
            other=_file(clash.other),
            when=say.when(clash.slot.moment),
        )
        yield Todo(Severity.WARNING, say.said(what), "coming")
    for document in say.plan.coming:
        left, state = comes_in(document, say.plan.site.now), state_of(document, say.plan.site.now)
        if left is not None and left.days < NEAR and state in _NOT_YET:
            what = message(
                _NOT_YET[state],
                file=_file(document),
                day=say.day(document.published),
                why=say.why(document.held),
            )
            yield Todo(Severity.WARNING, say.said(what), "coming")


def _slots(say: Wording) -> Iterator[Todo]:
    plan = say.plan
    for gap in plan.gaps:
        yield Todo(Severity.WARNING, say.gap(gap), "gaps")
    if plan.queue:
        waits = counted(
            "%(count)s ready article has no day: run invoke schedule",
            "%(count)s ready articles have no day: run invoke schedule",
            len(plan.queue),
        )
        yield Todo(Severity.ADVICE, say.said(waits), "queue")


def _texts(say: Wording) -> Iterator[Todo]:
    for timed in say.plan.deadlines:
        if timed.days < 0:
            what = message(
                "%(file)s should have been ready %(days)s",
                file=_file(timed.document),
                days=say.days(timed.days),
            )
            yield Todo(Severity.WARNING, say.said(what), "deadlines")
    if due := [timed for timed in say.plan.reviews if timed.days <= 0]:
        what = counted(
            "%(count)s text is to be looked at again",
            "%(count)s texts are to be looked at again",
            len(due),
        )
        yield Todo(Severity.ADVICE, say.said(what), "reviews")


def _file(document: Document) -> str:
    return f"content/{document.source}"
