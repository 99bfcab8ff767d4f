"""Judges from outside, played by scripts."""

from collections.abc import Callable
from pathlib import Path

import pytest

Play = Callable[[str, str, str], None]


@pytest.fixture
def play(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Play:
    """Put a script in the place of the program that a module of ours calls by this name."""

    def put(module: str, name: str, script: str) -> None:
        program = tmp_path / ".bin" / name
        program.parent.mkdir()
        program.write_text(script, "utf-8")
        program.chmod(0o755)
        monkeypatch.setattr(f"judges.{module}.MODULES", tmp_path)

    return put
