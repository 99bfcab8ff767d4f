"""A report's folder: everything is made first, then written; pages of former runs go."""

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Millions of short strings and no cycles: looking for garbage takes a quarter of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def write_folder(folder: Path, files: Mapping[str, bytes], own: Sequence[str]) -> None:
    """Write files by their paths; of its `own` folders, pages that are no more among them go."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in own:
        (folder / name).mkdir(exist_ok=True)
        for page in (folder / name).glob("*.html"):
            if f"{name}/{page.name}" not in files:
                page.unlink()
    for path, data in files.items():
        if not _holds(folder / path, data):
            (folder / path).write_bytes(data)


def _holds(file: Path, data: bytes) -> bool:
    """Reading costs a tenth of writing, and most pages are what they were."""
    return file.is_file() and file.read_bytes() == data
