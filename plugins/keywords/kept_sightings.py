"""Sightings that outlive the process: a file in .cache/, a line for each text searched."""

import json
import os
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from plugins.keywords.sightings import DocumentSightings, SeenLink, Sighting, Texts
from plugins.keywords.word_counts import WordCount
from plugins.words.memory import LONE_SURROGATES, WORDS_FILE, key_of_rules
from plugins.words.readings import Key


class Asked(NamedTuple):
    """What is looked for in every text: phrases in their order, and words, sorted."""

    lang: str
    phrases: tuple[str, ...]
    words: tuple[Key, ...]


ROOMS = ("keywords", "words", "documents", "language")
END = "end"


def encoded(seen: DocumentSightings) -> str:
    """Sightings as one line of JSON."""
    zones = {names: number for number, names in enumerate({s.zones: 0 for s in seen.sightings})}
    rows = [(zones[s.zones], *s[:1], *s[2:]) for s in seen.sightings]
    parts = (seen.words, seen.sentences, tuple(zones), rows, seen.counts, seen.links)
    return json.dumps(parts, ensure_ascii=False, separators=(",", ":"))


def decoded(source: str, line: str | None) -> DocumentSightings | None:
    """Sightings out of their line; None where there is none or it is damaged."""
    try:
        words, sentences, named, rows, counts, links = json.loads(line or "")
        zones = [tuple(names) for names in named]
        return DocumentSightings(
            source,
            words,
            tuple(sentences),
            tuple(Sighting(row[1], zones[row[0]], *row[2:]) for row in rows),
            tuple(WordCount(zone, Key(*word), times) for zone, word, times in counts),
            tuple(SeenLink(href, text, tuple(held)) for href, text, held in links),
        )
    except (ValueError, TypeError, IndexError, RecursionError):
        return None


def digest_of(texts: Texts) -> str:
    """What sightings follow from, besides phrases and rules."""
    return sha256("\0".join(texts).encode("utf-8", "surrogatepass")).hexdigest()


def key_of(asked: Asked) -> str:
    """What is asked, dictionary and the code itself: with another key nothing kept is of use."""
    rooms = Path(__file__).parents[1]
    files = (file for room in ROOMS for file in sorted((rooms / room).glob("*.py")))
    parts = (key_of_rules([WORDS_FILE, *files]), repr(asked))
    return sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def kept_lines(file: Path, key: str) -> dict[str, str]:
    """Digest to line; nothing where the file is missing, foreign or damaged."""
    try:
        first, *lines = file.read_text("utf-8", errors=LONE_SURROGATES).split("\n")
    except (OSError, ValueError):
        return {}
    if first != key or lines[-1:] != [END]:
        return {}
    parted = (line.partition("\t") for line in lines[:-1])
    return {digest: line for digest, tab, line in parted if tab}


def keep_lines(file: Path, key: str, lines: Mapping[str, str]) -> None:
    """Write the file in one step; no disk is no error."""
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
        with os.fdopen(handle, "w", encoding="utf-8", errors=LONE_SURROGATES) as written:
            written.write("\n".join([key, *_rows(lines), END]))
        Path(name).replace(file)


def _rows(lines: Mapping[str, str]) -> Iterable[str]:
    return (f"{digest}\t{line}" for digest, line in lines.items())
