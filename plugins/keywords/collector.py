"""The collector of garbage: it has nothing to find among phrases, and searches all the same."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Millions of strings and tuples, no cycles: looking for garbage takes a quarter and more."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
