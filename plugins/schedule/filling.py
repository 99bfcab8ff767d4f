"""Ready articles without a Date put into free slots; pure, of values.

Each language has a queue of its own: the highest priority first, then the nearest deadline, then
the text that was written first, then by path. Every free slot, the earliest first, takes the first
of the queue that it is for. A translation comes out together with an article that is planned.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from math import inf

from plugins.documents import Document, Site, Status
from plugins.documents.front_matter import fields_of
from plugins.schedule.claims import Claims, Clash, Place, claims, places
from plugins.schedule.record import YEARS, Schedule
from plugins.schedule.slots import slots

AHEAD = timedelta(days=5 * 366)


@dataclass(frozen=True)
class Filled:
    """An article and when it comes out; `key` names the slot's rule, empty beside a translation."""

    document: Document
    moment: datetime
    key: str

    @property
    def late(self) -> bool:
        """Whether that is after the day by which its writer wanted to be done."""
        deadline = self.document.deadline
        return deadline is not None and deadline.date() < self.moment.date()


@dataclass(frozen=True)
class Filling:
    """What to write into which files, and what stays as it is.

    `held`: ready, but something is missing (`Document.held`); `unplaced`: ready, but no slot is
    for it or none is free; `other`: ready without a Date and no article, so no slot is for it.
    """

    filled: tuple[Filled, ...]
    held: tuple[Document, ...]
    unplaced: tuple[Document, ...]
    other: tuple[Document, ...]
    clashes: tuple[Clash, ...]


def filling(schedule: Schedule, site: Site) -> Filling:
    """What `invoke schedule` does with this Site. A date that a person has set never moves."""
    undated = [d for d in site.documents if d.status is Status.READY and not _is_dated(d)]
    articles = [d for d in undated if d.kind == "article"]
    ready = sorted((d for d in articles if not d.held), key=turn)
    filled = sorted(_filled(schedule, site, ready), key=lambda f: (f.moment, f.document.source))
    done = {found.document for found in filled}
    return Filling(
        tuple(filled),
        tuple(d for d in articles if d.held),
        tuple(d for d in ready if d not in done),
        tuple(d for d in undated if d.kind != "article"),
        claims_ahead(schedule, site).clashes,
    )


def claims_ahead(schedule: Schedule, site: Site, margin: int = 0) -> Claims:
    """Who has which slot from so many hours on, and who claims one that another article has."""
    return claims(schedule, _room(schedule, site, margin), dated_articles(site))


def dated_articles(site: Site) -> tuple[Document, ...]:
    """Articles with a Date in any stage: a draft keeps its slot, too."""
    return tuple(d for d in site.documents if d.kind == "article" and d.published is not None)


def turn(document: Document) -> tuple[int, float, float, str]:
    """The place of a ready article in its queue: the smaller the earlier."""
    return (
        -document.priority,
        document.deadline.timestamp() if document.deadline else inf,
        document.written.timestamp() if document.written else inf,
        document.source,
    )


def _room(schedule: Schedule, site: Site, margin: int) -> list[Place]:
    if site.now.year > YEARS[1]:
        return []
    found = slots(schedule, _earliest(site, margin), site.now + AHEAD)
    return places(schedule, found, site.languages)


def _earliest(site: Site, margin: int) -> datetime:
    return site.now + timedelta(hours=margin)


def _is_dated(document: Document) -> bool:
    """Whether a person has written a date, a wrong one or a second one included."""
    return any(field.key == "date" and field.value for field in fields_of(document.markdown))


def _filled(schedule: Schedule, site: Site, ready: Sequence[Document]) -> Iterator[Filled]:
    """Language by language, so that translations see what is planned in those before."""
    room = _room(schedule, site, schedule.margin)
    planned = _planned(site, _earliest(site, schedule.margin))
    for lang in site.languages:
        queue = [document for document in ready if document.lang == lang]
        here = [place for place in room if place.lang == lang]
        dated = [document for document in dated_articles(site) if document.lang == lang]
        for found in _of_language(schedule, queue, here, dated, planned) if queue else ():
            planned[found.document.translation_key] = found.moment
            yield found


def _planned(site: Site, earliest: datetime) -> dict[str, datetime]:
    """When dated articles come out from a moment on, by what translations have in common."""
    found: dict[str, datetime] = {}
    for document in sorted(dated_articles(site), key=lambda d: site.languages.index(d.lang)):
        if document.published and document.published >= earliest:
            found.setdefault(document.translation_key, document.published)
    return found


def _of_language(
    schedule: Schedule,
    queue: Sequence[Document],
    room: Sequence[Place],
    dated: Sequence[Document],
    planned: Mapping[str, datetime],
) -> Iterator[Filled]:
    """Translations beside what is planned, unless another article is there; then slots in order."""
    left, known = [], [*dated]
    holders, clashes = claims(schedule, room, known)
    for document in queue:
        moment = planned.get(document.translation_key)
        if moment is None:
            left.append(document)
            continue
        beside = [*known, replace(document, published=moment)]
        found = claims(schedule, room, beside)
        if len(found.clashes) > len(clashes):
            left.append(document)
            continue
        known, holders = beside, found.holders
        yield Filled(document, moment, _key_of(known[-1], holders))
    rules = {rule.key: rule for rule in schedule.slots}
    for place in (place for place in room if place not in holders):
        rule = rules[place.slot.key]
        first = next((d for d in left if rule.takes(d.lang, d.category)), None)
        if first:
            left.remove(first)
            yield Filled(first, place.slot.moment, place.slot.key)


def _key_of(document: Document, holders: Mapping[Place, Document]) -> str:
    return next((place.slot.key for place, holder in holders.items() if holder is document), "")
