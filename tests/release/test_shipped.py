"""The shipped site, released by the command that schedulers call."""

import resource
from pathlib import Path

import pytest

from tests.sites import ROOT, real_firm, run

MOST_SECONDS = 5.0


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    return real_firm(tmp_path)


def seconds() -> float:
    """Of work, whatever else the machine does meanwhile."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def test_a_release_in_which_nothing_changed_sends_nothing_within_five_seconds(
    shipped: Path,
) -> None:
    first = run(shipped, "invoke", "release", "--now", "2027-01-11 10:00", LC_ALL="C.UTF-8")
    assert first.returncode == 0, first.stderr
    assert "files sent, removed 0" in first.stdout
    before = seconds()
    second = run(shipped, "invoke", "release", "--now", "2027-01-11 18:00", LC_ALL="C.UTF-8")

    assert second.returncode == 0, second.stderr
    assert "nothing has changed: 0 files sent" in second.stdout
    assert seconds() - before < MOST_SECONDS
    back = run(shipped, "invoke", "release", "--now", "2027-01-01", "--lang", "ru")
    assert back.returncode == 2
    assert "часы показывают" in back.stderr
    wrong = run(shipped, "invoke", "release", "--now", "31.02.2027", LC_ALL="C.UTF-8")
    assert wrong.returncode == 2
    assert "now: expected a date such as" in wrong.stderr


def test_the_example_is_refused_by_the_command(tmp_path: Path) -> None:
    refused = run(ROOT, "invoke", "release", "--dry-run", LC_ALL="C.UTF-8")

    assert refused.returncode == 1
    assert "the company is the shipped example" in refused.stderr
    assert "Traceback" not in refused.stderr
