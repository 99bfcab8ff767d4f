"""How close articles are to each other: an index of the words that tell most of each."""

from collections.abc import Mapping, Sequence
from math import log, sqrt

from plugins.internal_links.telling_words import TellingWords

# BM25: how soon more of the same word tells nothing new, and how much a long text is held to it
SATURATION, LENGTH = 8.0, 0.75
# An article is asked for by so many words, and a word gives so many articles: those it tells most
MOST_ASKED, MOST_GIVEN = 24, 200
# Scores are compared so exactly; what stands behind is the order of additions
DIGITS = 6

Vector = Mapping[str, float]


class ClosenessIndex:
    """The articles of one language, by number; closeness is a cosine, from 0 to 1.

    A word weighs by BM25: by how often it stands in the article (title, description and
    subheadings count more), for its length, and by how few articles have it. Only words that two
    articles share are in the index, and only the strongest of each article.
    """

    def __init__(self, articles: Sequence[TellingWords]) -> None:
        self._vectors = _vectors(articles)
        self._given: dict[str, list[tuple[float, int]]] = {}
        for number, vector in enumerate(self._vectors):
            for word, weight in vector.items():
                self._given.setdefault(word, []).append((weight, number))
        for word, given in self._given.items():
            self._given[word] = sorted(given, key=lambda g: (-g[0], g[1]))[:MOST_GIVEN]

    def close_to(self, number: int, floor: float) -> dict[int, float]:
        """The articles that are at least so close to this one, with how close."""
        found: dict[int, float] = {}
        for word, weight in self._vectors[number].items():
            for theirs, other in self._given[word]:
                found[other] = found.get(other, 0.0) + weight * theirs
        found.pop(number, None)
        return {other: round(close, DIGITS) for other, close in found.items() if close >= floor}


def _vectors(articles: Sequence[TellingWords]) -> list[Vector]:
    """The strongest shared words of each article, weighed."""
    holders: dict[str, int] = {}
    for article in articles:
        for word in article.counts:
            holders[word] = holders.get(word, 0) + 1
    rarity = {
        word: sqrt(log(1 + (len(articles) - n + 0.5) / (n + 0.5))) for word, n in holders.items()
    }
    usual = sum(article.length for article in articles) / (len(articles) or 1) or 1.0
    shared = {word for word, count in holders.items() if count > 1}
    return [_vector(article, rarity, usual, shared) for article in articles]


def _vector(
    article: TellingWords, rarity: Mapping[str, float], usual: float, shared: set[str]
) -> Vector:
    held = SATURATION * (1 - LENGTH + LENGTH * article.length / usual)
    weights = {
        word: count / (count + held) * rarity[word] for word, count in article.counts.items()
    }
    whole = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    ranked = sorted((w for w in weights if w in shared), key=lambda w: (-weights[w], w))
    return {word: weights[word] / whole for word in ranked[:MOST_ASKED]}
