"""How the report calls zones, states and files."""

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from functools import lru_cache

from plugins.language.messages import message
from plugins.language.slugs import slug_of

LONGEST_NAME = 60
_PLAIN = re.compile("[a-z0-9]+(?:-[a-z0-9]+)*")


class State(StrEnum):
    """Whether readers can find the answer to a group of phrases."""

    ANSWERED = "answered"
    PLANNED = "planned"
    GAP = "gap"
    LOST = "lost"


STATES = {
    State.ANSWERED: message("has a document"),
    State.PLANNED: message("not live yet"),
    State.GAP: message("no document"),
    State.LOST: message("document not found"),
}
# In the order of a page. The theme prints the title as h1: to people the two are one.
ZONES = {
    "title": message("title"),
    "description": message("description"),
    "slug": message("address"),
    "first paragraph": message("first paragraph"),
    "subheading": message("subheadings"),
    "alt": message("alt texts"),
    "anchor": message("link texts"),
    "body": message("text"),
}


def narrow(zones: Sequence[str]) -> Iterator[str]:
    """The zones of one place; the text as a whole only where it is in no part of it."""
    return (zone for zone in zones if zone != "body" or len(zones) == 1)


def zone_names(zones: Iterable[str], lang: str) -> str:
    """Zones for people, in the order of a page."""
    held = set(zones)
    return ", ".join(name.in_language(lang) for zone, name in ZONES.items() if zone in held)


@lru_cache
def zone_titles(lang: str) -> tuple[str, ...]:
    """All zones for people."""
    return tuple(name.in_language(lang) for name in ZONES.values())


def page_names(folder: str, texts: Iterable[str]) -> tuple[str, ...]:
    """A file for each text, in Latin letters: `phrases/ru-pech-dlya-pitstsy.html`.

    No two are equal, whatever the file system thinks of letter case.
    """
    taken: set[str] = set()
    found = []
    for text in texts:
        stem = _stem(text)[:LONGEST_NAME].strip("-") or "x"
        name, number = stem, 1
        while name in taken:
            number += 1
            name = f"{stem}-{number}"
        taken.add(name)
        found.append(f"{folder}/{name}.html")
    return tuple(found)


def _stem(text: str) -> str:
    plain = text.lower()
    return plain if _PLAIN.fullmatch(plain) else slug_of(text)
