"""A target with packed files beside its texts, for nginx: `gzip_static` and `brotli_static`."""

from collections.abc import Mapping

from plugins.release.headers import names_beside, packed_beside
from plugins.release.targets import Target


class PackedTarget:
    """Another target; each text has `.br` and `.gz` beside it, which nobody else sees.

    They come before their file and leave before it: where a run dies in between, the file is
    still the old one, and the next run makes all three anew.
    """

    def __init__(self, target: Target) -> None:
        self._target = target

    @property
    def name(self) -> str:
        """The name of the target."""
        return self._target.name

    def files(self) -> Mapping[str, str]:
        """The files without their packed ones; one that lacks them has no digest: put it again."""
        there = self._target.files()
        beside = {name for path in there for name, _encoding in names_beside(path)}
        return {
            path: digest if all(name in there for name, _e in names_beside(path)) else ""
            for path, digest in there.items()
            if path not in beside
        }

    def put(self, path: str, data: bytes, headers: Mapping[str, str]) -> None:
        """The packed ones, then the file."""
        for beside, smaller in packed_beside(path, data):
            self._target.put(beside, smaller, headers)
        self._target.put(path, data, headers)

    def remove(self, path: str) -> None:
        """The packed ones, then the file."""
        for beside, _encoding in names_beside(path):
            self._target.remove(beside)
        self._target.remove(path)

    def settle(self) -> None:
        """As the target does."""
        self._target.settle()

    def finish(self) -> None:
        """As the target does."""
        self._target.finish()

    def read_state(self) -> bytes | None:
        """As the target does."""
        return self._target.read_state()

    def write_state(self, data: bytes) -> None:
        """As the target does."""
        self._target.write_state(data)

    def lock(self, mine: bytes) -> bytes | None:
        """As the target does."""
        return self._target.lock(mine)

    def unlock(self) -> None:
        """As the target does."""
        self._target.unlock()
