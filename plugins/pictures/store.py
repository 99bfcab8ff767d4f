"""What has been made is kept in .cache/: a picture is made once, whatever is built again."""

import os
import tempfile
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path

FOLDER = Path(__file__).parents[2] / ".cache" / "pictures"


class Store:
    """Files by name. A name holds the digest of everything its bytes depend on but Pillow."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self.folder = folder / version("pillow")

    def get(self, name: str) -> bytes | None:
        """The bytes kept under a name; None where there are none."""
        try:
            return self._file(name).read_bytes() or None
        except OSError:
            return None

    def has(self, name: str) -> bool:
        """Whether something is kept under a name."""
        return self._file(name).is_file()

    def keep(self, name: str, data: bytes) -> None:
        """Write a file in one step; no disk is no error, the next build makes it again."""
        file = self._file(name)
        with suppress(OSError):
            file.parent.mkdir(parents=True, exist_ok=True)
            descriptor, beside = tempfile.mkstemp(dir=file.parent)
            try:
                with os.fdopen(descriptor, "wb") as stream:
                    stream.write(data)
                Path(beside).replace(file)
            except OSError:
                Path(beside).unlink(missing_ok=True)
                raise

    def _file(self, name: str) -> Path:
        return self.folder / name[:2] / name
