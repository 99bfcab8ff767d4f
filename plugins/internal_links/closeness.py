"""How close articles are to each other: an index of the words that tell most of each."""

from collections.abc import Mapping, Sequence
from heapq import nsmallest
from itertools import islice
from math import fsum, log, sqrt

from plugins.internal_links.telling_words import TellingWords

# BM25: how soon more of the same word tells nothing new, and how much a long text is held to it
SATURATION, LENGTH = 8.0, 0.75
# The words kept of an article; of them so many look for others, each word finds so many, those it
# tells most of, and so many of all found are compared word by word: never all with all
MOST_WORDS, MOST_ASKED, MOST_GIVEN, MOST_COMPARED = 40, 8, 60, 24
# Closeness is compared so exactly: the rest is the rounding of sums
DIGITS = 6

Vector = Mapping[str, float]


class ClosenessIndex:
    """The articles of one language, by number; closeness is a cosine, from 0 to 1.

    A word weighs by BM25: by how often it stands in the article (title, description and
    subheadings count more), for its length, and by how few articles have it. Only words that two
    articles share are in the index, and only the strongest of each article, the strongest first.
    """

    def __init__(self, articles: Sequence[TellingWords]) -> None:
        self._vectors = _vectors(articles)
        # Weights are negative here, so that the first is the most
        self._given: dict[str, list[tuple[float, int]]] = {}
        for number, vector in enumerate(self._vectors):
            for word, weight in vector.items():
                self._given.setdefault(word, []).append((-weight, number))
        for word, given in self._given.items():
            self._given[word] = nsmallest(MOST_GIVEN, given)

    def close_to(self, number: int, floor: float) -> dict[int, float]:
        """Articles at least so close to this one, with how close; the closest are among them."""
        own = self._vectors[number]
        words = own.keys()
        found: dict[int, float] = {}
        for other in self._likely(number):
            theirs = self._vectors[other]
            close = round(fsum(own[word] * theirs[word] for word in words & theirs.keys()), DIGITS)
            if close >= floor:
                found[other] = close
        return found

    def _likely(self, number: int) -> list[int]:
        """The articles that share most of the strongest words of this one."""
        shared: dict[int, float] = {}
        for word, weight in islice(self._vectors[number].items(), MOST_ASKED):
            for least, other in self._given[word]:
                shared[other] = shared.get(other, 0.0) + weight * least
        shared.pop(number, None)
        ranked = nsmallest(MOST_COMPARED, ((least, other) for other, least in shared.items()))
        return [other for _, other in ranked]


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
    return {word: weights[word] / whole for word in ranked[:MOST_WORDS]}
