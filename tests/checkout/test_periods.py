"""Signing periods begin at midnight in Moscow, whatever the zone of the clock."""

from datetime import UTC, datetime

import pytest

from plugins.checkout.periods import Length, period_of
from plugins.documents.front_matter import MOSCOW


@pytest.mark.parametrize(
    ("now", "length", "days"),
    [
        ("2026-11-23 12:00", "month", ("2026-11-01", "2026-12-01", "2027-01-01")),
        ("2026-12-31 23:59", "month", ("2026-12-01", "2027-01-01", "2027-02-01")),
        ("2026-11-23 12:00", "quarter", ("2026-10-01", "2027-01-01", "2027-04-01")),
        ("2028-02-29 00:00", "month", ("2028-02-01", "2028-03-01", "2028-04-01")),
        ("2026-11-29 23:59", "week", ("2026-11-23", "2026-11-30", "2026-12-07")),
        ("2026-11-23 00:00", "week", ("2026-11-23", "2026-11-30", "2026-12-07")),
    ],
)
def test_bounds(now: str, length: Length, days: tuple[str, str, str]) -> None:
    found = period_of(datetime.fromisoformat(now).replace(tzinfo=MOSCOW), length)

    assert (
        tuple(moment.isoformat(" ")[:10] for moment in (found.start, found.end, found.after))
        == days
    )
    assert all(moment.hour == 0 for moment in (found.start, found.end, found.after))


def test_the_last_evening_in_london_is_the_next_month_in_moscow() -> None:
    evening = datetime(2026, 10, 31, 21, 30, tzinfo=UTC)

    assert period_of(evening, "month").start == datetime(2026, 11, 1, tzinfo=MOSCOW)
