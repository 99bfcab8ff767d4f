"""The ledger: what releases did, a line of JSON each, added and never changed."""

import json
import os
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

LEDGER = "ledger.jsonl"


def note(file: Path, at: datetime, step: str, facts: Mapping[str, object]) -> None:
    """Add a line: when, which step (`indexnow`), and what came of it."""
    entry = {"at": at.isoformat(timespec="seconds"), "step": step, **facts}
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("ab+") as ledger:
        if _is_cut(file):
            ledger.write(b"\n")
        ledger.write(json.dumps(entry, ensure_ascii=False).encode("utf-8") + b"\n")


def entries(file: Path, step: str = "") -> tuple[dict[str, Any], ...]:
    """The lines of a step, or all; a line that a power cut left unfinished is passed over."""
    try:
        lines = file.read_bytes().splitlines()
    except FileNotFoundError:
        return ()
    found = (_entry(line) for line in lines)
    return tuple(entry for entry in found if entry and step in ("", entry.get("step")))


def broken_lines(file: Path) -> tuple[int, ...]:
    """The numbers of lines that cannot be read, from 1."""
    try:
        lines = file.read_bytes().splitlines()
    except FileNotFoundError:
        return ()
    return tuple(number for number, line in enumerate(lines, 1) if not _entry(line))


def _entry(line: bytes) -> dict[str, Any]:
    try:
        said = json.loads(line)
    except ValueError:
        return {}
    return said if isinstance(said, dict) else {}


def _is_cut(file: Path) -> bool:
    """Whether the last line lacks its end, because whoever wrote it died."""
    with file.open("rb") as ledger:
        if ledger.seek(0, os.SEEK_END) == 0:
            return False
        ledger.seek(-1, os.SEEK_END)
        return ledger.read(1) != b"\n"
