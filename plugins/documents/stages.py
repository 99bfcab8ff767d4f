"""What is live when: the only place that compares dates of documents with the clock."""

from collections.abc import Sized
from datetime import datetime
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


def live(document: Staged, now: datetime) -> bool:
    """Whether visitors can reach the document at `now` (all times carry a zone)."""
    return due(document, now) and not document.held and not expired(document, now)


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
    return due(document, now) and bool(document.held) and not expired(document, now)


def expired(document: Staged, now: datetime) -> bool:
    """Whether it has been out and has left."""
    return due(document, now) and document.expires is not None and document.expires <= now


def has_come(moment: datetime, now: datetime) -> bool:
    """Whether a moment is not in the future (both times carry a zone)."""
    return moment <= now


def listed(document: Staged, now: datetime) -> bool:
    """Whether lists, feeds and menus name the document: live and not hidden."""
    return document.status != Status.HIDDEN and live(document, now)
