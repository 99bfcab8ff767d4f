"""What is live when."""

from datetime import timedelta

import pytest

from plugins.documents import Status, live
from plugins.documents.stages import (
    comes_in,
    days_to_deadline,
    days_to_review,
    expired,
    leaves_in,
    listed,
    missed,
    out_for,
    slipped,
)
from plugins.language.messages import message
from plugins.language.problems import Problem
from tests.documents.examples import NOW, document

MINUTE = timedelta(minutes=1)
FAULT = Problem("content/ru/blog/x.md", 1, "Description", message("lacks"))
# status, Date, Expires, faults: live, in lists, missed, expired
TABLE = """
published  none     none    -       live  listed  -       -
published  past     none    -       live  listed  -       -
published  now      none    -       live  listed  -       -
published  future   none    -       -     -       -       -
ready      none     none    -       -     -       -       -
ready      past     none    -       live  listed  -       -
ready      now      none    -       live  listed  -       -
ready      future   none    -       -     -       -       -
ready      past     none    faults  -     -       missed  -
ready      future   none    faults  -     -       -       -
hidden     none     none    -       live  -       -       -
hidden     future   none    -       -     -       -       -
draft      past     none    -       -     -       -       -
draft      past     none    faults  -     -       -       -
idea       past     none    -       -     -       -       -
skip       past     none    -       -     -       -       -
published  past     future  -       live  listed  -       -
published  past     now     -       -     -       -       expired
ready      before   past    -       -     -       -       expired
ready      before   past    faults  -     -       -       expired
hidden     none     past    -       -     -       -       expired
published  future   past    -       -     -       -       -
draft      past     past    -       -     -       -       -
published  past     past    -       -     -       -       -
published  now      past    -       -     -       -       -
published  now      now     -       -     -       -       -
"""
MOMENTS = {
    "none": None,
    "before": NOW - 2 * MINUTE,
    "past": NOW - MINUTE,
    "now": NOW,
    "future": NOW + MINUTE,
}


@pytest.mark.parametrize("row", TABLE.strip().splitlines())
def test_stages(row: str) -> None:
    status, comes, leaves, faults, *wanted = row.split()
    found = document(
        status=Status(status),
        published=MOMENTS[comes],
        expires=MOMENTS[leaves],
        held=(FAULT,) if faults == "faults" else (),
    )

    judged = (live, listed, missed, expired)
    assert [judge(found, NOW) for judge in judged] == [word != "-" for word in wanted]


DAY = timedelta(days=1)


def test_how_long_a_text_has_been_out_and_stays() -> None:
    found = document(published=NOW - 3 * DAY, expires=NOW + 2 * DAY)

    assert (out_for(found, NOW), leaves_in(found, NOW)) == (3 * DAY, 2 * DAY)
    assert (out_for(found, NOW + 2 * DAY), leaves_in(found, NOW + 2 * DAY)) == (None, None)
    assert (out_for(document(), NOW), leaves_in(document(), NOW)) == (None, None)


@pytest.mark.parametrize("status", list(Status))
def test_a_day_ahead_is_ahead_in_every_stage(status: Status) -> None:
    assert comes_in(document(status=status, published=NOW + MINUTE), NOW) == MINUTE
    assert comes_in(document(status=status, published=NOW), NOW) is None
    assert comes_in(document(status=status), NOW) is None


def test_the_day_of_a_draft_passes() -> None:
    for status in Status:
        past = document(status=status, published=NOW)
        assert slipped(past, NOW) is (status in (Status.IDEA, Status.DRAFT))
    assert not slipped(document(status=Status.DRAFT, published=NOW + MINUTE), NOW)
    assert not slipped(document(status=Status.DRAFT), NOW)


@pytest.mark.parametrize(("hours", "days"), [(-13, -1), (-12, 0), (11, 0), (12, 1), (36, 2)])
def test_a_deadline_lasts_until_the_end_of_its_day(hours: int, days: int) -> None:
    due = NOW + timedelta(hours=hours)

    assert days_to_deadline(document(status=Status.DRAFT, deadline=due), NOW) == days
    assert days_to_deadline(document(status=Status.READY, deadline=due), NOW) is None
    held = document(status=Status.READY, deadline=due, held=(FAULT,))
    assert days_to_deadline(held, NOW) == days


def test_a_text_is_looked_at_again_so_many_days_after_its_last_change() -> None:
    old = document(published=NOW - 200 * DAY, evergreen=180)
    mended = document(published=NOW - 200 * DAY, modified=NOW - 10 * DAY, evergreen=180)

    assert (days_to_review(old, NOW), days_to_review(mended, NOW)) == (-20, 170)
    assert days_to_review(document(published=NOW - 200 * DAY), NOW) is None
    assert days_to_review(document(status=Status.DRAFT, evergreen=1), NOW) is None
    assert days_to_review(document(evergreen=1), NOW) is None
