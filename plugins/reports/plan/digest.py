"""The week in short: what came out, what comes, what lacks, what to write."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from plugins.documents import Document
from plugins.documents.stages import out_for
from plugins.language.messages import Message, message
from plugins.reports.plan.owner import Owner
from plugins.reports.plan.wording import STATES, Wording
from plugins.schedule.agenda import State, state_of
from plugins.schedule.plan import Plan, Task

WEEK = timedelta(days=7)
MOST, MOST_WRITE, MOST_QUESTIONS = 6, 3, 3


@dataclass(frozen=True)
class Item:
    """A line, and what belongs to it; `url` is where visitors find what it is about."""

    text: str
    url: str = ""
    more: tuple[str, ...] = ()


@dataclass(frozen=True)
class Part:
    """A heading and its lines."""

    heading: str
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Digest:
    """A subject, a first sentence and the parts, in the reader's language."""

    subject: str
    claim: str
    parts: tuple[Part, ...]


def digest_of(say: Wording, owner: Owner) -> Digest:
    """The digest of the week that ends now; parts in which nothing stands are left out."""
    plan = say.plan
    week = _this_week(plan)
    subject = message(
        "%(brand)s, %(day)s: out this week %(out)s, ahead %(ahead)s, free slots %(free)s",
        brand=owner.brand,
        day=say.day(plan.site.now),
        out=len(week),
        ahead=len(plan.coming),
        free=len(plan.free),
    )
    parts = (
        (message("Out this week"), _out(week, say, owner)),
        (message("Missed"), _missed(say)),
        (message("Ahead"), _ahead(say)),
        (message("Gaps"), _gaps(say)),
        (message("Deadlines"), _deadlines(say)),
        (message("To look at again"), _stale(say)),
        (message("What to write next"), _to_write(say)),
    )
    made = ((say.said(heading), _cut(items, say)) for heading, items in parts)
    return Digest(
        say.said(subject),
        say.upper(say.claim()),
        tuple(Part(heading, items) for heading, items in made if items),
    )


def _this_week(plan: Plan) -> list[Document]:
    ages = ((out_for(document, plan.site.now), document) for document in plan.published)
    return [document for age, document in ages if age is not None and age < WEEK]


def _cut(items: Iterable[Item], say: Wording) -> tuple[Item, ...]:
    found = tuple(items)
    rest = len(found) - MOST
    return (*found[:MOST], Item(say.more(rest))) if rest > 0 else found


def _out(week: Sequence[Document], say: Wording, owner: Owner) -> Iterator[Item]:
    if not week:
        yield Item(say.said(message("Nothing came out this week.")))
    for document in week:
        text = f"{say.day(document.published)}: {_title(document)}"
        yield Item(text, owner.url_of(document))


def _ahead(say: Wording) -> Iterator[Item]:
    plan = say.plan
    for document in plan.coming:
        state = state_of(document, plan.site.now) or State.COMING
        said = "" if state is State.COMING else f" ({say.said(STATES[state])})"
        text = f"{say.when(document.published)}: {_title(document)}{said}"
        yield Item(text, more=_lacks(document, say))
    for clash in plan.clashes:
        name = say.said(message("One slot for two"))
        both = f"{_title(clash.other)}, {_title(clash.document)}"
        yield Item(f"{name}, {say.when(clash.slot.moment)}: {both}")
    for filled in plan.queue:
        text = f"{say.when(filled.moment)}: {_title(filled.document)}"
        yield Item(f"{text} ({say.said(STATES[State.PROPOSED])})")
    for document in plan.held:
        what = message("%(title)s: ready, but something is missing", title=_title(document))
        yield Item(say.said(what), more=_lacks(document, say))


def _gaps(say: Wording) -> Iterator[Item]:
    for gap in say.plan.gaps:
        yield Item(say.upper(say.gap(gap)))
    if free := say.plan.free:
        when = say.when(free[0].moment)
        text = message("%(slots)s, the first: %(when)s", slots=say.free_slots(), when=when)
        yield Item(say.upper(say.said(text)))


def _missed(say: Wording) -> Iterator[Item]:
    for document in say.plan.missed:
        text = f"{say.day(document.published)}: {_title(document)}"
        yield Item(text, more=_lacks(document, say))
    for document in say.plan.slipped:
        text = f"{say.day(document.published)}: {_title(document)} ({say.stage(document)})"
        yield Item(text, more=_lacks(document, say))


def _deadlines(say: Wording) -> Iterator[Item]:
    for timed in say.plan.deadlines:
        day, left = say.day(timed.document.deadline), say.days(timed.days)
        yield Item(f"{_title(timed.document)}: {day} ({left})")


def _stale(say: Wording) -> Iterator[Item]:
    for timed in say.plan.reviews:
        yield Item(f"{_title(timed.document)}: {say.due(timed.days)}")
    for timed in say.plan.expiring:
        day = say.day(timed.document.expires)
        what = message(
            "%(title)s leaves the site on %(day)s", title=_title(timed.document), day=day
        )
        yield Item(say.said(what))


def _to_write(say: Wording) -> Iterator[Item]:
    for task in say.plan.to_write[:MOST_WRITE]:
        asked = say.asked(task)
        phrase = task.brief.group.head.phrase
        yield Item(f"{phrase}{f' ({asked})' if asked else ''}", more=tuple(_brief(task, say)))


def _brief(task: Task, say: Wording) -> Iterator[str]:
    brief = task.brief
    lines: tuple[tuple[Message, Iterable[str]], ...] = (
        (message("Forms to use naturally"), brief.forms),
        (message("Questions to answer"), brief.questions[:MOST_QUESTIONS]),
        (message("Link to it from"), (_title(d) for d in say.named(brief.link_from))),
        (message("Link from it to"), (_title(d) for d in say.named(brief.link_to))),
    )
    for name, values in lines:
        if said := "; ".join(values):
            yield f"{say.said(name)}: {said}"


def _lacks(document: Document, say: Wording) -> tuple[str, ...]:
    return (say.upper(say.why(document.held)),) if document.held else ()


def _title(document: Document) -> str:
    return f"«{' '.join(document.title.split())}»"
