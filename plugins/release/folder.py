"""A folder on this machine as a target: each file is replaced whole, so that none is seen half."""

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from plugins.language.messages import message, verbatim
from plugins.language.problems import Problem, ProblemsFound
from plugins.release.targets import LOCK, OURS, RECORD, digest_of

_BESIDE = ".vitrina-release.next-"


class Folder:
    """The folder; it is made if the one above it is there."""

    def __init__(self, folder: Path, name: str = "") -> None:
        self.folder = folder
        self.name = name or str(folder)

    def files(self) -> Mapping[str, str]:
        """Every file by what it holds."""
        with self._told():
            return {path: digest_of(self._at(path).read_bytes()) for path in self._paths()}

    def put(self, path: str, data: bytes, headers: Mapping[str, str]) -> None:  # noqa: ARG002
        """Write beside, then rename."""
        file = self._at(path)
        with self._told(path):
            self._make_room(file)
            beside = file.with_name(f"{_BESIDE}{file.name}"[:200])
            try:
                beside.write_bytes(data)
                beside.replace(file)
            except OSError:
                beside.unlink(missing_ok=True)
                raise

    def remove(self, path: str) -> None:
        """Take a file away, and the folders that it leaves empty."""
        with self._told(path):
            file = self._at(path)
            file.unlink(missing_ok=True)
            for folder in file.relative_to(self.folder).parents[:-1]:
                with suppress(OSError):
                    (self.folder / folder).rmdir()

    def settle(self) -> None:
        """Nothing waits."""

    def finish(self) -> None:
        """Nothing waits."""

    def read_state(self) -> bytes | None:
        """What the last run left beside the site."""
        with self._told(RECORD), suppress(FileNotFoundError):
            return self._at(RECORD).read_bytes()
        return None

    def write_state(self, data: bytes) -> None:
        """Leave it beside the site."""
        self.put(RECORD, data, {})

    def lock(self, mine: bytes) -> bytes | None:
        """Of two that come at once, the system lets one make the file."""
        with self._told(LOCK):
            self._make_room(self._at(LOCK))
            beside = self._at(f"{LOCK}-{digest_of(mine)}")
            beside.write_bytes(mine)
            try:
                os.link(beside, self._at(LOCK))
            except FileExistsError:
                return self._at(LOCK).read_bytes()
            finally:
                beside.unlink(missing_ok=True)
        return None

    def unlock(self) -> None:
        """Take the file away."""
        with self._told(LOCK):
            self._at(LOCK).unlink(missing_ok=True)

    def _at(self, path: str) -> Path:
        return self.folder / path

    def _paths(self) -> Iterator[str]:
        """Paths of all files; what a run that died was writing is thrown away."""
        for file in sorted(self.folder.rglob("*")):
            path = file.relative_to(self.folder).as_posix()
            if file.name.startswith(_BESIDE):
                file.unlink(missing_ok=True)
            elif file.is_file() and not path.startswith(OURS):
                yield path

    def _make_room(self, file: Path) -> None:
        """Make the folders of a file; a file where a folder must be, or the reverse, goes."""
        self.folder.mkdir(exist_ok=True)
        for folder in reversed(file.relative_to(self.folder).parents[:-1]):
            if (self.folder / folder).is_file():
                (self.folder / folder).unlink()
            (self.folder / folder).mkdir(exist_ok=True)
        if file.is_dir():
            shutil.rmtree(file)

    @contextmanager
    def _told(self, path: str = "") -> Iterator[None]:
        """What the system refuses, in words."""
        try:
            yield
        except OSError as error:
            if isinstance(error, FileNotFoundError) and not self.folder.parent.is_dir():
                why = message("the folder above it is not there; make it, or mount its disk")
            else:
                why = verbatim(error.strerror or str(error))
            raise ProblemsFound([Problem(self.name, 0, path, why)]) from None
