"""In which document the words of a meaning stand already: title, headings, body."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Literal

from plugins.documents.document import Document
from plugins.documents.site import Site
from plugins.keywords.query_words import Word
from plugins.keywords.questions import tells
from plugins.keywords.sightings import texts_of, zones_of
from plugins.keywords.word_counts import WordCount, WordZone, word_counts
from plugins.words.readings import Key

Zone = WordZone
Strength = Literal["strong", "weak", "none"]
# So far apart that a word in the title outweighs any number of words in headings, those the body
POINTS: dict[Zone, int] = {"title": 100, "subheading": 10, "body": 1}
MOST_COUNTED = 9
# How much a word in a zone tells of what a document is about
SUBJECT: dict[Zone, float] = {"title": 2.0, "subheading": 1.5, "body": 1.0}
NEARLY, COMMON = 0.7, 0.5
ACTIONS = frozenset({"verb", "adverb"})
# Pages that sell something need not say so
BUYING = frozenset({"купить", "заказать", "приобрести", "недорого", "дешево", "buy", "order"})
OPTIONAL = frozenset({"verb", "adverb", "adjective", "numeral", "pronoun"})


@dataclass(frozen=True, slots=True)
class Reason:
    """Words (dictionary forms) that stand in a zone, and the points they give."""

    zone: Zone
    words: tuple[str, ...]
    points: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for a document (source path). The score is the sum of its reasons' points.

    A word in the title (which is the h1) gives 100 points, in a subheading 10, in the body 1.
    `missing` are words that the document lacks: of one that is proposed actions and qualities,
    never the things named.
    """

    document: str
    score: int
    reasons: tuple[Reason, ...]
    missing: tuple[str, ...] = ()

    @property
    def strength(self) -> Strength:
        """How likely the document answers the phrase.

        strong: title and subheadings have all of its words, the title some; weak: they have some;
        none: words are only mentioned in the text.
        """
        named = {word for reason in self.reasons if reason.zone != "body" for word in reason.words}
        if not named:
            return "none"
        all_words = {word for reason in self.reasons for word in reason.words} | {*self.missing}
        return "weak" if all_words - named - BUYING or self.score < POINTS["title"] else "strong"


