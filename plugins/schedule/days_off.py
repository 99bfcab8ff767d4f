"""Days on which nothing comes out: Russian public holidays, transferred days, days of our own.

The calendar is that of the package `holidays`. For a year whose transfers the Government has not
decided yet it knows the holidays themselves.
"""

from datetime import date, timedelta
from functools import lru_cache

import holidays

from plugins.company.localized import Localized
from plugins.schedule.record import Schedule

_DAY = timedelta(days=1)
_SATURDAY = 5


def day_off(schedule: Schedule, day: date) -> Localized | None:
    """The name of a day off; None for a day on which slots stand as the rule says.

    A weekend by itself is no day off: a rule that names Saturday means it.
    """
    for own in schedule.days_off:
        if own.first <= day <= own.last:
            return own.name
    return _holidays(day.year).get(day) if schedule.russian_holidays else None


def works(schedule: Schedule, day: date) -> bool:
    """Whether people work on this day: no day off, and no weekend but a shifted one."""
    if day_off(schedule, day) is not None:
        return False
    shifted = schedule.russian_holidays and day in _working_weekends(day.year)
    return day.weekday() < _SATURDAY or shifted


def next_working_day(schedule: Schedule, day: date) -> date:
    """The first day from this one on that people work on."""
    while not works(schedule, day):
        day += _DAY
    return day


def first_that_moves_to(schedule: Schedule, day: date) -> date:
    """The earliest day from which a slot may move to this day or behind it."""
    while not works(schedule, day - _DAY):
        day -= _DAY
    return day


@lru_cache
def _holidays(year: int) -> dict[date, Localized]:
    russian = holidays.country_holidays("RU", years=year, language="ru")
    english = holidays.country_holidays("RU", years=year, language="en_US")
    return {day: Localized(ru=name, en=english[day]) for day, name in russian.items()}


@lru_cache
def _working_weekends(year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("RU", years=year).weekend_workdays)
