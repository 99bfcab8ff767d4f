"""The year 2027 against a table made by hand from the official calendar (year_2027.txt)."""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from plugins.documents.front_matter import MOSCOW
from plugins.schedule import slots
from plugins.schedule.days_off import day_off, works
from tests.schedule.schedules import rule, schedule

TEXT = Path(__file__).with_name("year_2027.txt").read_text("utf-8")
LINES = [line for line in TEXT.splitlines() if line and not line.startswith("#")]
FIRST = datetime(2027, 1, 1, tzinfo=MOSCOW)
LAST = datetime(2027, 12, 31, 23, 59, tzinfo=MOSCOW)
DAYS = [date(2027, 1, 1) + timedelta(days=n) for n in range(365)]


def days_of(part: str) -> Iterator[date]:
    """The days below a heading, those after an arrow left out."""
    for line in LINES[LINES.index(part) + 1 :]:
        if not re.match(r"\d+\.\d\d", line):
            return
        for day, month in re.findall(r"(?<!<- )\b(\d+)\.(\d\d)", line):
            yield date(2027, int(month), int(day))


def planned(text: str) -> Iterator[tuple[date, date | None]]:
    """Days by rule, and the days on which they come: None in another year."""
    for line in LINES[LINES.index(text) + 1 :]:
        if not re.match(r"\d\d:", line):
            return
        month = int(line[:2])
        for entry in line[3:].split():
            by_rule, moves, comes = entry.partition(">")
            day = date(2027, month, int(by_rule))
            yield day, date(2027, month, int(comes)) if comes else None if moves else day


RULES = [line for line in LINES if line.startswith("FREQ")]


def test_the_table_has_the_days_off_that_the_calendar_knows() -> None:
    assert [day for day in DAYS if day_off(schedule(), day)] == sorted(days_of("days off"))


def test_weekends_are_not_worked_but_for_shifted_saturdays() -> None:
    weekends = [day for day in DAYS if day.weekday() > 4 and works(schedule(), day)]
    assert weekends == list(days_of("worked Saturdays"))


@pytest.mark.parametrize("text", RULES)
def test_slots_move_to_the_next_working_day(text: str) -> None:
    found = slots(schedule(rule(text)), FIRST, LAST)

    assert [slot.moment.date() for slot in found] == sorted({c for _, c in planned(text) if c})
    assert {(slot.moment.hour, slot.moment.minute) for slot in found} == {(10, 0)}


@pytest.mark.parametrize("text", RULES)
def test_slots_on_days_off_are_skipped(text: str) -> None:
    found = slots(schedule(rule(text), on_day_off="skip"), FIRST, LAST)

    assert [slot.moment.date() for slot in found] == [day for day, c in planned(text) if day == c]


@pytest.mark.parametrize("text", RULES)
def test_without_russian_holidays_slots_stand_as_the_rule_says(text: str) -> None:
    found = slots(schedule(rule(text), russian_holidays=False), FIRST, LAST)

    assert [slot.moment.date() for slot in found] == [day for day, _ in planned(text)]
