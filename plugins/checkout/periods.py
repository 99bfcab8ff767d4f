"""Signing periods: links of one period are equal to the byte, whenever they are built in it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from plugins.documents.front_matter import MOSCOW

Length = Literal["week", "month", "quarter"]
_MONTHS = {"month": 1, "quarter": 3}


@dataclass(frozen=True)
class Period:
    """From `start` to `end`, both midnights in Moscow; the next period ends with `after`."""

    start: datetime
    end: datetime
    after: datetime


def period_of(now: datetime, length: Length) -> Period:
    """The period that holds a moment: the week from Monday, the month or the quarter."""
    day = now.astimezone(MOSCOW).replace(hour=0, minute=0, second=0, microsecond=0, fold=0)
    if length == "week":
        start = day - timedelta(days=day.weekday())
        return Period(start, start + timedelta(days=7), start + timedelta(days=14))
    months = _MONTHS[length]
    start = day.replace(month=(day.month - 1) // months * months + 1, day=1)
    return Period(start, _later(start, months), _later(start, 2 * months))


def _later(first: datetime, months: int) -> datetime:
    """The first day of a month so many months later."""
    years, month = divmod(first.month - 1 + months, 12)
    return first.replace(year=first.year + years, month=month + 1)
