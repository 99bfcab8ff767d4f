"""Whether releases have stopped, by the ledger and the slots that are past."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from plugins.documents.front_matter import MOSCOW
from plugins.release.overdue import overdue

TUESDAYS = [datetime(2026, 11, day, 10, tzinfo=MOSCOW) for day in (3, 10, 17)]


def finished(day: int, hour: int = 12, step: str = "release") -> dict[str, Any]:
    return {"at": datetime(2026, 11, day, hour, tzinfo=MOSCOW).isoformat(), "step": step}


@pytest.mark.parametrize(
    ("entries", "slots"),
    [
        ([finished(17)], TUESDAYS),
        ([finished(10)], TUESDAYS),
        ([finished(10, 10)], TUESDAYS),
        ([finished(3), finished(12), finished(4)], TUESDAYS),
        ([], TUESDAYS[:1]),
        ([], []),
    ],
)
def test_one_missed_slot_is_made_up_for(
    entries: list[dict[str, Any]], slots: list[datetime]
) -> None:
    assert overdue(entries, slots) is None


@pytest.mark.parametrize(
    ("entries", "last", "slots"),
    [
        ([finished(10, 9)], "2026-11-10 09:00", TUESDAYS[1:]),
        ([finished(17, step="publish"), finished(3)], "2026-11-03 12:00", TUESDAYS[1:]),
        ([finished(17, step="stopped")], "none", TUESDAYS),
        ([{"at": "broken", "step": "release"}], "none", TUESDAYS),
        ([{"at": "2026-11-17", "step": "release"}, {}], "none", TUESDAYS),
    ],
)
def test_two_are_an_alarm(entries: list[dict[str, Any]], last: str, slots: list[datetime]) -> None:
    passed = ", ".join(f"{slot:%Y-%m-%d %H:%M}" for slot in slots)
    said = overdue(entries, TUESDAYS)

    assert said is not None
    assert said.in_language("en") == (
        f"the last finished release: {last}; since then slots have passed: {passed}. Look at the "
        "log of the scheduler, then run invoke release yourself"
    )


def test_in_russian() -> None:
    said = overdue([finished(3)], TUESDAYS)

    assert said is not None
    assert said.in_language("ru") == (
        "последний законченный выпуск: 2026-11-03 12:00; с тех пор прошли слоты: 2026-11-10 10:00, "
        "2026-11-17 10:00. Посмотрите журнал планировщика, затем запустите invoke release сами"
    )


def test_how_many_may_be_missed_can_be_said() -> None:
    longer = [*TUESDAYS, TUESDAYS[-1] + timedelta(days=7)]
    assert overdue([finished(3)], longer, allowed=4) is None
    assert overdue([finished(3)], longer, allowed=3) is not None
