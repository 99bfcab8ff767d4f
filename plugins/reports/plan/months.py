"""The agenda as months of weeks: what a grid of days shows."""

from calendar import Calendar
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from babel.dates import format_date, get_day_names

from plugins.documents.front_matter import MOSCOW
from plugins.language.messages import message
from plugins.reports.plan.wording import Wording
from plugins.schedule.agenda import Entry
from plugins.schedule.days_off import day_off, works

SATURDAY = 5
SHIFTED = message("a working day")


@dataclass(frozen=True)
class Day:
    """A day of a month: whether people rest; `off` names a day off, or a weekend of work."""

    date: date
    weekday: str
    off: str
    rest: bool
    today: bool
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Month:
    """Its name, its weeks of seven days (None: of another month), its days off in words."""

    name: str
    weeks: Sequence[Sequence[Day | None]]
    off: Sequence[str]


def weekdays(lang: str) -> list[tuple[str, str]]:
    """Short and full names of the days of a week, from Monday on."""
    short, full = (get_day_names(width, locale=lang) for width in ("short", "wide"))
    return [(short[number], full[number]) for number in range(7)]


def months(say: Wording) -> Iterator[Month]:
    """The months of a plan."""
    plan = say.plan
    entries = {
        day: tuple(found) for day, found in groupby(plan.agenda, key=lambda e: e.moment.date())
    }
    for first in plan.months:
        yield _month(first, entries, say)


def _month(first: datetime, entries: Mapping[date, tuple[Entry, ...]], say: Wording) -> Month:
    weeks = [
        [_day(day, entries, say) if day.month == first.month else None for day in week]
        for week in Calendar().monthdatescalendar(first.year, first.month)
    ]
    name = format_date(first, "LLLL y", locale=say.lang)
    days = [day for week in weeks for day in week if day]
    return Month(name[:1].upper() + name[1:], weeks, list(_stretches(days)))


def _day(day: date, entries: Mapping[date, tuple[Entry, ...]], say: Wording) -> Day:
    schedule = say.plan.schedule
    weekend = day.weekday() >= SATURDAY
    off, rest = "", weekend
    if schedule:
        name = day_off(schedule, day)
        off, rest = name.in_language(say.lang) if name else "", not works(schedule, day)
        if weekend and not rest:
            off = say.said(SHIFTED)
    weekday = format_date(day, "EEEE", locale=say.lang)
    today = day == say.plan.site.now.astimezone(MOSCOW).date()
    return Day(day, weekday, off, rest, today, entries.get(day, ()))


def _stretches(days: Sequence[Day]) -> Iterator[str]:
    """Named days in words, those that follow one another with one name together."""
    for name, found in groupby(days, key=lambda day: day.off):
        stretch = list(found)
        if name:
            first, last = stretch[0].date.day, stretch[-1].date.day
            yield f"{first}: {name}" if first == last else f"{first}–{last}: {name}"
