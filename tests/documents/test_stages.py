"""What is live when."""

from datetime import timedelta

import pytest

from plugins.documents import Status, live
from plugins.documents.stages import listed
from tests.documents.examples import NOW, document

MINUTE = timedelta(minutes=1)
TABLE = """
published  none     live listed
published  past     live listed
published  now      live listed
published  future   -    -
hidden     none     live -
hidden     future   -    -
draft      none     -    -
draft      past     -    -
skip       past     -    -
"""
MOMENTS = {"none": None, "past": NOW - MINUTE, "now": NOW, "future": NOW + MINUTE}


@pytest.mark.parametrize("row", TABLE.strip().splitlines())
def test_stages(row: str) -> None:
    status, moment, is_live, is_listed = row.split()
    found = document(status=Status(status), published=MOMENTS[moment])

    assert live(found, NOW) == (is_live == "live")
    assert listed(found, NOW) == (is_listed == "listed")
