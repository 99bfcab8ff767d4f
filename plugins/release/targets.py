"""Where a site is published: what every target can do, and in which order files go there.

Whatever a target refuses is raised as ProblemsFound, with the name of the target for a file.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from hashlib import md5
from typing import Protocol

# What the target keeps for us beside the site: never published content, never removed
RECORD = ".vitrina-release.json"
LOCK = ".vitrina-release.lock"
OURS = (RECORD, LOCK)

Digests = Mapping[str, str]


class Target(Protocol):
    """A place that visitors read from. Paths are those of the output: `blog/x/index.html`.

    What is put and removed may wait until `settle`; nothing may wait longer than `finish`.
    """

    @property
    def name(self) -> str:
        """What people call it: the folder, the branch, the bucket."""

    def files(self) -> Digests:
        """Path to `digest_of` what really stands there now; without what is OURS."""

    def put(self, path: str, data: bytes, headers: Mapping[str, str]) -> None:
        """Write a file, whole or not at all."""

    def remove(self, path: str) -> None:
        """Take a file away; one that is not there is no error."""

    def settle(self) -> None:
        """The end of a phase: all that was put and removed so far stands before the next begins."""

    def finish(self) -> None:
        """The end of a publishing: everything is there, visitors may see it."""

    def read_state(self) -> bytes | None:
        """What `write_state` wrote last (RECORD); None where nothing is."""

    def write_state(self, data: bytes) -> None:
        """Keep this for the next run, on whatever machine. May wait until `finish`."""

    def lock(self, mine: bytes) -> bytes | None:
        """Take the lock if nobody has it: None. Else what its holder wrote into it."""

    def unlock(self) -> None:
        """Give the lock back, or take away one that has expired."""


class Kind(StrEnum):
    """What is done with a file."""

    PUT = "put"
    REMOVE = "remove"


@dataclass(frozen=True)
class Step:
    """One file that goes to the target or leaves it."""

    kind: Kind
    path: str


Phase = tuple[Step, ...]


def digest_of(data: bytes) -> str:
    """MD5, since S3 storages tell it of each object they list; it guards against nothing."""
    return md5(data, usedforsecurity=False).hexdigest()


def publishing_order(
    before: Digests, after: Digests, lists: Collection[str] = ()
) -> tuple[Phase, ...]:
    """What to do with a target that holds `before`, so that it holds `after`; only what differs.

    No visitor sees a page without its pictures, or a list that leads to a page not there yet: what
    pages need comes first, then new pages, then changed ones, then what leads to pages (`lists`,
    the home page, feeds, the search index, the sitemap); what leaves is removed last, pages before
    what they need.
    """
    sent = sorted(path for path, digest in after.items() if before.get(path) != digest)
    phases = [[p for p in sent if _rank(p, p in before, lists) == rank] for rank in range(_RANKS)]
    steps = [tuple(Step(Kind.PUT, path) for path in phase) for phase in phases]
    return tuple(filter(None, [*steps, *_removals(sorted(before.keys() - after.keys()))]))


def is_page(path: str) -> bool:
    """Whether a path is a page's."""
    return path.endswith(".html")


_RANKS = 4
# What leads to pages although it is none: feeds, the sitemap, the entry of the search index
_LEADING = (".xml", ".txt", ".json")


def _rank(path: str, changed: bool, lists: Collection[str]) -> int:
    if path in lists or path == "index.html" or path.endswith(_LEADING):
        return 3
    if is_page(path):
        return 2 if changed else 1
    return 0


def _removals(gone: list[str]) -> Iterator[Phase]:
    """Pages in one phase, what they needed in the next."""
    for pages in (True, False):
        yield tuple(Step(Kind.REMOVE, path) for path in gone if is_page(path) is pages)
