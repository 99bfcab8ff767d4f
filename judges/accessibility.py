"""pa11y with the runners axe and HTML_CodeSniffer: light, dark, forced colours, and 320 px."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from judges.defect import HERE, Defect, answer_of

BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def chromium() -> str:
    """The browser of this machine; without one the run ends and says what to install."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        raise SystemExit("apt-get install chromium")
    return found


def pa11y(pages: Sequence[Path]) -> list[Defect]:
    """Pages in, defects out: what axe or HTML_CodeSniffer has against any way of looking at one."""
    command = ["node", str(HERE / "pa11y.mjs"), chromium()]
    return list(read_pa11y(answer_of(command, pages)))


def read_pa11y(answer: Any) -> Iterator[Defect]:
    """The JSON of pa11y.mjs in, defects out."""
    for issue in answer:
        text = f"{issue['message']} ({issue['code']}; {issue['way']}): {issue['selector']}"
        yield Defect(Path(issue["page"]), 0, f"pa11y, {issue['runner']}", text)
