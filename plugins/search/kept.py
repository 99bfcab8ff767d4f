"""Indexes of earlier builds: while no page has changed, none is made anew."""

import zipfile
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from secrets import token_hex

from plugins.search.remembered import RULES

MOST = 4
Files = dict[str, bytes]


def fingerprint(pages: Iterable[tuple[str, ...]]) -> str:
    """What an index depends on: the pages, our rules, Pagefind."""
    digest = sha256(version("pagefind-bin").encode())
    for file in (*RULES, *sorted(Path(__file__).parent.glob("*.py"))):
        # An owner may do without words.csv
        with suppress(FileNotFoundError):
            digest.update(file.read_bytes())
    for page in pages:
        for part in page:
            digest.update(part.encode() + b"\0")
    return digest.hexdigest()[:24]


def kept(folder: Path, name: str) -> Files | None:
    """The files of an index made before; None where there is none, or it is damaged."""
    with suppress(OSError, zipfile.BadZipFile), zipfile.ZipFile(folder / f"{name}.zip") as archive:
        (folder / f"{name}.zip").touch()
        return {path: archive.read(path) for path in archive.namelist()}
    return None


def keep(folder: Path, name: str, files: Files) -> None:
    """Keep an index for later builds, and no more than the last few; no disk is no error."""
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        made = folder / f".{name}.{token_hex(4)}"
        with zipfile.ZipFile(made, "w") as archive:
            for path, data in files.items():
                archive.writestr(path, data)
        made.replace(folder / f"{name}.zip")
        oldest = sorted(folder.glob("*.zip"), key=lambda file: file.stat().st_mtime)[:-MOST]
        for file in oldest:
            file.unlink(missing_ok=True)
