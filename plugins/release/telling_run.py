"""`invoke indexnow`: what is wished, done and said."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from plugins.discovery.indexnow import Meaning
from plugins.documents.front_matter import MOSCOW
from plugins.documents.pelican_bridge import settings_of
from plugins.language.messages import Message, message
from plugins.language.problems import Problem, ProblemsFound
from plugins.release.indexnow import Clock
from plugins.release.output_folder import locked
from plugins.release.telling import (
    Job,
    begun,
    job_of,
    plans,
    stop_at_refusals,
    stop_unless_shown,
    telling,
)
from plugins.release.telling_words import SHOWN, answer_lines, planned_lines
from plugins.release.web import Web

_ALONE = message("--begin stands alone, without --all and --dry-run")
Say = Callable[[Message], None]
REAL = Clock(partial(datetime.now, MOSCOW), time.sleep)


@dataclass(frozen=True)
class Wish:
    """The options of the command."""

    dry_run: bool = False
    begin: bool = False
    anew: bool = False


def run(settings_file: Path, folder: Path, wish: Wish, say: Say) -> int:
    """Do it and say what came of it; the exit code. Raises ProblemsFound where nothing can be."""
    if wish.begin and (wish.anew or wish.dry_run):
        raise ProblemsFound([Problem("invoke indexnow", 0, "--begin", _ALONE)])
    job = job_of(settings_of(settings_file), folder)
    stop_at_refusals(job)
    with locked(folder / "indexnow"):
        return begin(job, say) if wish.begin else tell(job, wish, say)


def begin(job: Job, say: Say) -> int:
    """Take what is published as known."""
    engines = begun(job)
    for engine in engines:
        say(message("%(engine)s: from now on only changes are sent", engine=engine))
    if not engines:
        say(message("what engines were last told is known already; nothing was changed"))
    return 0


def tell(job: Job, wish: Wish, say: Say, web: Web | None = None, clock: Clock = REAL) -> int:
    """Send what is to be told; 0 when all of it was accepted, else 1."""
    planned = plans(job, anew=wish.anew)
    for line in planned_lines(planned, None if wish.dry_run else SHOWN):
        say(line)
    if wish.dry_run or not any(plan.changes.urls for plan in planned):
        return 0
    web = web or Web()
    stop_unless_shown(job, planned, web)
    done = list(telling(job, planned, web, clock))
    for line in answer_lines(planned, done):
        say(line)
    return 0 if all(delivery.meaning is Meaning.ACCEPTED for delivery in done) else 1
