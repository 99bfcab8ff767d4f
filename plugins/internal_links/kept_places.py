"""The places of phrases in many bodies: what did not change since the last build is kept."""

import json
from collections.abc import Iterator, Sequence
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from plugins.internal_links.links import Rule
from plugins.internal_links.mentions import Asked, Place, places
from plugins.words.many_texts import Store, Work, key_of, read_many

ROOMS = ("internal_links", "keywords", "words", "documents")


def places_in(
    bodies: Sequence[str], asked: Asked, cache: Path | None = None
) -> list[tuple[Place, ...]]:
    """The places in each body, in order; `cache` is a folder for what stays the same."""
    store = Store(cache / f"places-{asked.lang}.tsv", key_of(asked, ROOMS)) if cache else None
    return read_many(bodies, Work(_digest, partial(_lines, asked), _decoded), store)


def _lines(asked: Asked, bodies: Sequence[str]) -> Iterator[str]:
    """Runs in a worker: a line of JSON a body."""
    for body in bodies:
        rows = [tuple(place) for place in places(body, asked)]
        yield json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def _decoded(line: str) -> tuple[Place, ...]:
    return tuple(_place(*row) for row in json.loads(line))


def _place(phrases: list[int], *rest: Any) -> Place:
    *place, rule, covered, is_part = rest
    values = [tuple(phrases), *place, Rule(rule) if rule else None, tuple(covered), is_part]
    return Place._make(values)


def _digest(body: str) -> str:
    return sha256(body.encode("utf-8", "surrogatepass")).hexdigest()
