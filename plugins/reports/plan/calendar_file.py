"""`plan.ics`: the plan for calendar programs (RFC 5545), made by icalendar."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

from icalendar import STATUS, TRANSP, Calendar, Event, Timezone

from plugins.documents import Document
from plugins.documents.front_matter import MOSCOW
from plugins.language.messages import Message, message
from plugins.reports.plan.owner import Owner
from plugins.reports.plan.wording import Wording
from plugins.schedule.agenda import Entry, State

PRODUCT = "-//Vitrina//Plan of publications//EN"
# Coming out takes no time, but an event without length is hard to see
LENGTH = timedelta(minutes=30)
EVERY = timedelta(hours=12)
SURE = (State.OUT, State.COMING)
LEFT_OUT = (State.EMPTY, State.GONE)


def calendar_of(say: Wording, owner: Owner) -> bytes:
    """All of it, equal for equal facts: nothing here is taken from the clock."""
    name = message("%(brand)s: plan of publications", brand=owner.brand)
    uid = uuid5(NAMESPACE_URL, f"{owner.address}/plan")
    calendar = Calendar.new(prodid=PRODUCT, uid=uid, name=say.said(name), refresh_interval=EVERY)
    months = say.plan.months
    first, last = date(months[0].year - 1, 1, 1), date(months[-1].year + 2, 1, 1)
    calendar.add_component(Timezone.from_tzid(str(MOSCOW), first_date=first, last_date=last))
    for event in _events(say, owner):
        calendar.add_component(event)
    data: bytes = calendar.to_ical()
    return data


def _events(say: Wording, owner: Owner) -> Iterator[Event]:
    for entry in say.plan.agenda:
        if entry.state not in LEFT_OUT:
            yield _entry(entry, say, owner)
    for timed in say.plan.deadlines:
        what = message("Should be ready: %(title)s", title=timed.document.title)
        yield from _day(timed.document, timed.document.deadline, what, say, owner)
    for timed in say.plan.expiring:
        what = message("Leaves the site: %(title)s", title=timed.document.title)
        yield from _day(timed.document, timed.document.expires, what, say, owner)


def _entry(entry: Entry, say: Wording, owner: Owner) -> Event:
    """An article, whatever becomes of it, or a free slot."""
    state, document = say.state(entry), entry.document
    queue = say.queue(entry.slot.key, entry.lang) if entry.slot else ""
    what = document.title if document else queue
    is_live = entry.state is State.OUT and document is not None
    return Event.new(
        uid=_uid(
            owner, document.source if document else f"{entry.moment:%Y%m%dT%H%M}/{_slot(entry)}"
        ),
        stamp=_stamp(document, entry.moment),
        start=entry.moment,
        end=entry.moment + LENGTH,
        summary=": ".join(filter(None, (state[:1].upper() + state[1:], what))),
        description=_description(document, say) if document else _invitation(say),
        url=owner.url_of(document) if is_live and document else None,
        status=STATUS.CONFIRMED if entry.state in SURE else STATUS.TENTATIVE,
        transparency=TRANSP.TRANSPARENT,
    )


def _day(
    document: Document, moment: datetime | None, what: Message, say: Wording, owner: Owner
) -> Iterator[Event]:
    """Something that happens to a document on a day as a whole."""
    if moment is None:
        return
    start = moment.astimezone(MOSCOW).date()
    kind = "deadline" if moment == document.deadline else "expires"
    yield Event.new(
        uid=_uid(owner, f"{kind}/{document.source}"),
        stamp=_stamp(document, moment),
        start=start,
        end=start + timedelta(days=1),
        summary=say.said(what),
        description=_description(document, say),
        transparency=TRANSP.TRANSPARENT,
    )


def _uid(owner: Owner, what: str) -> str:
    """The same for the same file, on whatever day it stands."""
    return str(uuid5(NAMESPACE_URL, f"{owner.address}/plan/{what}"))


def _slot(entry: Entry) -> str:
    return f"{entry.slot.key if entry.slot else ''}/{entry.lang}"


def _stamp(document: Document | None, moment: datetime) -> datetime:
    """The last thing known to have happened to it; a date that moves on moves this on, too."""
    known = (document.modified, document.written, document.published) if document else ()
    return max([date for date in known if date is not None], default=moment).astimezone(UTC)


def _description(document: Document, say: Wording) -> str:
    lines = [f"content/{document.source}"]
    if document.held:
        lines.append(say.upper(say.why(document.held)))
    return "\n".join(lines)


def _invitation(say: Wording) -> str:
    return say.said(message("No article has this slot: finish a text, then run invoke schedule."))
