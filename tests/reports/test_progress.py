"""The bar: nothing at first, nothing on standard output, nothing where no one watches."""

import io

import pytest
from rich.console import Console

from plugins.reports import progress as module
from plugins.reports.progress import PATIENCE, progress


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = 100.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(module, "time", clock)
    return clock


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    """What someone who watches a terminal is shown."""
    shown = io.StringIO()

    def console(*, stderr: bool) -> Console:
        assert stderr
        return Console(file=shown, force_terminal=True, width=60)

    monkeypatch.setattr(module, "Console", console)
    return shown


def work(clock: Clock, *seconds: float) -> None:
    """Work that takes so long between two words about itself."""
    with progress("Building") as show:
        for number, taken in enumerate(seconds, 1):
            clock.now += taken
            show(number / len(seconds))


def test_two_seconds_pass_in_silence(clock: Clock, terminal: io.StringIO) -> None:
    work(clock, 1.0, 0.5, PATIENCE - 1.5)

    assert terminal.getvalue() == ""


def test_longer_work_shows_a_bar_and_takes_it_away(clock: Clock, terminal: io.StringIO) -> None:
    work(clock, 1.0, PATIENCE)

    assert "Building" in terminal.getvalue()


def test_nothing_is_shown_where_no_one_watches(
    clock: Clock, capfd: pytest.CaptureFixture[str]
) -> None:
    work(clock, 1.0, PATIENCE, 10.0)

    assert tuple(capfd.readouterr()) == ("", "")


def test_nothing_is_ever_printed_to_standard_output(
    clock: Clock, terminal: io.StringIO, capfd: pytest.CaptureFixture[str]
) -> None:
    work(clock, 10.0, 10.0)

    assert capfd.readouterr().out == ""


def test_an_error_of_the_work_goes_on(clock: Clock, terminal: io.StringIO) -> None:
    def broken() -> None:
        with progress("Building") as show:
            clock.now += 10
            show(0.5)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        broken()
