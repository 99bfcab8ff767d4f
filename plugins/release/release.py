"""A release: build, compare, judge, publish, then what follows; a run that dies is finished later.

What is to be done is decided anew each time from what was built, what stands at the target and
the record that stands beside it (planning.py). So it makes no difference where a run has died.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from plugins.language.messages import Message, counted, message
from plugins.language.problems import Problem, ProblemsFound
from plugins.release.holding import held
from plugins.release.memory import Memory
from plugins.release.planning import Built, News, Plan, is_strange, plan_of, planned_lines
from plugins.release.record import Record
from plugins.release.targets import Kind, Target
from plugins.release.targets import Step as FileStep

PUBLISH = "publish"


class Step(StrEnum):
    """What follows when the files stand there, in this order."""

    ADDRESSES = "addresses"
    VERIFY = "verify"
    INDEXNOW = "indexnow"
    SOCIAL = "social"


class Work(Protocol):
    """What a release does to a site; whatever hinders is raised as ProblemsFound."""

    def build(self) -> Built:
        """Build the site as of the clock, into a folder of its own."""

    def judge(self) -> None:
        """The audit of what was built; its errors stop the release."""

    def do(self, step: Step, news: News) -> Iterable[Message]:
        """A step after publishing, and what came of it. It may have been done before."""


@dataclass(frozen=True)
class Wish:
    """The clock, who runs, and how: `back` publishes the site as of an earlier clock."""

    now: datetime
    place: str
    word: str
    back: bool = False
    dry_run: bool = False


@dataclass(frozen=True)
class Voice:
    """How people hear of a run."""

    say: Callable[[Message], None]
    progress: Callable[[Message], AbstractContextManager[Callable[[float], None]]]


class HeldBack(ProblemsFound):
    """The site's own faults, or visitors do not get what was published: exit code 1."""


def released(work: Work, memory: Memory, wish: Wish, voice: Voice) -> Plan:
    """Bring the target to what the site is at the clock; gives what there was to do.

    Raises ProblemsFound: HeldBack where the site is at fault, else where it could not be done.
    """
    known, there = memory.recalled()
    stop_at_earlier(known, wish, memory.target.name)
    with own_faults():
        built = work.build()
    plan = _planned(known, there, built, memory, wish)
    for complaint in memory.complaints(there):
        voice.say(complaint)
    if wish.dry_run:
        _each(voice, planned_lines(plan))
    elif plan.is_nothing:
        memory.note(wish.now, "release", {"release": plan.record.release, "files": 0})
        voice.say(message("nothing has changed: 0 files sent"))
    else:
        with own_faults():
            work.judge() if plan.phases else None
        with held(memory.target, wish.place, wish.word, wish.now, voice.say):
            again, there = memory.recalled()
            stop_at_earlier(again, wish, memory.target.name)
            if again != known:
                plan = _planned(again, there, built, memory, wish)
            _carried_out(plan, built, work, memory, voice)
    return plan


def stop_at_earlier(known: Record | Message, wish: Wish, name: str) -> None:
    """Raises ProblemsFound where the clock has been set back: nothing is to leave by surprise."""
    clock = wish.now
    if isinstance(known, Record) and clock < known.at and not wish.back:
        why = message(
            "the clock says %(clock)s, but the last release was at %(last)s; nothing was changed. "
            "Set the clock right; if that release was a mistake, --back publishes the site as of "
            "now",
            clock=f"{clock:%Y-%m-%d %H:%M:%S %z}",
            last=f"{known.at:%Y-%m-%d %H:%M:%S %z}",
        )
        raise ProblemsFound([Problem(name, 0, "", why)])


@contextmanager
def own_faults() -> Iterator[None]:
    """What is found wrong here is the site's own fault."""
    try:
        yield
    except ProblemsFound as found:
        raise HeldBack(found.problems) from None


def _planned(
    known: Record | Message, there: Record | Message, built: Built, memory: Memory, wish: Wish
) -> Plan:
    before = memory.target.files()
    if is_strange(known, before, built):
        why = message(
            "other files stand here, and most of them this site would not write; choose an empty "
            "place, or empty this one yourself"
        )
        raise ProblemsFound([Problem(memory.target.name, 0, "", why)])
    plan = plan_of(known, before, built, tuple(Step), wish.now)
    return replace(plan, is_lost=there != known)


def _carried_out(plan: Plan, built: Built, work: Work, memory: Memory, voice: Voice) -> None:
    record = plan.record
    if not record.has_done(PUBLISH):
        memory.keep(record)
        _publish(plan, built, memory, voice)
        record = plan.finished.with_done(PUBLISH)
    memory.keep(record)
    problems: list[Problem] = []
    for step in map(Step, plan.steps):
        try:
            _each(voice, work.do(step, plan.news))
        except ProblemsFound as found:
            problems += found.problems
            if step is Step.VERIFY:
                break
        else:
            memory.note(record.at, step, {"release": record.release})
            record = record.with_done(step)
            if step is Step.SOCIAL:
                record = record.with_told(plan.news.pages)
            memory.keep(record)
    if problems:
        raise HeldBack(problems)
    _finished(plan, memory, voice)


def _publish(plan: Plan, built: Built, memory: Memory, voice: Voice) -> None:
    """Phase by phase: what a page needs stands there before it, and leaves after it."""
    total, done, target = sum(map(len, plan.phases)), 0, memory.target
    with voice.progress(message("Publishing to %(target)s", target=target.name)) as show:
        for phase in plan.phases:
            for step in phase:
                _sent(step, built, target)
                done += 1
                show(done / total)
            target.settle()
        if plan.phases:
            target.finish()
    put, removed = plan.count(Kind.PUT), plan.count(Kind.REMOVE)
    facts = {"release": plan.record.release, "put": put, "removed": removed}
    memory.note(plan.record.at, PUBLISH, facts)
    sent = counted("%(count)s file sent", "%(count)s files sent", put)
    voice.say(message("%(sent)s, removed %(removed)s", sent=sent, removed=removed))


def _sent(step: FileStep, built: Built, target: Target) -> None:
    if step.kind is Kind.PUT:
        target.put(step.path, built.read(step.path), {})
    else:
        target.remove(step.path)


def _finished(plan: Plan, memory: Memory, voice: Voice) -> None:
    facts = {"release": plan.record.release, "files": sum(map(len, plan.phases))}
    memory.note(plan.record.at, "release", {**facts, "new": list(plan.news.pages)})
    voice.say(message("%(target)s shows the site as it is now", target=memory.target.name))


def _each(voice: Voice, lines: Iterable[Message]) -> None:
    for line in lines:
        voice.say(line)
