"""The plan of a site at one moment: what is out, what comes, what lacks; pure, of values."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from plugins.documents import Document, Site, Status
from plugins.documents.front_matter import MOSCOW
from plugins.documents.stages import (
    comes_in,
    days_to_deadline,
    days_to_review,
    leaves_in,
    out_for,
    slipped,
)
from plugins.keywords.briefs import Brief, briefs
from plugins.keywords.study import Study
from plugins.schedule.agenda import Entry, State, agenda, state_of
from plugins.schedule.claims import Clash
from plugins.schedule.filling import Filled, Filling, filling, turn
from plugins.schedule.gaps import Gap, gaps
from plugins.schedule.record import Schedule

LATELY = timedelta(days=28)
SOON = 30
REVIEW_SOON = 14
WEEKS, MOST_WEEKS = 12, 104
LEAST_MONTHS, MOST_AHEAD = 3, timedelta(days=2 * 366)
TO_WRITE = 5
Days = Callable[[Document, datetime], int | None]


@dataclass(frozen=True)
class Timed:
    """A document and the days until something happens to it, below 0 where that is past."""

    document: Document
    days: int


@dataclass(frozen=True)
class Task:
    """A text that nobody has written: the language of those who ask, and a brief."""

    lang: str
    brief: Brief


@dataclass(frozen=True, eq=False)
class Plan:
    """Everything there is to tell; documents stand in the order in which they matter.

    `agenda` is from the first day of this month to the last of `months` (first days of months);
    free slots are told of until `until`. `queue`: ready, without a Date, as `invoke schedule`
    will take them; `unplaced` find no slot, `held` lack something, `other` are no articles.
    `slipped`: their day has come and they are still written. `ideas` and `drafts` have no day.
    """

    site: Site
    schedule: Schedule | None
    until: datetime
    months: tuple[datetime, ...]
    agenda: tuple[Entry, ...]
    published: tuple[Document, ...]
    coming: tuple[Document, ...]
    queue: tuple[Filled, ...]
    unplaced: tuple[Document, ...]
    held: tuple[Document, ...]
    other: tuple[Document, ...]
    clashes: tuple[Clash, ...]
    gaps: tuple[Gap, ...]
    slipped: tuple[Document, ...]
    deadlines: tuple[Timed, ...]
    ideas: tuple[Document, ...]
    drafts: tuple[Document, ...]
    reviews: tuple[Timed, ...]
    expiring: tuple[Timed, ...]
    to_write: tuple[Task, ...]

    @property
    def missed(self) -> tuple[Document, ...]:
        """Ready or published, their day has come, and something keeps them in."""
        return self.site.missed

    @property
    def expired(self) -> tuple[Document, ...]:
        """They have left, the latest first."""
        return tuple(sorted(self.site.expired, key=_left, reverse=True))

    @property
    def free(self) -> tuple[Entry, ...]:
        """Slots of the coming weeks that nobody would fill."""
        found = (entry for entry in self.agenda if entry.state is State.FREE)
        return tuple(entry for entry in found if entry.moment <= self.until)

    @property
    def next(self) -> Document | None:
        """The next one to come out with nothing lacking."""
        now = self.site.now
        return next((d for d in self.coming if state_of(d, now) is State.COMING), None)


def plan_of(
    site: Site, schedule: Schedule | None, studies: Iterable[Study] = (), weeks: int = WEEKS
) -> Plan:
    """The plan of a Site; `studies` say what nobody has written of yet."""
    found = _filling(site, schedule)
    until = site.now.astimezone(MOSCOW) + timedelta(weeks=weeks)
    coming = _by_day(site, (d for d in site.documents if comes_in(d, site.now) and _counts(d)))
    moments = [d.published for d in coming if d.published] + [f.moment for f in found.filled]
    months = _months(site.now, max([until, *(m for m in moments if m - until <= MOST_AHEAD)]))
    last = _next_month(months[-1]) - timedelta(seconds=1)
    return Plan(
        site=site,
        schedule=schedule,
        until=until,
        months=months,
        agenda=agenda(site, schedule, found.filled, months[0], last),
        published=_published(site),
        coming=coming,
        queue=found.filled,
        unplaced=found.unplaced,
        held=found.held,
        other=found.other,
        clashes=found.clashes,
        gaps=tuple(gaps(schedule, site)) if schedule else (),
        slipped=_by_day(site, (d for d in site.documents if slipped(d, site.now))),
        deadlines=_timed(site, days_to_deadline),
        ideas=_undated(site, Status.IDEA),
        drafts=_undated(site, Status.DRAFT),
        reviews=_timed(site, days_to_review, REVIEW_SOON),
        expiring=_timed(site, _days_left, SOON),
        to_write=_to_write(studies),
    )


def _filling(site: Site, schedule: Schedule | None) -> Filling:
    """What `invoke schedule` would do; without slots all ready articles wait in their order."""
    if schedule:
        return filling(schedule, site)
    ready = [d for d in site.documents if d.status is Status.READY and d.published is None]
    articles = sorted((d for d in ready if d.kind == "article"), key=turn)
    return Filling(
        (),
        tuple(d for d in articles if d.held),
        tuple(d for d in articles if not d.held),
        tuple(d for d in ready if d.kind != "article"),
        (),
    )


def _counts(document: Document) -> bool:
    return document.status is not Status.SKIP


def _by_day(site: Site, documents: Iterable[Document]) -> tuple[Document, ...]:
    """In the order of their days; of one moment the first language first."""
    order = {lang: number for number, lang in enumerate(site.languages)}
    return tuple(sorted(documents, key=lambda d: (_moment(d), order[d.lang], d.source)))


def _moment(document: Document) -> float:
    return document.published.timestamp() if document.published else 0.0


def _left(document: Document) -> float:
    return document.expires.timestamp() if document.expires else 0.0


def _published(site: Site) -> tuple[Document, ...]:
    ages = ((out_for(document, site.now), document) for document in site.documents)
    found = [document for age, document in ages if age is not None and age <= LATELY]
    return tuple(sorted(_by_day(site, found), key=_moment, reverse=True))


def _undated(site: Site, status: Status) -> tuple[Document, ...]:
    found = (d for d in site.documents if d.status is status and d.published is None)
    return tuple(sorted(found, key=turn))


def _timed(site: Site, days_of: Days, most: int | None = None) -> tuple[Timed, ...]:
    """Documents to which something happens, within so many days if that is given."""
    measured = ((days_of(document, site.now), document) for document in site.documents)
    found = [
        Timed(document, days)
        for days, document in measured
        if days is not None and _counts(document) and (most is None or days <= most)
    ]
    return tuple(sorted(found, key=lambda timed: (timed.days, timed.document.source)))


def _days_left(document: Document, now: datetime) -> int | None:
    left = leaves_in(document, now)
    return None if left is None else left.days


def _months(now: datetime, last: datetime) -> tuple[datetime, ...]:
    """The first days of all months from this one on: at least three, and the last one's."""
    start = now.astimezone(MOSCOW).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    found = [start]
    while len(found) < LEAST_MONTHS or _next_month(found[-1]) <= last:
        found.append(_next_month(found[-1]))
    return tuple(found)


def _next_month(first: datetime) -> datetime:
    return (first + timedelta(days=31)).replace(day=1)


def _to_write(studies: Iterable[Study]) -> tuple[Task, ...]:
    """The gaps of all maps, the most asked first; of each language so many."""
    found = [Task(study.lang, brief) for study in studies for brief in briefs(study, TO_WRITE)]
    return tuple(sorted(found, key=lambda task: -task.brief.group.frequency))
