"""The setting RELEASE: where the site is published, and the target that it means."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Union
from urllib.parse import urlsplit

from plugins.language.messages import Message, message
from plugins.language.problems import NOTHING, Problem, ProblemsFound, expected
from plugins.release.packed_target import PackedTarget
from plugins.release.targets import Target

if TYPE_CHECKING:
    from plugins.release.s3_client import S3Settings


@dataclass(frozen=True)
class FolderTarget:
    """A folder: `released`, `/srv/www/site`, or `user@host:/srv/www/site` by rsync over ssh.

    `served`: visitors get this folder at the site's address, so releases ask there whether they
    get what was published; else the folder itself is looked at. One by rsync is always served.
    `packed`: each text has `.gz` and `.br` beside it, for nginx.
    """

    path: str
    served: bool = False
    packed: bool = False

    @property
    def is_remote(self) -> bool:
        """Whether it is on another machine, as rsync tells it: a colon before any slash."""
        return ":" in self.path.partition("/")[0]


@dataclass(frozen=True)
class BranchTarget:
    """A branch of a remote that a host publishes.

    `cname`: the host serves the site under its own name; `abroad`: it stands outside Russia.
    """

    branch: str = "gh-pages"
    remote: str = "origin"
    cname: bool = True
    abroad: bool = True


Destination = Union[FolderTarget, BranchTarget, "S3Settings"]


@dataclass(frozen=True)
class Circumstances:
    """The project's folder, an empty one for this run, the site's address and the clock."""

    root: Path
    room: Path
    address: str
    now: datetime


def destination_of(
    variable: str, environ: Mapping[str, str] = os.environ, *, default: Destination
) -> Destination:
    """The folder in an environment variable, else the default."""
    path = environ.get(variable, "").strip()
    return FolderTarget(path, served=True) if path else default


def target_of(destination: Destination, around: Circumstances) -> Target:
    """The target that a setting means; raises ProblemsFound."""
    if isinstance(destination, BranchTarget):
        from plugins.release.branch import Branch

        host = urlsplit(around.address).hostname or "" if destination.cname else ""
        where = destination.remote, destination.branch
        return Branch(where, around.root, around.room, host=host, now=around.now)
    if isinstance(destination, FolderTarget):
        folder = _folder(destination, around)
        return PackedTarget(folder) if destination.packed else folder
    from plugins.release.s3 import S3

    return S3(destination)


def is_served(destination: Destination) -> bool:
    """Whether visitors get the target at the site's address."""
    return not isinstance(destination, FolderTarget) or destination.served or destination.is_remote


def warnings_of(destination: Destination) -> Iterator[Message]:
    """What speaks against a destination, told at each release."""
    if isinstance(destination, BranchTarget) and destination.abroad:
        yield message(
            "%(branch)s: GitHub Pages and hosts like it stand abroad. Visitors from Russia may be "
            "slowed down or cut off, and 152-FZ wants personal data of Russians kept in Russia, "
            "addresses of visitors among them. A storage in Russia has neither trouble; for a host "
            "in Russia say so: BranchTarget(abroad=False)",
            branch=destination.branch,
        )
    if not is_served(destination):
        yield message(
            "the folder itself is looked at, not the site; when a server gives it to visitors, say "
            "so: FolderTarget(…, served=True)"
        )


def _folder(destination: FolderTarget, around: Circumstances) -> Target:
    from plugins.release.folder import Folder
    from plugins.release.rsync import RemoteFolder

    if not destination.path.strip():
        what = expected(message("a folder"), NOTHING)
        raise ProblemsFound([Problem("publishconf.py", 0, "RELEASE", what)])
    if destination.is_remote:
        word = sha256(destination.path.encode()).hexdigest()[:12]
        return RemoteFolder(destination.path, around.root / ".cache" / "release" / word)
    folder = (around.root / destination.path).resolve()
    if around.root.resolve().is_relative_to(folder) or folder == around.root / "content":
        why = message("a folder of its own for the published site")
        got = message("a folder that holds the project")
        raise ProblemsFound([Problem("publishconf.py", 0, "RELEASE", expected(why, got))])
    return Folder(folder, destination.path)
