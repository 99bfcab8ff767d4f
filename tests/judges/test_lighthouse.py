"""The runner of Lighthouse, without Lighthouse: medians, and what counts as over the budget."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from judges.lighthouse import BUDGETS, CATEGORIES, TIMES, exceeded, main, medians

BUDGET = {"score": 100, **dict(zip(TIMES, (1200, 100, 0.01), strict=True))}


def report(lcp: float, performance: float = 1) -> Any:
    """A report of Lighthouse as far as it is read."""
    scores = {**dict.fromkeys(CATEGORIES, 1), "performance": performance}
    times = dict(zip(TIMES, (lcp, 0, 0), strict=True))
    return {
        "categories": {name: {"score": score} for name, score in scores.items()},
        "audits": {name: {"numericValue": value} for name, value in times.items()},
    }


def test_one_slow_run_of_three_does_not_count() -> None:
    measured = medians("", "mobile", [report(900), report(9000, performance=0.5), report(1000)])
    assert measured.values["largest-contentful-paint"] == 1000
    assert not list(exceeded(measured, BUDGET))
    assert str(measured) == "/ mobile: 100/100/100/100, LCP 1000 ms, TBT 0 ms, CLS 0.000"


def test_what_is_over_the_budget_is_named() -> None:
    measured = medians("blog/", "mobile", [report(1201, performance=0.99)])
    assert list(exceeded(measured, BUDGET)) == [
        "/blog/ mobile: performance 99 of 100",
        "/blog/ mobile: largest-contentful-paint 1201 of 1200",
    ]


def test_times_are_those_of_a_phone() -> None:
    assert not list(exceeded(medians("", "desktop", [report(5000)]), BUDGET))


def test_a_page_of_the_budget_that_is_not_there_is_said_at_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(str(tmp_path)) == 2
    assert BUDGETS.name in capsys.readouterr().out
