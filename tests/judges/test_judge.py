"""The runner of the judges, without Node and Java: what it reads, and that it trusts no judge."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from judges.defect import Defect
from judges.judge import (
    SEEDED_DEFECTS,
    html_validate,
    judge,
    main,
    read_html_validate,
    read_nu_html_checker,
)
from tests.judges.conftest import Play

POLICY = "Resource violates Content Security Policy (meta tag): image “%s” blocked by “img-src”."
OWN, FOREIGN = POLICY % "/pictures/a.svg", POLICY % "https://x.example/a.svg"
PAGE = Path("/site/о нас/index.html")

# As Node does with a pipe: whatever it does not take at once is lost when the program ends.
# No path of a program with a space in it may stand after #!
HASTY = """#!/bin/sh
'''exec' "{python}" "$0" "$@"
'''
import json, os, sys
messages = [dict(ruleId="no-dup-id", message="Дважды", line=line) for line in range({defects})]
os.set_blocking(1, False)
os.write(1, json.dumps([dict(filePath=sys.argv[-1], messages=messages)]).encode())
"""


def strict(pages: Sequence[Path]) -> list[Defect]:
    """A judge that rejects every page."""
    return [Defect(page, 3, "strict", "bad") for page in pages]


def blind(pages: Sequence[Path]) -> list[Defect]:
    """A judge that accepts every page."""
    return []


def test_errors_and_warnings_of_the_nu_html_checker_count_and_remarks_do_not() -> None:
    url = "file:/site/%D0%BE%20%D0%BD%D0%B0%D1%81/index.html"
    answer = {
        "messages": [
            {"type": "error", "url": url, "lastLine": 3, "message": "Duplicate ID."},
            {"type": "info", "subType": "warning", "url": url, "lastLine": 4, "message": "No h1."},
            {"type": "info", "url": url, "lastLine": 5, "message": "Trailing slash."},
            {"type": "info", "subType": "warning", "url": url, "lastLine": 6, "message": OWN},
            {"type": "info", "subType": "warning", "url": url, "lastLine": 7, "message": FOREIGN},
        ]
    }
    assert list(read_nu_html_checker(answer)) == [
        Defect(PAGE, 3, "Nu HTML checker", "Duplicate ID."),
        Defect(PAGE, 4, "Nu HTML checker", "No h1."),
        Defect(PAGE, 7, "Nu HTML checker", FOREIGN),
    ]


def test_every_message_of_html_validate_counts() -> None:
    message = {"ruleId": "no-dup-id", "message": "Duplicate ID", "line": 3}
    answer = [{"filePath": str(PAGE), "messages": [message]}]
    assert list(read_html_validate(answer)) == [
        Defect(PAGE, 3, "html-validate", "Duplicate ID (no-dup-id)")
    ]


def test_a_page_of_many_defects_is_read_to_the_end(play: Play) -> None:
    play("judge", "html-validate", HASTY.format(python=sys.executable, defects=5000))

    found = html_validate([PAGE])

    assert len(found) == 5000
    assert found[-1] == Defect(PAGE, 4999, "html-validate", "Дважды (no-dup-id)")


def test_a_judge_that_says_nothing_ends_the_run_with_its_complaint(play: Play) -> None:
    play("judge", "html-validate", "#!/bin/sh\necho no such rule >&2\n")

    with pytest.raises(SystemExit, match="html-validate: no such rule"):
        html_validate([PAGE])


def test_defects_come_without_the_seeded_ones() -> None:
    assert judge([PAGE], [strict]) == [Defect(PAGE, 3, "strict", "bad")]


def test_a_judge_that_accepts_the_seeded_defects_ends_the_run() -> None:
    with pytest.raises(SystemExit, match=f"blind: accepts {SEEDED_DEFECTS.name}"):
        judge([PAGE], [strict, blind])


def test_a_folder_without_pages_is_not_a_success(tmp_path: Path) -> None:
    assert main(str(tmp_path)) == 2
