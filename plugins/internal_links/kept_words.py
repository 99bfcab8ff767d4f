"""Telling words of many articles: those kept from the last build, the others on every core."""

import json
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from plugins.internal_links.telling_words import ArticleTexts, TellingWords, telling_words
from plugins.words.analysis import memory, save_readings
from plugins.words.memory import WORDS_FILE, keep_lines, kept_lines, key_of_rules

FILE = "telling-words.tsv"
CHUNK = 100
# A worker takes as long to start, and to analyse common words anew, as so many articles to read
WORTH_A_WORKER = 1500
_PLUGINS = Path(__file__).parents[1]
_RULES = (
    WORDS_FILE,
    Path(__file__),
    Path(__file__).with_name("telling_words.py"),
    _PLUGINS / "keywords" / "questions.py",
    _PLUGINS / "search" / "stop_words.py",
    *sorted((_PLUGINS / "words").glob("*.py")),
)


class _Answer(NamedTuple):
    """What a worker gives back: a line an article, and the readings that it had to find."""

    lines: list[str]
    readings: dict[str, str]


def words_of(texts: Sequence[ArticleTexts], cache: Path | None = None) -> list[TellingWords]:
    """The telling words of each article, in order.

    `cache` is a folder: what is kept there is used where text and rules are the same, and what
    the site has now is kept there.
    """
    if cache is None:
        return [telling_words(text) for text in texts]
    file, key = cache / FILE, key_of_rules(_RULES, ["simplemma"])
    kept, digests = kept_lines(file, key), [_digest(text) for text in texts]
    found = {digest: _decoded(kept.get(digest)) for digest in digests}
    new = {d: text for d, text in zip(digests, texts, strict=True) if found[d] is None}
    for digest, line in zip(new, _lines([*new.values()]), strict=True):
        kept[digest] = line
        found[digest] = _decoded(line)
    if new:
        save_readings()
        keep_lines(file, key, {digest: kept[digest] for digest in digests})
    return [words for digest in digests if (words := found[digest]) is not None]


def _lines(texts: Sequence[ArticleTexts]) -> Iterator[str]:
    workers = min(os.cpu_count() or 1, len(texts) // WORTH_A_WORKER)
    if workers < 2:
        yield from map(_line, texts)
        return
    chunks = [texts[at : at + CHUNK] for at in range(0, len(texts), CHUNK)]
    with ProcessPoolExecutor(workers, get_context("spawn")) as pool:
        for answer in pool.map(_answer, chunks):
            yield from answer.lines
            memory().adopt(answer.readings)


def _answer(texts: Sequence[ArticleTexts]) -> _Answer:
    """Runs in a worker, whose readings are its own."""
    return _Answer([_line(text) for text in texts], memory().fresh())


def _line(text: ArticleTexts) -> str:
    words = telling_words(text)
    return json.dumps([words.length, words.counts], ensure_ascii=False, separators=(",", ":"))


def _decoded(line: str | None) -> TellingWords | None:
    """Words out of their line; None where there is none or it is damaged."""
    try:
        length, counts = json.loads(line or "")
        return TellingWords({str(word): float(n) for word, n in counts.items()}, float(length))
    except (ValueError, TypeError, AttributeError, RecursionError):
        return None


def _digest(text: ArticleTexts) -> str:
    return sha256("\0".join(text).encode("utf-8", "surrogatepass")).hexdigest()
