"""Readings that outlive the process: a file in .cache/, ignored where it is foreign or damaged."""

import os
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import suppress
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from itertools import islice
from pathlib import Path

from plugins.words.readings import Readings, read, written

WORDS_FILE = Path(__file__).parents[2] / "content" / "data" / "words.csv"
RULES = tuple(
    Path(__file__).with_name(name) for name in ("russian.py", "dictionary.py", "readings.py")
)
PACKAGES = ("pymorphy3", "pymorphy3-dicts-ru")
MOST_FORMS = 100_000
END = "end"
# Texts of people hold whatever they hold
LONE_SURROGATES = "surrogatepass"


class Memory:
    """Readings by form, from an earlier run and from this one."""

    def __init__(self, file: Path, key: str) -> None:
        self.file = file
        self.key = key
        self._lines = kept_lines(file, key)
        self._known = len(self._lines)
        self._told = self._known

    def get(self, form: str) -> Readings | None:
        """The readings of a form; None where it was never kept or its line is damaged."""
        line = self._lines.get(form)
        try:
            return None if line is None else read(line)
        except (ValueError, TypeError, AttributeError):
            return None

    def keep(self, form: str, readings: Readings) -> None:
        """Remember the readings of a form."""
        self._lines[form] = written(readings)

    def fresh(self) -> dict[str, str]:
        """Readings kept since this was asked last, as lines for the memory of another process."""
        told, self._told = self._told, len(self._lines)
        return dict(islice(self._lines.items(), told, None))

    def adopt(self, lines: Mapping[str, str]) -> None:
        """Remember what the memory of another process has found."""
        self._lines.update(lines)

    def save(self) -> None:
        """Write the file in one step, if there is anything new; no disk is no error."""
        if len(self._lines) == self._known:
            return
        if keep_lines(self.file, self.key, self._lines):
            self._known = len(self._lines)


def key_of_rules(data_files: Iterable[Path], packages: Iterable[str] = ()) -> str:
    """What readings depend on: versions of the analyser, our rules, and the data files."""
    digest = sha256()
    for package in (*PACKAGES, *packages):
        with suppress(PackageNotFoundError):
            digest.update(version(package).encode())
    for file in (*RULES, *data_files):
        with suppress(OSError):
            digest.update(file.read_bytes())
    return digest.hexdigest()


def keep_lines(file: Path, key: str, lines: Mapping[str, str]) -> bool:
    """Write the last lines of a memory in one step; whether the disk took them."""
    last = list(lines.items())[-MOST_FORMS:]
    text = "\n".join(f"{form}\t{line}" for form, line in last)
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        _write(file, f"{key}\n{text}\n{END}\n")
        return True
    return False


def kept_lines(file: Path, key: str) -> dict[str, str]:
    """A line a form, between the key and the end mark; nothing unless both are there."""
    try:
        # Not splitlines(): a sentence may hold what Unicode calls the end of a line
        first, *lines = file.read_text("utf-8", errors=LONE_SURROGATES).split("\n")
    except (OSError, ValueError):
        return {}
    if first != key or lines[-2:] != [END, ""]:
        return {}
    parted = (line.partition("\t") for line in lines[:-2])
    return {form: line for form, tab, line in parted if tab}


def _write(file: Path, text: str) -> None:
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors=LONE_SURROGATES) as written_file:
            written_file.write(text)
        Path(name).replace(file)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
