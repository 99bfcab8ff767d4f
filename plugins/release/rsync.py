"""A folder on another machine as a target, over rsync: a mirror of it here, sent phase by phase.

rsync itself replaces each file whole. Of two runs on two machines at the very same moment it may
let both take the lock; what they send is the same, then.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from plugins.release.folder import Folder
from plugins.release.programs import Programs
from plugins.release.targets import LOCK, RECORD

_WILD = re.compile(r"([\\*?\[])")


class RemoteFolder:
    """`user@host:path`, or a module of an rsync server."""

    def __init__(self, address: str, mirror: Path) -> None:
        self.name = address
        self._address = address.rstrip("/") + "/"
        self._mirror = Folder(mirror / "site", address)
        self._kept = Folder(mirror / "kept", address)
        for folder in (self._mirror.folder, self._kept.folder):
            folder.mkdir(parents=True, exist_ok=True)
        self._programs = Programs(address, mirror)
        self._put: list[str] = []
        self._removed: list[str] = []

    def files(self) -> Mapping[str, str]:
        """Bring the mirror up to date; what stands there already is not sent again."""
        ours = (f"--exclude=/{name}" for name in (RECORD, LOCK))
        self._rsync("--recursive", "--checksum", "--delete", *ours, self._address, "site/")
        return self._mirror.files()

    def put(self, path: str, data: bytes, headers: Mapping[str, str]) -> None:
        """Into the mirror; sent at the end of the phase."""
        self._mirror.put(path, data, headers)
        self._put.append(path)

    def remove(self, path: str) -> None:
        """Out of the mirror; there at the end of the phase."""
        self._mirror.remove(path)
        self._removed.append(path)

    def settle(self) -> None:
        """Send a phase: what was put, then what was removed and nothing else."""
        if self._put:
            self._send("site/", self._put)
        if self._removed:
            rules = "".join(f"{rule}\n" for rule in _rules(self._removed))
            delete = ("--recursive", "--delete", "--include-from=-", "--exclude=*")
            self._rsync(*delete, "site/", self._address, data=rules)
        self._put, self._removed = [], []

    def finish(self) -> None:
        """Nothing waits longer than a phase."""
        self.settle()

    def read_state(self) -> bytes | None:
        """Fetch it; a folder that is not there yet has none."""
        self._fetch(RECORD)
        return self._kept.read_state()

    def write_state(self, data: bytes) -> None:
        """Send it."""
        self._kept.write_state(data)
        self._send("kept/", [RECORD])

    def lock(self, mine: bytes) -> bytes | None:
        """Send ours where none is, then look whose is there."""
        self._fetch(LOCK)
        if there := self._kept.lock(mine):
            return there
        self._send("kept/", [LOCK], "--ignore-existing")
        self._fetch(LOCK)
        return None if (there := self._kept.lock(mine)) == mine else there

    def unlock(self) -> None:
        """Take it away there."""
        self._kept.unlock()
        rules = (f"--include=/{LOCK}", "--exclude=*")
        self._rsync("--recursive", "--delete", *rules, "kept/", self._address)

    def _fetch(self, name: str) -> None:
        """Bring one of our own files here, or away from here if it is not there."""
        rules = (f"--include=/{name}", "--exclude=*")
        self._rsync("--recursive", "--checksum", "--delete", *rules, self._address, "kept/")

    def _send(self, folder: str, paths: Iterable[str], *options: str) -> None:
        listed = "".join(f"{path}\n" for path in paths)
        asked = ("--checksum", "--chmod=D755,F644", "--files-from=-", *options)
        self._rsync(*asked, folder, self._address, data=listed)

    def _rsync(self, *arguments: str, data: str = "") -> None:
        self._programs.run("rsync", *arguments, data=data.encode())


def _rules(paths: Iterable[str]) -> Iterator[str]:
    """Patterns that match these paths and the folders above them, and nothing else."""
    found: dict[str, None] = {}
    for path in paths:
        parts = path.split("/")
        found.update({f"/{'/'.join(parts[:n])}/": None for n in range(1, len(parts))})
        found[f"/{path}"] = None
    yield from (f"+ {_WILD.sub(_escaped, rule)}" for rule in found)


def _escaped(wild: re.Match[str]) -> str:
    return f"\\{wild[1]}"
