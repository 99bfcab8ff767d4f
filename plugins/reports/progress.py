"""A bar in the terminal for work that takes longer than two seconds."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

PATIENCE = 2.0
Show = Callable[[float], None]


@contextmanager
def progress(title: str) -> Iterator[Show]:
    """Gives a function that takes the share done, from 0 to 1; silent where no one watches."""
    console = Console(stderr=True)
    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TimeElapsedColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )
    task, started = bar.add_task(title, total=1.0), time.monotonic()

    def show(share: float) -> None:
        if not bar.live.is_started and time.monotonic() - started > PATIENCE:
            bar.start()
        bar.update(task, completed=share)

    try:
        yield show
    finally:
        if bar.live.is_started:
            bar.stop()


def halves(show: Show) -> tuple[Show, Show]:
    """One bar for two works, one after the other."""
    return lambda share: show(share / 2), lambda share: show((1 + share) / 2)
