"""What is read of pa11y's answer."""

from __future__ import annotations

from pathlib import Path

from judges.accessibility import read_pa11y
from judges.defect import Defect


def test_an_issue_says_what_how_and_where() -> None:
    issue = {
        "page": "/site/index.html",
        "way": "dark, 412 px",
        "runner": "htmlcs",
        "code": "F77",
        "message": "Duplicate id.",
        "selector": "#twice",
    }
    text = "Duplicate id. (F77; dark, 412 px): #twice"
    assert list(read_pa11y([issue])) == [Defect(Path("/site/index.html"), 0, "pa11y, htmlcs", text)]
