"""Schedules, articles and sites of tests, made from values."""

from datetime import datetime
from typing import Any

from plugins.documents import Document, Site, Status
from plugins.documents.front_matter import MOSCOW
from plugins.schedule import Schedule, SlotRule
from tests.audit.subjects import document

TUESDAYS = "FREQ=WEEKLY;BYDAY=TU;BYHOUR=10;BYMINUTE=0"
NOW = datetime(2027, 1, 13, 12, tzinfo=MOSCOW)


def moscow(text: str) -> datetime:
    """`2027-01-12 10:00` as a moment in Moscow."""
    return datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=MOSCOW)


def rule(text: str = TUESDAYS, key: str = "blog", **values: Any) -> SlotRule:
    """A rule of slots since the beginning of 2026."""
    return SlotRule.model_validate({"key": key, "starts": "2026-01-01", "rule": text, **values})


def schedule(*rules: SlotRule, **values: Any) -> Schedule:
    """A schedule of rules, of Tuesdays if none is given."""
    return Schedule.model_validate({"slots": rules or (rule(),), **values})


def article(name: str, status: Status = Status.READY, **values: Any) -> Document:
    """A ready Russian article without a date; `ru/blog/` stands before its name."""
    source = name if "/" in name else f"ru/blog/{name}.md"
    plain: dict[str, Any] = {"kind": "article", "status": status}
    date = values.get("published")
    lines = [f"Title: {name}", *([f"Date: {date:%Y-%m-%d %H:%M}"] if date else [])]
    markdown = "\n".join([*lines, f"Status: {status}", "", "Text"])
    return document(source, markdown=markdown, **plain | values)


def site(*documents: Document, now: datetime = NOW) -> Site:
    """A Site of Russian and English; without another clock it is Wednesday, 13 January 2027."""
    return Site(documents, ("ru", "en"), now)
