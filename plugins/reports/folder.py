"""A report's folder: everything is made first, then written; pages of former runs go."""

from collections.abc import Mapping, Sequence
from pathlib import Path


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
