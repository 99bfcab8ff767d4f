"""Sightings that outlive the process: a file in .cache/, a line for each text searched."""

import json
from hashlib import sha256
from typing import NamedTuple

from plugins.keywords.sightings import DocumentSightings, SeenLink, Sighting, Texts
from plugins.keywords.word_counts import WordCount
from plugins.words.readings import Key


class Asked(NamedTuple):
    """What is looked for in every text: phrases in their order, and words, sorted."""

    lang: str
    phrases: tuple[str, ...]
    words: tuple[Key, ...]


ROOMS = ("keywords", "words", "documents", "language")


def encoded(seen: DocumentSightings) -> str:
    """Sightings as one line of JSON."""
    zones = {names: number for number, names in enumerate({s.zones: 0 for s in seen.sightings})}
    rows = [(zones[s.zones], *s[:1], *s[2:]) for s in seen.sightings]
    parts = (seen.source, seen.words, seen.sentences, tuple(zones), rows, seen.counts, seen.links)
    return json.dumps(parts, ensure_ascii=False, separators=(",", ":"))


def decoded(line: str) -> DocumentSightings:
    """Sightings out of their line."""
    source, words, sentences, named, rows, counts, links = json.loads(line)
    zones = [tuple(names) for names in named]
    return DocumentSightings(
        source,
        words,
        tuple(sentences),
        tuple(Sighting(row[1], zones[row[0]], *row[2:]) for row in rows),
        tuple(WordCount(zone, Key(*word), times) for zone, word, times in counts),
        tuple(SeenLink(href, text, tuple(held)) for href, text, held in links),
    )


def digest_of(texts: Texts) -> str:
    """What sightings follow from, besides phrases and rules."""
    return sha256("\0".join(texts).encode("utf-8", "surrogatepass")).hexdigest()
