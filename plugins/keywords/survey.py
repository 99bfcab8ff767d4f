"""The sightings in many documents: those kept from the last run, the others on every core."""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from plugins.keywords.kept_sightings import (
    Asked,
    decoded,
    digest_of,
    encoded,
    keep_lines,
    kept_lines,
    key_of,
)
from plugins.keywords.phrases import phrase_list
from plugins.keywords.sightings import DocumentSightings, Texts, Wanted, sightings_in
from plugins.words.analysis import memory, save_readings

Progress = Callable[[float], None]
CHUNK = 25
# A worker takes as long to start as so many documents take to read
WORTH_A_WORKER = 100


class _Answer(NamedTuple):
    """What a worker gives back: a line a text, and the readings that it had to find."""

    lines: list[str]
    readings: dict[str, str]


def survey(
    texts: Sequence[Texts],
    asked: Asked,
    cache: Path | None = None,
    progress: Progress = lambda _: None,
) -> dict[str, DocumentSightings]:
    """The sightings in each text, by its source.

    `cache` is a folder; what stands there is used where the text, what is asked and the rules
    are the same, and what the site has now is kept there. `progress` takes the share done.
    """
    if cache is None:
        wanted = _wanted(asked)
        return {text.source: sightings_in(text, wanted) for text in texts}
    file, key = cache / f"keywords-{asked.lang}.tsv", key_of(asked)
    kept, digests = kept_lines(file, key), {text.source: digest_of(text) for text in texts}
    found = {text.source: decoded(text.source, kept.get(digests[text.source])) for text in texts}
    new = [text for text in texts if found[text.source] is None]
    for number, (text, line) in enumerate(zip(new, _lines(new, asked), strict=True), 1):
        kept[digests[text.source]] = line
        found[text.source] = decoded(text.source, line)
        progress(number / len(new))
    if new:
        save_readings()
        keep_lines(file, key, {digest: kept[digest] for digest in digests.values()})
    return {source: seen for source, seen in found.items() if seen is not None}


def _lines(texts: Sequence[Texts], asked: Asked) -> Iterator[str]:
    workers = min(os.cpu_count() or 1, len(texts) // WORTH_A_WORKER)
    if workers < 2:
        yield from _read(texts, asked)
        return
    with ProcessPoolExecutor(workers, get_context("spawn")) as pool:
        for answer in pool.map(partial(_answer, asked), _chunked(texts)):
            yield from answer.lines
            memory().adopt(answer.readings)


def _answer(asked: Asked, texts: Sequence[Texts]) -> _Answer:
    """Runs in a worker, whose readings are its own."""
    return _Answer(list(_read(texts, asked)), memory().fresh())


def _read(texts: Sequence[Texts], asked: Asked) -> Iterator[str]:
    wanted = _wanted(asked)
    return (encoded(sightings_in(text, wanted)) for text in texts)


def _wanted(asked: Asked) -> Wanted:
    return Wanted(phrase_list(asked.phrases, asked.lang), frozenset(asked.words))


def _chunked(texts: Sequence[Texts]) -> Iterator[list[Texts]]:
    left = iter(texts)
    while some := list(islice(left, CHUNK)):
        yield some
