"""What is read in many texts, a line each: kept from the last run, the rest on every core."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from plugins.words.analysis import memory, save_readings
from plugins.words.memory import WORDS_FILE, keep_lines, kept_lines, key_of_rules

T = TypeVar("T")
V = TypeVar("V")
Reader = Callable[[Sequence[T]], Iterable[str]]
Progress = Callable[[float], None]


def _silent(_share: float) -> None:
    """No progress is shown."""


CHUNK = 50


class Store(NamedTuple):
    """A file that keeps lines; with another key nothing in it is of use."""

    file: Path
    key: str


@dataclass(frozen=True)
class Work(Generic[T, V]):
    """How texts are read: `lines` makes a line of each (it and the texts can be pickled).

    `decoded` makes of a line what is wanted; `digest` says which texts are equal. A worker takes
    as long to start, and to analyse common words anew, as `worth` texts take to read.
    """

    digest: Callable[[T], str]
    lines: Reader[T]
    decoded: Callable[[str], V]
    worth: int = 500


class _Answer(NamedTuple):
    """What a worker gives back: a line a text, and the readings that it had to find."""

    lines: list[str]
    readings: dict[str, str]


def read_many(
    texts: Sequence[T], work: Work[T, V], store: Store | None = None, progress: Progress = _silent
) -> list[V]:
    """What is found in each text, in order; `progress` takes the share done."""
    kept = kept_lines(*store) if store else {}
    digests = [work.digest(text) for text in texts]
    found = {d: v for d in digests if (v := _decoded(work, kept.get(d))) is not None}
    new = {d: text for d, text in zip(digests, texts, strict=True) if d not in found}
    lines = _lines([*new.values()], work)
    for number, (name, line) in enumerate(zip(new, lines, strict=True), 1):
        kept[name], found[name] = line, work.decoded(line)
        progress(number / len(new))
    if new and store:
        save_readings()
        keep_lines(*store, {name: kept[name] for name in digests})
    return [found[name] for name in digests]


def _decoded(work: Work[T, V], line: str | None) -> V | None:
    """What a kept line says; None where there is none or it is damaged."""
    try:
        return None if line is None else work.decoded(line)
    except (ValueError, TypeError, AttributeError, IndexError, RecursionError):
        return None


def _lines(texts: Sequence[T], work: Work[T, V]) -> Iterator[str]:
    workers = min(os.cpu_count() or 1, len(texts) // work.worth)
    if workers < 2:
        yield from work.lines(texts)
        return
    chunks = [texts[at : at + CHUNK] for at in range(0, len(texts), CHUNK)]
    with ProcessPoolExecutor(workers, get_context("spawn")) as pool:
        for answer in pool.map(partial(_answer, work.lines), chunks):
            yield from answer.lines
            memory().adopt(answer.readings)


def _answer(reader: Reader[T], texts: Sequence[T]) -> _Answer:
    """Runs in a worker, whose readings are its own."""
    return _Answer([*reader(texts)], memory().fresh())


def key_of(asked: object, rooms: Iterable[str]) -> str:
    """The key of a store: what is asked, the dictionary, the code of `plugins/<room>`."""
    plugins = Path(__file__).parents[1]
    files = [file for room in rooms for file in sorted((plugins / room).glob("*.py"))]
    parts = f"{key_of_rules([WORDS_FILE, *files])}\n{asked!r}"
    return sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()
