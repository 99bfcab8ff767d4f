"""What a target was last given, who was told of it, and at which clock: the record of releases.

It stands beside the site itself (`Target.write_state`), so that any machine can go on where
another one died; `state/release-….json` is a copy of it. When both are lost, what stands at the
target is the truth and counts as told.
"""

import json
import os
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from plugins.language.messages import Message, message
from plugins.release.targets import Digests, is_page

# A new form gets a new number: a record of another one is as good as none
VERSION = 1
ABSENT = message("there is none")
BROKEN = message("it is broken")
OTHER_VERSION = message("it was written by another version of Vitrina")


@dataclass(frozen=True)
class Record:
    """What a target was last given.

    `at` is the clock of that release and `release` the digest of its files; `files` are the paths
    that we have put there and not taken away; `done` says for which release each step was last
    finished; `told` are the pages that readers were ever told of.
    """

    at: datetime
    release: str
    files: tuple[str, ...] = ()
    done: Mapping[str, str] = field(default_factory=dict)
    told: tuple[str, ...] = ()

    def has_done(self, step: str) -> bool:
        """Whether a step is finished for the release that stands there."""
        return self.done.get(step) == self.release

    def with_done(self, step: str) -> "Record":
        """The record after a step."""
        return replace(self, done={**self.done, step: self.release})

    def with_told(self, pages: Iterable[str]) -> "Record":
        """The record after readers were told of these pages."""
        return replace(self, told=tuple(sorted({*self.told, *pages})))


def release_of(files: Digests) -> str:
    """The name of a release: a digest of everything in it."""
    lines = (f"{path}\0{digest}\n" for path, digest in sorted(files.items()))
    return sha256("".join(lines).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def news_of(record: Record, files: Collection[str]) -> tuple[str, ...]:
    """The pages of a release that readers were never told of."""
    return tuple(sorted(path for path in set(files) - {*record.told} if is_page(path)))


def copy_name(target: str) -> str:
    """The file in state/ that keeps a copy of a target's record."""
    words = re.sub(r"[^a-z0-9]+", "-", target.lower()).strip("-")[-40:]
    return f"release-{words}-{sha256(target.encode()).hexdigest()[:6]}.json"


def as_bytes(record: Record) -> bytes:
    """A record as it is kept."""
    said = {"version": VERSION, **asdict(record), "at": record.at.isoformat()}
    return f"{json.dumps(said, ensure_ascii=False, indent=1, sort_keys=True)}\n".encode()


def record_of(data: bytes | None) -> Record | Message:
    """What was kept, or in words why that is unknown."""
    if data is None:
        return ABSENT
    try:
        said = json.loads(data)
    except ValueError:
        return BROKEN
    match said:
        case {"version": int(version)} if version != VERSION:
            return OTHER_VERSION
        case {
            "at": str(at),
            "release": str(release),
            "files": list(files),
            "done": dict(done),
            "told": list(told),
        } if all(isinstance(text, str) for text in (*files, *done.values(), *told)):
            try:
                moment = datetime.fromisoformat(at)
            except ValueError:
                return BROKEN
            return (
                Record(moment, release, tuple(files), done, tuple(told))
                if moment.tzinfo
                else BROKEN
            )
    return BROKEN


def known(there: Record | Message, here: Record | Message) -> Record | Message:
    """What the target and the copy of its record say together; if neither does, why not.

    The target's is the newer one, unless it was put back to an older state or a run died between
    the two. What either has put or told, we have put or told.
    """
    if isinstance(there, Message) or isinstance(here, Message):
        return there if isinstance(here, Message) else here
    same = here.release == there.release and here.at == there.at
    latest = here if here.at > there.at or (same and _finished(here) > _finished(there)) else there
    files = tuple(sorted({*there.files, *here.files}))
    return replace(latest, files=files).with_told((*there.told, *here.told))


def _finished(record: Record) -> int:
    return sum(record.has_done(step) for step in record.done)


def read_bytes(file: Path) -> bytes | None:
    """A file, None where there is none."""
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return None


def write_whole(file: Path, data: bytes) -> None:
    """Write in one step: whoever reads, or dies meanwhile, finds the old file or the new one."""
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_name(f".{file.name}.next")
    with beside.open("wb") as written:
        written.write(data)
        written.flush()
        os.fsync(written.fileno())
    beside.replace(file)
