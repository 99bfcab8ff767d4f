"""`invoke schedule`: put ready articles into free slots and write their Date lines."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

from plugins.documents.pelican_bridge import read_site
from plugins.language.messages import message
from plugins.language.problems import NOTHING, Problem, ProblemsFound, expected
from plugins.schedule.date_line import date_value, dated
from plugins.schedule.filling import Filled, Filling, filling
from plugins.schedule.record import Schedule

NAME = "content/data/schedule.yaml"
_THIS_FILE = message("this file")
_CHANGED = message("the file has changed while it was read; run invoke schedule again")
_DESCRIBE = message("describe there when articles come out: docs/reference.md, schedule.yaml")


@dataclass(frozen=True)
class Change:
    """A file of content/ before and after."""

    path: str
    before: bytes
    after: bytes

    @property
    def diff(self) -> tuple[str, ...]:
        """A unified diff that `git apply` takes, by lines without their ends."""
        before, after = (_lines(data) for data in (self.before, self.after))
        return tuple(_told(unified_diff(before, after, f"a/{self.path}", f"b/{self.path}")))


def scheduled(
    settings_file: Path, *, dry_run: bool
) -> tuple[Filling, tuple[Change, ...], Schedule]:
    """What was filled and what that changes; writes nothing if `dry_run`. Raises ProblemsFound.

    All changes are known before the first file is written; each file is replaced at once.
    """
    site, settings = read_site(settings_file)
    schedule: Schedule | None = settings["SCHEDULE"]
    if schedule is None:
        raise ProblemsFound([Problem(NAME, 0, "", expected(_THIS_FILE, NOTHING, _DESCRIBE))])
    found = filling(schedule, site)
    root = Path(settings["PATH"]).parent
    changes = tuple(_change(root, filled) for filled in found.filled)
    for change in () if dry_run else changes:
        _replace(root / change.path, change.after)
    return found, changes, schedule


def _change(root: Path, filled: Filled) -> Change:
    path = f"content/{filled.document.source}"
    data = (root / path).read_bytes()
    after = dated(data, date_value(filled.moment))
    if after is None:
        raise ProblemsFound([Problem(path, 0, "", _CHANGED)])
    return Change(path, data, after)


def _replace(file: Path, data: bytes) -> None:
    """Write a file so that nobody ever finds half of it; a link stays a link."""
    target = file.resolve()
    beside = target.with_name(f".{target.name}.new")
    try:
        beside.write_bytes(data)
        shutil.copymode(target, beside)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


def _lines(data: bytes) -> list[str]:
    lines = data.decode("utf-8").split("\n")
    return [f"{line}\n" for line in lines[:-1]] + [line for line in lines[-1:] if line]


def _told(diff: Iterator[str]) -> Iterator[str]:
    for line in diff:
        yield line.removesuffix("\n")
        if not line.endswith("\n"):
            yield "\\ No newline at end of file"
