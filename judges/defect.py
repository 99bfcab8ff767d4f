"""What a judge has against a page, and how a judge that is a program of its own is asked."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

HERE = Path(__file__).resolve().parent
MODULES = HERE / "node_modules"


@dataclass(frozen=True, order=True)
class Defect:
    """What a judge has against a line of a page; line 0 when the judge names none."""

    page: Path
    line: int
    judge: str
    message: str

    def __str__(self) -> str:
        page = (
            self.page.relative_to(Path.cwd()) if self.page.is_relative_to(Path.cwd()) else self.page
        )
        return f"{page}:{self.line}: {self.judge}: {self.message}"


Judge = Callable[[Sequence[Path]], list[Defect]]


def answer_of(command: list[str], pages: Sequence[Path]) -> Any:
    """What a judge prints about the pages, as JSON; a judge that prints none ends the run."""
    # Into a file: Node ends with what a pipe holds, 64 KiB, and loses the rest.
    with TemporaryFile("w+", encoding="utf-8") as said:
        judged = subprocess.run(
            [*command, *map(str, pages)],
            stdout=said,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
        said.seek(0)
        answer = said.read()
    try:
        return json.loads(answer)
    except json.JSONDecodeError:
        raise SystemExit(f"{command[0]}: {judged.stderr.strip() or answer}") from None
