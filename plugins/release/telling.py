"""Telling engines what has changed: what to send and to whom, whether it may be sent, and doing it.

Told is what the last publishing build gives visitors (`state/published.json`), never what lies in
an output folder; and only when the site itself shows it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plugins.discovery.indexnow import batches
from plugins.language.messages import Message, message
from plugins.language.problems import Problem, ProblemsFound
from plugins.release.indexnow import Clock, Delivery, deliveries
from plugins.release.ledger import LEDGER, note
from plugins.release.published import Changes, Published, changes, told
from plugins.release.site_shown import key_problems, shown_problems
from plugins.release.state import PUBLISHED, engine_file, remember, remembered
from plugins.release.telling_rules import refusals
from plugins.release.web import Web

STEP = "indexnow"


@dataclass(frozen=True)
class Job:
    """Whose site it is, who is told, and where what they know is kept."""

    address: str
    key: str
    engines: tuple[str, ...]
    folder: Path
    example: bool = False

    def file(self, engine: str) -> Path:
        """What an engine knows."""
        return self.folder / engine_file(engine)


@dataclass(frozen=True)
class Plan:
    """What an engine knows, what is published now, and what it is to be told."""

    engine: str
    known: Mapping[str, str]
    now: Published
    anew: bool = False

    @property
    def changes(self) -> Changes:
        """What the engine does not know yet."""
        return changes(self.known, self.now.pages)


def job_of(settings: Mapping[str, Any], folder: Path) -> Job:
    """The job of a site by its settings; `folder` is state/."""
    return Job(
        settings["SITE_ADDRESS"],
        settings["INDEXNOW_KEY"],
        tuple(settings["INDEXNOW_ENGINES"]),
        folder,
        settings["COMPANY"].example,
    )


def stop_at_refusals(job: Job) -> None:
    """Raises ProblemsFound where engines must not be told of this site at all."""
    if problems := list(refusals(job.address, job.key, job.engines, example=job.example)):
        raise ProblemsFound(problems)


def begun(job: Job) -> tuple[str, ...]:
    """Take what is published now as known to engines of which that is unknown; gives them."""
    now = _published(job)
    unknown = tuple(e for e in job.engines if isinstance(_known(job, e), Message))
    for engine in unknown:
        remember(job.file(engine), now)
    return unknown


def plans(job: Job, *, anew: bool = False) -> tuple[Plan, ...]:
    """What each engine is to be told; `anew`: every page, whatever the engine knows.

    Raises ProblemsFound where that is unknown or must not be sent.
    """
    now = _published(job)
    found = [(engine, _known(job, engine)) for engine in job.engines]
    unknown = [(e, why) for e, why in found if isinstance(why, Message)]
    if unknown and not anew:
        raise ProblemsFound([_unknown(job, *each) for each in unknown])
    known = {engine: {} if isinstance(k, Message) else k.pages for engine, k in found}
    if anew:
        known = {e: {u: d for u, d in k.items() if u not in now.pages} for e, k in known.items()}
    return tuple(Plan(engine, pages, now, anew) for engine, pages in known.items())


def stop_unless_shown(job: Job, planned: tuple[Plan, ...], web: Web) -> None:
    """Ask the site itself for the key and for some of the pages; raises ProblemsFound."""
    problems = list(key_problems(job.address, job.key, web))
    longest = max(planned, key=lambda plan: len(plan.changes.urls))
    problems = problems or list(shown_problems(longest.known, longest.now, longest.changes, web))
    if problems:
        raise ProblemsFound(problems)


def telling(job: Job, planned: tuple[Plan, ...], web: Web, clock: Clock) -> Iterator[Delivery]:
    """Send what is planned, batch by batch; each that is accepted is remembered at once."""
    for plan in planned:
        file, known = job.file(plan.engine), dict(plan.known)
        if plan.anew:
            remember(file, Published(job.address, known))
        some = batches(plan.engine, job.key, job.address, plan.changes.urls)
        for delivery in deliveries(some, web, clock):
            if delivery.accepted:
                known = told(known, plan.now.pages, delivery.accepted)
                remember(file, Published(job.address, known))
            note(job.folder / LEDGER, clock.now(), STEP, _facts(delivery))
            yield delivery


def _published(job: Job) -> Published:
    stop_at_refusals(job)
    now = remembered(job.folder / PUBLISHED)
    if not isinstance(now, Message) and now.address != job.address:
        now = message("it was built for %(address)s", address=now.address)
    if isinstance(now, Message):
        text = message(
            "what is published is unknown: %(why)s; build with invoke build --publish, upload the "
            "site, then run this again",
            why=now,
        )
        raise ProblemsFound([Problem(f"{job.folder.name}/{PUBLISHED}", 0, "", text)])
    return now


def _known(job: Job, engine: str) -> Published | Message:
    known = remembered(job.file(engine))
    if isinstance(known, Published) and known.address != job.address:
        return message("it is about %(address)s", address=known.address)
    return known


def _unknown(job: Job, engine: str, why: Message) -> Problem:
    text = message(
        "what %(engine)s was last told is unknown: %(why)s; nothing was sent. Either --begin: "
        "what is published now counts as known, only later changes are sent (IndexNow's own "
        "advice for a start), or --all: every page is sent once",
        engine=engine,
        why=why,
    )
    return Problem(f"{job.folder.name}/{engine_file(engine)}", 0, "", text)


def _facts(delivery: Delivery) -> dict[str, object]:
    return {
        "engine": delivery.batch.engine,
        "status": delivery.answer.status,
        "meaning": delivery.meaning.value,
        "tries": delivery.tries,
        "urls": list(delivery.batch.paths),
    }
