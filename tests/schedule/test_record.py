"""schedule.yaml: what is wrong in it is said with line and place, all of it at once."""

import pytest

from plugins.data_files import read_yaml
from plugins.schedule import Schedule
from plugins.schedule.recurrence import PARTS

FILE = "content/data/schedule.yaml"
RIGHT = """slots:
  - key: blog
    rule: FREQ=WEEKLY;BYDAY=TU;BYHOUR=10;BYMINUTE=0
    starts: 2026-11-03
"""


def complaints(text: str, lang: str = "en") -> list[str]:
    """What is wrong with a file, each without its name."""
    record, problems = read_yaml(Schedule, FILE, text.encode())
    assert (record is None) == bool(problems)
    return [problem.in_language(lang).removeprefix(f"{FILE}:") for problem in problems]


def of_rule(rule: str, starts: str = "2026-11-03") -> list[str]:
    """What is expected of a rule that is wrong."""
    text = RIGHT.replace("FREQ=WEEKLY;BYDAY=TU;BYHOUR=10;BYMINUTE=0", f"'{rule}'")
    found = complaints(text.replace("2026-11-03", starts))
    start, end = "3: slots[1].rule: expected ", ", got "
    return [said.removeprefix(start).rpartition(end)[0] for said in found]


def test_a_whole_schedule() -> None:
    record, problems = read_yaml(Schedule, FILE, RIGHT.encode())

    assert problems == []
    assert record is not None
    assert record.slots[0].zone == "Europe/Moscow"
    assert (record.on_day_off, record.gap_alarm, record.russian_holidays, record.margin) == (
        "next-working-day", 2, True, 0,
    )  # fmt: skip


EVERYTHING_WRONG = """slots:
  - key: blog
    rule: FREQ=HOURLY
    starts: 3 November
    zone: Europe/Moskow
    languages: [russian]
  - key: blog
    rule: FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;BYHOUR=10
    starts: 2026-11-03
days_off:
  - name: {ru: Отпуск, en: Vacation}
    first: 2027-08-10
    last: 2027-08-01
on_day_off: next
gap_alarm: 0
margin: soon
"""


def test_everything_is_said_at_once() -> None:
    assert complaints(EVERYTHING_WRONG) == [
        "4: slots[1].starts: expected a date such as 2026-11-22, got '3 November'",
        "5: slots[1].zone: expected a time zone such as Europe/Moscow or Asia/Vladivostok, "
        "got 'Europe/Moskow'",
        "3: slots[1].rule: expected FREQ=DAILY, WEEKLY, MONTHLY or YEARLY; "
        "more often nobody reads, got 'FREQ=HOURLY'",
        "6: slots[1].languages[1]: expected a language code of two small letters, such as ru, "
        "got 'russian'",
        "8: slots[2].rule: expected a rule that fires within 10 years of its start, "
        "got 'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;BYHOUR=10'",
        "13: days_off[1].last: expected a last day that is not before the first, got '2027-08-01'",
        "14: on_day_off: expected one of skip, next-working-day, got 'next'",
        "15: gap_alarm: expected at least 1, got '0'",
        "16: margin: expected a whole number, got 'soon'",
    ]


def test_it_is_said_in_russian_too() -> None:
    assert complaints(EVERYTHING_WRONG, "ru")[4] == (
        "8: slots[2].rule: ожидалось: правило, которое срабатывает хотя бы раз за 10 лет; "
        "получено: 'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;BYHOUR=10'"
    )


def test_two_rules_of_one_key() -> None:
    twice = RIGHT + RIGHT.removeprefix("slots:\n")
    assert complaints(twice) == [
        "5: slots[2].key: expected a key that nothing above has, got 'blog'"
    ]


