"""Slots: zones, clocks that change, ends of years, own days off, rules that meet."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.schedule import Schedule, SlotRule, slots
from plugins.schedule.days_off import day_off
from tests.schedule.schedules import TUESDAYS, moscow, rule, schedule

VACATION = {"name": {"ru": "Отпуск", "en": "Vacation"}, "first": "2027-08-02", "last": "2027-08-15"}


def moments(rules: Schedule, first: str, last: str) -> list[str]:
    """Slots between two moments in Moscow: when, with the offset of their zone, and of whom."""
    found = slots(rules, moscow(first), moscow(last))
    return [f"{slot.moment:%Y-%m-%d %H:%M %z} {slot.key}" for slot in found]


def test_both_ends_are_included_and_nothing_beyond() -> None:
    assert moments(schedule(), "2027-01-12 10:00", "2027-01-19 10:00") == [
        "2027-01-12 10:00 +0300 blog",
        "2027-01-19 10:00 +0300 blog",
    ]
    assert moments(schedule(), "2027-01-12 10:01", "2027-01-19 09:59") == []


def test_nothing_comes_before_the_start() -> None:
    rules = schedule(SlotRule(key="blog", starts="2027-03-10", rule=TUESDAYS))
    assert moments(rules, "2027-01-01 00:00", "2027-03-20 00:00") == ["2027-03-16 10:00 +0300 blog"]


@pytest.mark.parametrize(
    ("end", "last"),
    [
        ("COUNT=2", "2026-01-13"),
        ("UNTIL=20260113", "2026-01-13"),
        ("UNTIL=20260113T095959", "2026-01-12"),
        ("UNTIL=20260113T070000Z", "2026-01-13"),
    ],
)
def test_rules_that_end(end: str, last: str) -> None:
    rules = schedule(rule(f"{TUESDAYS};{end}"), russian_holidays=False)
    found = slots(rules, moscow("2026-01-01 00:00"), moscow("2027-12-31 00:00"))
    assert [slot.moment.date().isoformat() for slot in found] == [
        day for day in ("2026-01-06", "2026-01-13") if day <= last
    ]


def test_the_last_day_of_the_year_moves_into_the_next() -> None:
    fridays = schedule(rule("FREQ=WEEKLY;BYDAY=FR;BYHOUR=10"))

    moved = slots(fridays, moscow("2028-01-01 00:00"), moscow("2028-01-13 00:00"))

    assert [(s.moment.date().isoformat(), str(s.moved_from)) for s in moved] == [
        ("2028-01-10", "2027-12-31")
    ]
    assert moments(fridays, "2027-12-25 00:00", "2027-12-31 23:59") == []


def test_own_days_off_are_days_off_and_have_names() -> None:
    rules = schedule(days_off=[VACATION])

    found = slots(rules, moscow("2027-07-28 00:00"), moscow("2027-08-20 00:00"))

    assert [(s.moment.date().isoformat(), s.moved_from) for s in found][1:] == [
        ("2027-08-17", None)
    ]
    assert [str(s.moved_from) for s in found][:1] == ["2027-08-03"]
    assert found[0].moment.date().isoformat() == "2027-08-16"
    name = day_off(rules, found[0].moved_from or found[0].moment.date())
    assert name is not None
    assert (name.ru, name.en) == ("Отпуск", "Vacation")


def test_public_holidays_have_names_in_both_languages() -> None:
    name = day_off(schedule(), moscow("2027-02-22 00:00").date())
    assert name is not None
    assert name.ru == "Выходной (перенесено с 20.02.2027)"
    assert name.en == "Day off (substituted from 02/20/2027)"


def test_two_rules_of_one_moment_are_two_slots() -> None:
    rules = schedule(rule(), rule(key="news", categories=["Новости"]))
    assert moments(rules, "2027-01-12 00:00", "2027-01-13 00:00") == [
        "2027-01-12 10:00 +0300 blog",
        "2027-01-12 10:00 +0300 news",
    ]


def test_a_slot_that_moves_to_another_of_its_rule_falls_together_with_it() -> None:
    weekdays = schedule(rule("FREQ=WEEKLY;BYDAY=MO,TH;BYHOUR=10"))
    found = slots(weekdays, moscow("2027-01-01 00:00"), moscow("2027-01-14 23:00"))
    assert [(s.moment.day, s.moved_from) for s in found] == [(11, None), (14, None)]


def test_ten_o_clock_stays_ten_o_clock_when_clocks_change() -> None:
    rules = schedule(rule(zone="Europe/Berlin"), russian_holidays=False)
    assert moments(rules, "2027-03-22 00:00", "2027-04-01 00:00") == [
        "2027-03-23 10:00 +0100 blog",
        "2027-03-30 10:00 +0200 blog",
    ]


def test_an_hour_that_clocks_jump_over_is_an_hour_later_and_one_they_repeat_comes_once() -> None:
    nights = schedule(rule("FREQ=DAILY;BYHOUR=2;BYMINUTE=30", zone="Europe/Berlin"))
    spring = moments(nights, "2027-03-28 00:00", "2027-03-29 00:00")
    autumn = moments(nights, "2027-10-31 00:00", "2027-11-01 00:00")

    assert spring == ["2027-03-28 03:30 +0200 blog"]
    assert autumn == ["2027-10-31 02:30 +0200 blog"]


def test_a_day_off_is_a_day_of_the_slot_s_own_zone() -> None:
    """At 1:00 of 8 March in Vladivostok it is still the 7th in Moscow."""
    rules = schedule(rule("FREQ=DAILY;BYHOUR=1", zone="Asia/Vladivostok"))
    assert moments(rules, "2027-03-06 12:00", "2027-03-08 22:00") == [
        "2027-03-07 01:00 +1000 blog",
        "2027-03-09 01:00 +1000 blog",
    ]


RULES = (
    TUESDAYS,
    "FREQ=DAILY;BYHOUR=0,23;BYMINUTE=30",
    "FREQ=MONTHLY;BYDAY=-1FR;BYHOUR=18",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;BYHOUR=10",
)
STARTS = st.datetimes(datetime(2026, 6, 1), datetime(2028, 3, 1), timezones=st.just(UTC))


@given(
    text=st.sampled_from(RULES),
    zone=st.sampled_from(["Europe/Moscow", "Asia/Kamchatka", "America/New_York"]),
    what=st.sampled_from(["skip", "next-working-day"]),
    first=STARTS,
    days=st.integers(0, 60),
)
def test_what_comes_when_does_not_depend_on_the_stretch_that_is_asked_for(
    text: str, zone: str, what: str, first: datetime, days: int
) -> None:
    rules = schedule(rule(text, zone=zone), on_day_off=what, days_off=[VACATION])
    last = first + timedelta(days=days)
    wide = slots(rules, first - timedelta(days=40), last + timedelta(days=40))

    found = slots(rules, first, last)

    assert found == tuple(slot for slot in wide if first <= slot.moment <= last)
    assert [slot.moment for slot in found] == sorted({slot.moment for slot in found})
    assert not [slot for slot in found if day_off(rules, slot.moment.date())]
