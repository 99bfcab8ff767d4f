"""What is live when."""

from datetime import timedelta

import pytest

from plugins.documents import Status, live
from plugins.documents.stages import expired, listed, missed
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
ready      past     past    -       -     -       -       expired
ready      past     past    faults  -     -       -       expired
hidden     none     past    -       -     -       -       expired
published  future   past    -       -     -       -       -
draft      past     past    -       -     -       -       -
"""
MOMENTS = {"none": None, "past": NOW - MINUTE, "now": NOW, "future": NOW + MINUTE}


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
