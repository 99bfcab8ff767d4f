"""What stands on which day: articles that are planned, slots that wait for one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from plugins.documents import Document, Site, Status
from plugins.documents.front_matter import MOSCOW
from plugins.documents.stages import RELEASED, comes_in, expired, live, missed, slipped
from plugins.schedule.claims import claims, places
from plugins.schedule.filling import Filled, dated_articles
from plugins.schedule.record import Schedule
from plugins.schedule.slots import Slot, slots


class State(StrEnum):
    """What a day of the plan holds: a document in some stage, or a slot without one."""

    OUT = "out"
    COMING = "coming"
    HELD = "held"
    UNFINISHED = "unfinished"
    MISSED = "missed"
    SLIPPED = "slipped"
    GONE = "gone"
    PROPOSED = "proposed"
    FREE = "free"
    EMPTY = "empty"


# What is still to come, whether it will or not
AHEAD = (State.COMING, State.HELD, State.UNFINISHED, State.PROPOSED, State.FREE)
_COME = (
    (live, State.OUT),
    (expired, State.GONE),
    (missed, State.MISSED),
    (slipped, State.SLIPPED),
)


@dataclass(frozen=True)
class Entry:
    """One line of the agenda; `moment` is in Moscow's zone.

    PROPOSED: `invoke schedule` would put this document here. FREE and EMPTY: a slot ahead or gone
    by, without a document.
    """

    moment: datetime
    state: State
    lang: str
    document: Document | None = None
    slot: Slot | None = None


def state_of(document: Document, now: datetime) -> State | None:
    """What becomes of a dated document; None where it has no day."""
    found = next((state for holds, state in _COME if holds(document, now)), None)
    if found is not None:
        return found
    if document.status is Status.SKIP or comes_in(document, now) is None:
        return None
    if document.status not in RELEASED:
        return State.UNFINISHED
    return State.HELD if document.held else State.COMING


def agenda(
    site: Site, schedule: Schedule | None, filled: Sequence[Filled], first: datetime, last: datetime
) -> tuple[Entry, ...]:
    """Everything between two moments in order; `filled` is what `invoke schedule` would do."""
    standing = list(_of_documents(site, first, last))
    standing += [
        Entry(_in_moscow(f.moment), State.PROPOSED, f.document.lang, f.document)
        for f in filled
        if f.moment <= last
    ]
    found = [*standing, *_slots_left(site, schedule, filled, first, last)]
    order = {lang: number for number, lang in enumerate(site.languages)}
    return tuple(sorted(found, key=lambda entry: _place(entry, order)))


def _of_documents(site: Site, first: datetime, last: datetime) -> Iterator[Entry]:
    for document in site.documents:
        state = state_of(document, site.now)
        if document.published and state and first <= document.published <= last:
            yield Entry(_in_moscow(document.published), state, document.lang, document)


def _slots_left(
    site: Site, schedule: Schedule | None, filled: Sequence[Filled], first: datetime, last: datetime
) -> Iterator[Entry]:
    """Slots that no article has and none would be given."""
    if schedule is None:
        return
    past = frozenset(slots(schedule, first, site.now))
    room = places(schedule, slots(schedule, first, last), site.languages)
    standing = (d for d in dated_articles(site) if d.status is not Status.SKIP)
    given = (replace(f.document, published=f.moment) for f in filled)
    holders = claims(schedule, room, [*standing, *given]).holders
    for place in room:
        if place not in holders:
            state = State.EMPTY if place.slot in past else State.FREE
            yield Entry(_in_moscow(place.slot.moment), state, place.lang, None, place.slot)


def _in_moscow(moment: datetime) -> datetime:
    return moment.astimezone(MOSCOW)


def _place(entry: Entry, order: dict[str, int]) -> tuple[datetime, int, str, str]:
    source = entry.document.source if entry.document else ""
    return entry.moment, order.get(entry.lang, len(order)), source, entry.state
