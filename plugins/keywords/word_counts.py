"""How often the words of key phrases stand in a document, by zone."""

from collections import Counter
from collections.abc import Collection, Mapping
from functools import lru_cache
from typing import Literal, NamedTuple

from plugins.words.analysis import readings_of
from plugins.words.readings import Key, accepted, is_guessed, keys, shares
from plugins.words.tokens import tokens

WordZone = Literal["title", "subheading", "body"]


class WordCount(NamedTuple):
    """A word that forms in a zone may well be, and how many of them there are."""

    zone: WordZone
    word: Key
    times: int


def word_counts(
    texts: Mapping[WordZone, str], lang: str, wanted: Collection[Key] | None = None
) -> tuple[WordCount, ...]:
    """The words of each zone's text; of the `wanted` ones only, if they are given."""
    found: list[WordCount] = []
    for zone, text in texts.items():
        counts: dict[Key, int] = {}
        for form, count in Counter(token.form for token in tokens(text)).items():
            for key in _words(form, lang):
                if wanted is None or key in wanted:
                    counts[key] = counts.get(key, 0) + count
        found += (WordCount(zone, key, count) for key, count in counts.items())
    return tuple(found)


@lru_cache(maxsize=1 << 16)
def _words(form: str, lang: str) -> frozenset[Key]:
    """The words that a form in a text may well be."""
    readings = readings_of(form, lang)
    return keys(readings) if is_guessed(readings) else accepted(shares(readings))
