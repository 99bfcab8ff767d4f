"""What is live when: the only place that compares dates of documents with the clock."""

from datetime import datetime
from enum import StrEnum
from typing import Protocol


class Status(StrEnum):
    """What the author says of a document (front matter `Status`)."""

    PUBLISHED = "published"
    DRAFT = "draft"
    HIDDEN = "hidden"
    SKIP = "skip"


class Staged(Protocol):
    """What `live` looks at."""

    @property
    def status(self) -> Status:
        """What the author says."""

    @property
    def published(self) -> datetime | None:
        """When it comes out (with a time zone); None: at once."""


def live(document: Staged, now: datetime) -> bool:
    """Whether visitors can reach the document at `now` (both times carry a zone)."""
    if document.status not in (Status.PUBLISHED, Status.HIDDEN):
        return False
    return document.published is None or document.published <= now


def has_come(moment: datetime, now: datetime) -> bool:
    """Whether a moment is not in the future (both times carry a zone)."""
    return moment <= now


def listed(document: Staged, now: datetime) -> bool:
    """Whether lists, feeds and menus name the document: live and not hidden."""
    return document.status is Status.PUBLISHED and live(document, now)
