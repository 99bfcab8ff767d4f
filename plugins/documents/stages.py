"""What is live when: the only place that compares dates of documents with the clock."""

from collections.abc import Sized
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol


class Status(StrEnum):
    """What the author says of a document (front matter `Status`), from a thought to a page."""

    IDEA = "idea"
    DRAFT = "draft"
    READY = "ready"
    PUBLISHED = "published"
    HIDDEN = "hidden"
    SKIP = "skip"


# A person has said that it may go out
RELEASED = (Status.READY, Status.PUBLISHED, Status.HIDDEN)
UNWRITTEN = (Status.IDEA, Status.DRAFT)


class Staged(Protocol):
    """What `live` looks at."""

    @property
    def status(self) -> Status:
        """What the author says."""

    @property
    def published(self) -> datetime | None:
        """When it comes out (with a time zone); None: at once, if it is published or hidden."""

    @property
    def expires(self) -> datetime | None:
        """When it leaves; None: never."""

    @property
    def held(self) -> Sized:
        """What keeps it in although its day has come (gate.py)."""


class Tended(Staged, Protocol):
    """What is looked at besides to see what there is to do about a document."""

    @property
    def modified(self) -> datetime | None:
        """When it was last changed in substance."""

    @property
    def deadline(self) -> datetime | None:
        """By which day it should be ready."""

    @property
    def evergreen(self) -> int:
        """After how many days it is looked at again; 0: never."""


def live(document: Staged, now: datetime) -> bool:
    """Whether visitors can reach the document at `now` (all times carry a zone)."""
    return due(document, now) and not document.held and not _has_left(document, now)


def due(document: Staged, now: datetime) -> bool:
    """Whether its author has released it and its day has come.

    What is ready waits for a day: without a date it stays in.
    """
    if document.status not in RELEASED:
        return False
    if document.published is None:
        return document.status != Status.READY
    return document.published <= now


def missed(document: Staged, now: datetime) -> bool:
    """Whether its day has come and something keeps it in all the same."""
    return due(document, now) and bool(document.held) and not _has_left(document, now)


def expired(document: Staged, now: datetime) -> bool:
    """Whether it has been out and has left; what leaves before it comes was never there."""
    if document.expires is None or not _has_left(document, now) or not due(document, now):
        return False
    return document.published is None or document.published < document.expires


def _has_left(document: Staged, now: datetime) -> bool:
    return document.expires is not None and document.expires <= now


def has_come(moment: datetime, now: datetime) -> bool:
    """Whether a moment is not in the future (both times carry a zone)."""
    return moment <= now


def listed(document: Staged, now: datetime) -> bool:
    """Whether lists, feeds and menus name the document: live and not hidden."""
    return document.status != Status.HIDDEN and live(document, now)


def slipped(document: Staged, now: datetime) -> bool:
    """Whether its day has come while it is still an idea or a draft."""
    come = document.published is not None and document.published <= now
    return document.status in UNWRITTEN and come


def out_for(document: Staged, now: datetime) -> timedelta | None:
    """How long visitors have been able to reach it; None where they cannot, or none knows."""
    if document.published is None or not live(document, now):
        return None
    return now - document.published


def comes_in(document: Staged, now: datetime) -> timedelta | None:
    """How long it is until its day, in whatever stage it is; None: no day, or it has come."""
    if document.published is None or document.published <= now:
        return None
    return document.published - now


def leaves_in(document: Staged, now: datetime) -> timedelta | None:
    """How long it still stays; None where it stays for good or is not live."""
    if document.expires is None or not live(document, now):
        return None
    return document.expires - now


def days_to_deadline(document: Tended, now: datetime) -> int | None:
    """Days until it should be ready, below 0 if that day is over; None: no such day, or ready."""
    is_ready = document.status in RELEASED and not document.held
    if document.deadline is None or is_ready:
        return None
    return _days_between(now, document.deadline)


def days_to_review(document: Tended, now: datetime) -> int | None:
    """Days until a live text is to be looked at again, 0 or less if it is time; None: never."""
    dates = [date for date in (document.published, document.modified) if date is not None]
    if not document.evergreen or not dates or not live(document, now):
        return None
    return _days_between(now, max(dates) + timedelta(days=document.evergreen))


def _days_between(now: datetime, moment: datetime) -> int:
    """How many midnights lie between two moments, below 0 for one that is past."""
    return (moment.date() - now.astimezone(moment.tzinfo).date()).days
