"""The slots between two moments: rules, zones and days off put together."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from plugins.schedule.days_off import day_off, first_that_moves_to, next_working_day
from plugins.schedule.record import YEARS, Schedule, SlotRule
from plugins.schedule.recurrence import wall_times

_DAY = timedelta(days=1)


@dataclass(frozen=True, order=True)
class Slot:
    """A place for one article: when it comes out (in the zone of its rule), and its queue's key.

    `moved_from` is the day off that it would have fallen on, None where it stands by rule.
    """

    moment: datetime
    key: str
    moved_from: date | None = None


def slots(schedule: Schedule, first: datetime, last: datetime) -> tuple[Slot, ...]:
    """All slots from `first` to `last`, both included (with zones), by moment, then by rule.

    A queue has one slot at a moment: one that moves to where another stands falls together
    with it.
    """
    first = max(first, datetime(YEARS[0], 1, 1, tzinfo=UTC))
    found: dict[tuple[datetime, str], Slot] = {}
    for rule in schedule.slots:
        for slot in _of_rule(schedule, rule, first, last):
            known = found.setdefault((slot.moment, slot.key), slot)
            if slot.moved_from is None and known.moved_from is not None:
                found[slot.moment, slot.key] = slot
    order = {rule.key: place for place, rule in enumerate(schedule.slots)}
    return tuple(sorted(found.values(), key=lambda slot: (slot.moment, order[slot.key])))


def _of_rule(schedule: Schedule, rule: SlotRule, first: datetime, last: datetime) -> Iterator[Slot]:
    zone = ZoneInfo(rule.zone)
    begin = first_that_moves_to(schedule, first.astimezone(zone).date() - _DAY)
    end = last.astimezone(zone).date()
    for wall in wall_times(rule.rule, rule.starts, zone, begin, end):
        day = _day_of(schedule, wall.date())
        if day is None:
            continue
        moment = _in_zone(datetime.combine(day, wall.time()), zone)
        if first <= moment <= last:
            yield Slot(moment, rule.key, wall.date() if day != wall.date() else None)


def _day_of(schedule: Schedule, day: date) -> date | None:
    """The day on which a slot of this day stands; None where it falls out."""
    if day_off(schedule, day) is None:
        return day
    return next_working_day(schedule, day) if schedule.on_day_off != "skip" else None


def _in_zone(wall: datetime, zone: ZoneInfo) -> datetime:
    """A time on the wall as a moment; one that clocks jump over is as much later."""
    return wall.replace(tzinfo=zone).astimezone(UTC).astimezone(zone)
