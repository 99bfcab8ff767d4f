"""Weeks in which no article comes out, queue by queue."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from plugins.documents import Document, Site, Status
from plugins.documents.stages import due
from plugins.schedule.filling import dated_articles
from plugins.schedule.record import Schedule, SlotRule

GOING_OUT = (Status.READY, Status.PUBLISHED)


@dataclass(frozen=True)
class Gap:
    """A queue in one language has nothing between two moments; `last` is None: nothing at all."""

    key: str
    lang: str
    first: datetime
    last: datetime | None

    @property
    def weeks(self) -> int:
        """How many whole weeks stand empty, 0 where nothing follows."""
        return (self.last - self.first).days // 7 if self.last else 0


def gaps(schedule: Schedule, site: Site) -> Iterator[Gap]:
    """Stretches from now on, longer than the alarm, in which nothing finished is planned.

    Drafts do not count: planned is not ready. What is planned ends somewhere; that is a gap only
    once nothing at all is left.
    """
    longest = timedelta(weeks=schedule.gap_alarm)
    for rule in schedule.slots:
        for lang in rule.languages or site.languages:
            moments = sorted(_moments(rule, lang, site))
            steps = zip([site.now, *moments], moments, strict=False)
            yield from (Gap(rule.key, lang, a, b) for a, b in steps if b - a > longest)
            if not moments:
                yield Gap(rule.key, lang, site.now, None)


def _moments(rule: SlotRule, lang: str, site: Site) -> Iterator[datetime]:
    """When articles of a queue come out that are finished and not out yet."""
    for document in dated_articles(site):
        if document.lang == lang and rule.takes(lang, document.category) and _waits(document, site):
            assert document.published is not None
            yield document.published


def _waits(document: Document, site: Site) -> bool:
    return document.status in GOING_OUT and not document.held and not due(document, site.now)
