"""`invoke release`: the clock, the target of the settings, and a run of the real site."""

import os
import socket
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from secrets import token_hex
from tempfile import TemporaryDirectory

from plugins.documents.front_matter import MOSCOW, date_of, moment_of
from plugins.documents.pelican_bridge import settings_of
from plugins.language.messages import message
from plugins.language.problems import Problem, ProblemsFound, expected
from plugins.release.destinations import Circumstances, is_served, target_of, warnings_of
from plugins.release.folder_shown import FolderShown
from plugins.release.ledger import LEDGER, note
from plugins.release.memory import Memory
from plugins.release.output_folder import locked
from plugins.release.planning import Plan
from plugins.release.release import Voice, Wish, own_faults, released
from plugins.release.site_work import SiteWork
from plugins.release.web import Web

CLOCK = "VITRINA_NOW"
_A_DATE = message("a date such as 2026-11-03 or 2026-11-03 10:00")


@dataclass(frozen=True)
class Options:
    """What the command was given."""

    now: str = ""
    back: bool = False
    dry_run: bool = False


def run(root: Path, options: Options, voice: Voice) -> Plan:
    """A release of the project in a folder; raises ProblemsFound (HeldBack for its own faults).

    Of one project one run goes on at a time, a second one waits for it.
    """
    clock = clock_of(options.now)
    # Whatever reads the settings in this run, at any time, finds one clock
    os.environ[CLOCK] = clock.isoformat(" ", "seconds")
    state = root / "state"
    with locked(state / "release"), TemporaryDirectory() as room:
        try:
            return _run(root, Path(room), (clock, options), voice)
        except ProblemsFound as found:
            facts = {"result": type(found).__name__, "why": found.in_language("en")}
            with suppress(OSError):
                note(state / LEDGER, clock, "stopped", facts) if not options.dry_run else None
            raise


def _run(root: Path, room: Path, asked: tuple[datetime, Options], voice: Voice) -> Plan:
    clock, options = asked
    with own_faults():
        settings = settings_of(root / "publishconf.py")
    around = Circumstances(root, room, settings["SITE_ADDRESS"], clock)
    target = target_of(settings["RELEASE"], around)
    for warning in warnings_of(settings["RELEASE"]):
        voice.say(warning)
    place = f"{socket.gethostname()}:{root}"
    wish = Wish(clock, place, token_hex(8), options.back, options.dry_run)
    web = Web() if is_served(settings["RELEASE"]) else FolderShown(folder=root / target.name)
    return released(SiteWork(root, room, voice, web), Memory(root / "state", target), wish, voice)


def clock_of(given: str) -> datetime:
    """The clock of this run, whole seconds: `--now`, else VITRINA_NOW, else the machine's."""
    if given and date_of(given) is None:
        what = expected(_A_DATE, f"'{given}'")
        raise ProblemsFound([Problem("invoke release", 0, "now", what)])
    clock = date_of(given) or moment_of(CLOCK, os.environ) or datetime.now(MOSCOW)
    return clock.replace(microsecond=0)
