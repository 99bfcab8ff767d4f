"""Key phrases for the head of a page, from the relevance map: Yandex still reads them."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from plugins.documents import Document
from plugins.keywords.relevance_map import KeyPhrase, read_map
from plugins.listings import Listing
from plugins.search.keys import parts, stem
from plugins.search.stop_words import STOP_WORDS

MOST = 10


def meta_keywords(here: Document | Listing, maps: Mapping[str, bytes]) -> str:
    """The phrases that the map gives to a page, the most asked first; empty where it gives none.

    `maps` are the bytes of each language's relevance map. Of phrases that differ in word forms or
    order alone the most asked stands. A list's further pages answer no phrase.
    """
    document = here.document if isinstance(here, Listing) else here
    if document is None or (isinstance(here, Listing) and here.number > 1):
        return ""
    return _by_document(maps.get(here.lang, b""), here.lang).get(document.source, "")


@lru_cache(maxsize=8)
def _by_document(data: bytes, lang: str) -> Mapping[str, str]:
    """Every document's phrases, the map read once."""
    found: dict[str, list[KeyPhrase]] = {}
    for phrase in read_map(data, "keywords.csv", lang).phrases:
        found.setdefault(phrase.document, []).append(phrase)
    return {source: ", ".join(_telling(rows, lang)) for source, rows in found.items()}


def _telling(rows: Iterable[KeyPhrase], lang: str) -> list[str]:
    told: dict[frozenset[str], str] = {}
    for row in sorted(rows, key=lambda row: -row.frequency):
        phrase = " ".join(row.phrase.replace('"', " ").replace(",", " ").split())
        words = (part for piece in phrase.casefold().split() for part in parts(piece))
        stems = frozenset(stem(w, lang) for w in words if w not in STOP_WORDS.get(lang, ()))
        told.setdefault(stems, phrase)
    return list(told.values())[:MOST]
