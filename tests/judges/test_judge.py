"""The runner of the judges, without Node and Java: what it reads, and that it trusts no judge."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from judges.judge import (
    SEEDED_DEFECTS,
    Defect,
    judge,
    main,
    read_html_validate,
    read_nu_html_checker,
)

PAGE = Path("/site/о нас/index.html")


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
        ]
    }
    assert list(read_nu_html_checker(answer)) == [
        Defect(PAGE, 3, "Nu HTML checker", "Duplicate ID."),
        Defect(PAGE, 4, "Nu HTML checker", "No h1."),
    ]


def test_every_message_of_html_validate_counts() -> None:
    message = {"ruleId": "no-dup-id", "message": "Duplicate ID", "line": 3}
    answer = [{"filePath": str(PAGE), "messages": [message]}]
    assert list(read_html_validate(answer)) == [
        Defect(PAGE, 3, "html-validate", "Duplicate ID (no-dup-id)")
    ]


def test_defects_come_without_the_seeded_ones() -> None:
    assert judge([PAGE], [strict]) == [Defect(PAGE, 3, "strict", "bad")]


def test_a_judge_that_accepts_the_seeded_defects_ends_the_run() -> None:
    with pytest.raises(SystemExit, match=f"blind: accepts {SEEDED_DEFECTS.name}"):
        judge([PAGE], [strict, blind])


def test_a_folder_without_pages_is_not_a_success(tmp_path: Path) -> None:
    assert main(str(tmp_path)) == 2