class EvidenceIndex:
    """The words of a site's live documents in one language, as counted in each.

    Inside, a set of documents is a bit mask.
    """

    def __init__(
        self, documents: Sequence[Document], counts: Iterable[Iterable[WordCount]]
    ) -> None:
        self.documents = tuple(documents)
        self._masks: dict[Zone, dict[Key, int]] = {zone: {} for zone in POINTS}
        self._counts: dict[Key, dict[int, int]] = {}
        self._telling: dict[Key, dict[int, float]] = {}
        for number, words in enumerate(counts):
            for word in words:
                self._add(number, word)

    def best(self, words: Sequence[Word]) -> Evidence | None:
        """The first of the ranked documents; None where there is none."""
        return next(iter(self.ranked(words, 1)), None)

    def ranked(self, words: Sequence[Word], most: int) -> tuple[Evidence, ...]:
        """So many documents, those with most points first, that have all things named.

        Of equals the one where the words stand most often comes first, then the first by path.
        """
        wanted = _wanted(words)
        things = [key for key in wanted if key.word_class not in OPTIONAL] or wanted
        left = self._having_all(things)
        found: list[int] = []
        while left and len(found) < most:
            found.append(self._first(left, wanted))
            left &= ~(1 << found[-1])
        return tuple(self._evidence(wanted, number) for number in found)

    def near(
        self, words: Mapping[Key, float], most: int, fits: Callable[[Document], bool]
    ) -> tuple[Evidence, ...]:
        """At most so many documents about things that the words name, the nearest first.

        Each word comes with how much it tells of its phrase. One not nearly as near as the
        nearest is none of them; words that most documents have tell nothing beside rarer ones.
        """
        weights = {key: weight for key, weight in words.items() if tells(key.lemma)}
        things = [key for key in weights if key.word_class not in ACTIONS] or list(weights)
        nearness: dict[int, float] = {}
        for key in list(filter(self._is_rare, things)) or things:
            for number, told in self._told(key).items():
                nearness[number] = nearness.get(number, 0.0) + told * weights[key]
        nearest_first = sorted(nearness, key=lambda n: (-nearness[n], n))
        found = list(islice((n for n in nearest_first if fits(self.documents[n])), most))
        near = (n for n in found if nearness[n] >= NEARLY * nearness[found[0]])
        return tuple(self._evidence(tuple(weights), number) for number in near)

    def _is_rare(self, key: Key) -> bool:
        return len(self._counts.get(key, ())) <= COMMON * len(self.documents)

    def _told(self, key: Key) -> dict[int, float]:
        """How much a word tells of each document that has it: as much as its best zone."""
        found = self._telling.get(key)
        if found is None:
            found = self._telling[key] = {}
            for zone in reversed(POINTS):
                found |= dict.fromkeys(_bits(self._masks[zone].get(key, 0)), SUBJECT[zone])
        return found

    def _first(self, left: int, wanted: Sequence[Key]) -> int:
        """Of these documents, the one with most points."""
        for zone in POINTS:
            left = _most(left, [self._masks[zone].get(key, 0) for key in wanted])
        return min(_bits(left), key=lambda n: (-self._occurrences(wanted, n), n))

    def _add(self, number: int, word: WordCount) -> None:
        key, masks = word.word, self._masks[word.zone]
        masks[key] = masks.get(key, 0) | 1 << number
        counts = self._counts.setdefault(key, {})
        counts[number] = counts.get(number, 0) + word.times

    def _having_all(self, wanted: Iterable[Key]) -> int:
        left = (1 << len(self.documents)) - 1
        for key in wanted:
            anywhere = 0
            for zone in POINTS:
                anywhere |= self._masks[zone].get(key, 0)
            left &= anywhere
        return left

    def _occurrences(self, wanted: Iterable[Key], number: int) -> int:
        return sum(self._counts.get(key, {}).get(number, 0) for key in wanted)

    def _evidence(self, wanted: Sequence[Key], number: int) -> Evidence:
        reasons = []
        for zone, points in POINTS.items():
            here = tuple(k for k in wanted if self._masks[zone].get(k, 0) >> number & 1)
            if here:
                words = tuple(key.lemma for key in here)
                reasons.append(Reason(zone, words, points * min(len(here), MOST_COUNTED)))
        met = {word for reason in reasons for word in reason.words}
        missing = tuple(key.lemma for key in wanted if key.lemma not in met)
        score = sum(reason.points for reason in reasons)
        return Evidence(self.documents[number].source, score, tuple(reasons), missing)


@lru_cache(maxsize=4)
def evidence_index(site: Site, lang: str = "ru") -> EvidenceIndex:
    """The index of a site's live documents in a language, with every word of them."""
    documents = sorted((d for d in site.live if answers(d, lang)), key=lambda d: d.source)
    texts = (texts_of(document) for document in documents)
    return EvidenceIndex(documents, (word_counts(zones_of(text), lang) for text in texts))


def answers(document: Document, lang: str) -> bool:
    """Whether a document is one that may answer phrases of a language."""
    return document.lang == lang and document.kind != "error"


def _wanted(words: Iterable[Word]) -> tuple[Key, ...]:
    """What each word is, once; words that only ask («как», «сколько») tell nothing of a thing."""
    found = tuple(dict.fromkeys(word.key for word in words))
    return tuple(key for key in found if tells(key.lemma)) or found


def _most(left: int, masks: Iterable[int]) -> int:
    """Of the documents left, those that most of the masks hold."""
    levels = [left]
    for mask in masks:
        higher = [level & mask for level in levels]
        levels = [levels[0], *(a | b for a, b in zip(levels[1:], higher, strict=False)), higher[-1]]
    return next((level for level in reversed(levels[: MOST_COUNTED + 1]) if level), 0)


def _bits(mask: int) -> Iterator[int]:
    while mask:
        lowest = mask & -mask
        yield lowest.bit_length() - 1
        mask ^= lowest
