"""`invoke release --check`: whether releases still come through, by this machine's ledger."""

from datetime import timedelta
from pathlib import Path

from plugins.documents.pelican_bridge import settings_of
from plugins.language.messages import Message, message
from plugins.language.problems import Problem
from plugins.release.ledger import LEDGER, entries
from plugins.release.overdue import overdue, successes
from plugins.release.release import HeldBack, own_faults
from plugins.release.release_run import clock_of
from plugins.schedule.slots import slots

# Far enough back for two slots of a monthly rule
LOOKED_BACK = timedelta(days=100)


def checked(root: Path, now: str) -> Message:
    """When the last release came through; raises HeldBack where two slots have passed since."""
    clock = clock_of(now)
    with own_faults():
        schedule = settings_of(root / "publishconf.py")["SCHEDULE"]
    past = slots(schedule, clock - LOOKED_BACK, clock) if schedule else ()
    noted = entries(root / "state" / LEDGER)
    if why := overdue(noted, [slot.moment for slot in past]):
        raise HeldBack([Problem(f"state/{LEDGER}", 0, "", why)])
    last = max(successes(noted), default=None)
    if last is None:
        return message("no release has been finished here yet, and no two slots have passed")
    return message("the last finished release: %(last)s", last=f"{last:%Y-%m-%d %H:%M}")
