"""What a release has to do: a pure function of what was built, what stands there and the clock."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from fnmatch import fnmatchcase

from plugins.language.messages import Message, counted, message
from plugins.release.record import Record, news_of, release_of
from plugins.release.targets import Digests, Kind, Phase, is_page, publishing_order

# What others put beside a site; kept even where nobody remembers what was ours
OTHERS = (".*", "*/.*", "CNAME", "google*.html", "yandex_*.html")


@dataclass(frozen=True)
class Built:
    """A built site: its files by digest, how to read one, and which of its pages are lists."""

    files: Digests
    read: Callable[[str], bytes]
    lists: frozenset[str] = frozenset()


@dataclass(frozen=True)
class News:
    """What there is to tell: pages that readers were never told of; `first`: of a new site."""

    pages: tuple[str, ...] = ()
    first: bool = False


@dataclass(frozen=True)
class Plan:
    """What is to be done: files phase by phase, then steps; `record` is written before all else.

    `is_lost`: the target does not remember what it was given.
    """

    record: Record
    phases: tuple[Phase, ...]
    steps: tuple[str, ...]
    news: News
    is_lost: bool = False

    @property
    def is_nothing(self) -> bool:
        """Whether the site stands there and everybody knows."""
        return not (self.phases or self.steps or self.is_lost)

    def count(self, kind: Kind) -> int:
        """How many files are put, or removed."""
        return sum(step.kind is kind for phase in self.phases for step in phase)

    @property
    def finished(self) -> Record:
        """The record when all files stand there: what has left is no longer ours."""
        gone = {s.path for phase in self.phases for s in phase if s.kind is Kind.REMOVE}
        return replace(
            self.record, files=tuple(path for path in self.record.files if path not in gone)
        )


def plan_of(
    known: Record | Message, before: Digests, built: Built, steps: Sequence[str], now: datetime
) -> Plan:
    """What turns a target that holds `before` into the site, and what is still to be done then."""
    old = known if isinstance(known, Record) else adopted(before, now)
    ours = {path: before[path] for path in before if path in {*old.files, *built.files}}
    phases = publishing_order(ours, built.files, built.lists)
    record = replace(
        old,
        at=now,
        release=release_of(built.files),
        files=tuple(sorted({*ours, *built.files})),
        done={} if phases else old.done,
    )
    left = tuple(step for step in steps if not record.has_done(step))
    news = News(news_of(record, built.files), first=not old.told and not old.files)
    return Plan(record, phases, left, news)


def adopted(before: Digests, now: datetime) -> Record:
    """The record of a target that remembers nothing: all of it is ours, and told."""
    files = [p for p in sorted(before) if not any(fnmatchcase(p, other) for other in OTHERS)]
    return Record(now, "", tuple(files), {}, tuple(filter(is_page, files)))


def is_strange(known: Record | Message, before: Digests, built: Built) -> bool:
    """Whether a target that remembers nothing holds something else than this site."""
    files = adopted(before, datetime.max).files
    same = sum(path in built.files for path in files)
    return isinstance(known, Message) and 2 * same < len(files)


def planned_lines(plan: Plan, most: int | None = None) -> Iterator[Message]:
    """What would be done, a line a file, in its order."""
    lines = [
        message(_WORDS[step.kind].text, path=step.path) for phase in plan.phases for step in phase
    ]
    yield from lines[:most]
    if most is not None and len(lines) > most:
        yield message("… and %(count)s more", count=len(lines) - most)
    put, removed = plan.count(Kind.PUT), plan.count(Kind.REMOVE)
    sent = counted("%(count)s file to send", "%(count)s files to send", put)
    yield message("%(sent)s, to remove %(removed)s", sent=sent, removed=removed)


_WORDS = {Kind.PUT: message("send: %(path)s"), Kind.REMOVE: message("remove: %(path)s")}