A_RULE = "a rule of iCalendar such as FREQ=WEEKLY;BYDAY=TU;BYHOUR=10;BYMINUTE=0"
OFTEN = "FREQ=DAILY, WEEKLY, MONTHLY or YEARLY; more often nobody reads"
NEVER = "a rule that fires within 10 years of its start"
BEFORE = "a rule that fires between its start and UNTIL"
END = "an end such as UNTIL=20271231"
WRONG_RULES = {
    "every Tuesday": A_RULE,
    "каждый вторник": A_RULE,
    "BYDAY=TU;BYHOUR=10": A_RULE,
    "FREQ=WEEKLY;BYDAY=ВТ;BYHOUR=10": A_RULE,
    "FREQ=WEEKLY;BYDAY=;BYHOUR=10": A_RULE,
    "FREQ=WEEKLY;;BYHOUR=10": A_RULE,
    "FREQ=WEEKLY;FREQ=DAILY;BYHOUR=10": A_RULE,
    "FREQ=WEEKLY;BYHOUR=10;WKST=XX": A_RULE,
    "FREQ=MONTHLY;BYDAY=0MO;BYHOUR=10": A_RULE,
    "FREQ=MINUTELY;BYHOUR=10": OFTEN,
    "FREQ=SOMETIMES": OFTEN,
    "FREQ=WEEKLY;BYDAY=TU": "a rule that names the hour, such as BYHOUR=10",
    "FREQ=DAILY;BYHOUR=24": "BYHOUR from 0 to 23",
    "FREQ=DAILY;BYHOUR=ten": "BYHOUR from 0 to 23",
    "FREQ=DAILY;BYHOUR=10;BYMINUTE=-1": "BYMINUTE from 0 to 59",
    "FREQ=DAILY;BYHOUR=10;INTERVAL=0": "INTERVAL from 1 to 1000",
    "FREQ=DAILY;BYHOUR=10;INTERVAL=99999999999999999999": "INTERVAL from 1 to 1000",
    "FREQ=DAILY;BYHOUR=10;COUNT=0": "COUNT from 1 to 10000",
    "FREQ=YEARLY;BYHOUR=10;BYMONTH=13": "BYMONTH from 1 to 12",
    "FREQ=MONTHLY;BYHOUR=10;BYMONTHDAY=0": "BYMONTHDAY from -31 to 31",
    "FREQ=DAILY;BYHOUR=1,2,3,4,5;BYMINUTE=0,10,20,30,40": "at most 24 slots a day",
    "FREQ=DAILY;BYHOUR=10;COUNT=3;UNTIL=20271231": "either COUNT or UNTIL, not both",
    "FREQ=DAILY;BYHOUR=10;UNTIL=31.12.2027": END,
    "FREQ=DAILY;BYHOUR=10;UNTIL=20270231": END,
    "FREQ=DAILY;BYHOUR=10;BYSECOND=30": f"parts such as {', '.join(PARTS)}, not BYSECOND",
    "FREQ=YEARLY;BYEASTER=0;BYHOUR=10": f"parts such as {', '.join(PARTS)}, not BYEASTER",
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;BYHOUR=10": NEVER,
    "FREQ=WEEKLY;BYMONTH=6;BYMONTHDAY=31;BYHOUR=10": NEVER,
    "FREQ=MONTHLY;BYMONTHDAY=1;BYSETPOS=2;BYHOUR=10": NEVER,
    "FREQ=YEARLY;INTERVAL=2;BYMONTH=2;BYMONTHDAY=29;BYHOUR=10": NEVER,
    "FREQ=WEEKLY;BYDAY=TU;BYHOUR=10;UNTIL=20261101": BEFORE,
    "FREQ=WEEKLY;BYDAY=TU;BYHOUR=10;UNTIL=20261103T065959Z": BEFORE,
}


@pytest.mark.timeout(10)
@pytest.mark.parametrize("rule", WRONG_RULES)
def test_a_wrong_rule(rule: str) -> None:
    starts = "2027-01-01" if "INTERVAL=2" in rule else "2026-11-03"
    assert of_rule(rule, starts) == [WRONG_RULES[rule]]


@pytest.mark.parametrize(
    "rule",
    [
        "RRULE:FREQ=WEEKLY;BYDAY=TU;BYHOUR=10",
        "freq=weekly;byday=tu,th;byhour=10;byminute=30;",
        "FREQ=MONTHLY;BYDAY=-1FR;BYHOUR=9,18",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYHOUR=10",
        "FREQ=DAILY;BYHOUR=10;COUNT=1",
        "FREQ=WEEKLY;BYDAY=TU;BYHOUR=10;UNTIL=20261103",
        "FREQ=WEEKLY;BYDAY=TU;BYHOUR=10;UNTIL=20261103T070000Z",
    ],
)
def test_a_right_rule(rule: str) -> None:
    assert of_rule(rule) == []


@pytest.mark.parametrize("zone", ["", "Moscow", "../etc/passwd", "Europe", "/etc/passwd", "МСК"])
def test_a_zone_that_is_none(zone: str) -> None:
    said = complaints(RIGHT + f"    zone: '{zone}'\n")
    assert [line.partition(",")[0] for line in said] == [
        "5: slots[1].zone: expected a time zone such as Europe/Moscow or Asia/Vladivostok"
    ]


def test_a_schedule_without_slots() -> None:
    assert complaints("slots: []\n") == [
        "1: slots: expected a list with at least one item, got a list"
    ]


def test_a_vacation_without_end() -> None:
    days = "days_off:\n  - {name: {ru: а, en: a}, first: 2027-01-01, last: 2029-01-01}\n"
    assert complaints(RIGHT + days) == [
        "6: days_off[1].last: expected at most 366 days off at a stretch, got '2029-01-01'"
    ]
