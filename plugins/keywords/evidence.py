"""In which document the words of a meaning stand already: title, headings, body."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log
from typing import Literal

from plugins.documents.document import Document
from plugins.documents.html import text_of
from plugins.documents.site import Site
from plugins.keywords.query_words import Word
from plugins.keywords.questions import tells
from plugins.words.analysis import readings_of
from plugins.words.readings import Key, accepted, is_guessed, keys, shares
from plugins.words.tokens import tokens

Zone = Literal["title", "subheading", "body"]
Strength = Literal["strong", "weak", "none"]
# So far apart that a word in the title outweighs any number of words in headings, those the body
POINTS: dict[Zone, int] = {"title": 100, "subheading": 10, "body": 1}
MOST_COUNTED = 9
# What tells of a document's subject, and how much: its text mentions all sorts of things
SUBJECT: dict[Zone, float] = {"title": 2.0, "subheading": 1.0}
NEARLY = 0.5
OPTIONAL = frozenset({"verb", "adverb", "adjective", "numeral", "pronoun"})


@dataclass(frozen=True, slots=True)
class Reason:
    """Words (dictionary forms) that stand in a zone, and the points they give."""

    zone: Zone
    words: tuple[str, ...]
    points: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a document (source path) is proposed. The score is the sum of its reasons' points.

    A word in the title (which is the h1) gives 100 points, in a subheading 10, in the body 1.
    `missing` are words that the document lacks: actions and qualities, never the things named.
    """

    document: str
    score: int
    reasons: tuple[Reason, ...]
    missing: tuple[str, ...] = ()

    @property
    def strength(self) -> Strength:
        """How likely the document answers the phrase.

        strong: the title has words of it, and title and subheadings all that the document has;
        weak: title or subheadings have some; none: the words are only mentioned in the text.
        """
        named = {word for reason in self.reasons if reason.zone in SUBJECT for word in reason.words}
        if self.score < POINTS["subheading"] or not named:
            return "none"
        mentioned = {word for reason in self.reasons for word in reason.words} - named
        return "weak" if mentioned or self.score < POINTS["title"] else "strong"


class EvidenceIndex:
    """The words of a site's live documents in one language; a set of documents is a bit mask."""

    def __init__(self, site: Site, lang: str = "ru") -> None:
        mine = (d for d in site.live if d.lang == lang and d.kind != "error")
        self.documents = sorted(mine, key=lambda document: document.source)
        self._masks: dict[Zone, dict[Key, int]] = {zone: {} for zone in POINTS}
        self._counts: dict[Key, dict[int, int]] = {}
        for number, document in enumerate(self.documents):
            self._add(number, document, lang)

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
        self, words: Sequence[Word], most: int, fits: Callable[[Document], bool]
    ) -> tuple[Evidence, ...]:
        """At most so many documents about things that the words name, the nearest first.

        Title and subheadings tell what a document is about; a word tells the more, the fewer
        documents have it. One less than half as near as the nearest is none of them.
        """
        wanted = _wanted(words)
        nearness: dict[int, float] = {}
        for key in wanted:
            rarity = log(len(self.documents) / (len(self._counts.get(key, ())) or 1))
            for zone, weight in SUBJECT.items():
                for number in _bits(self._masks[zone].get(key, 0)):
                    nearness[number] = nearness.get(number, 0.0) + weight * rarity
        fitting = [n for n, near in nearness.items() if near and fits(self.documents[n])]
        fitting.sort(key=lambda n: (-nearness[n], n))
        least = NEARLY * nearness[fitting[0]] if fitting else 0.0
        found = [n for n in fitting[:most] if nearness[n] >= least]
        return tuple(self._evidence(wanted, number) for number in found)

    def _first(self, left: int, wanted: Sequence[Key]) -> int:
        """Of these documents, the one with most points."""
        for zone in POINTS:
            left = _most(left, [self._masks[zone].get(key, 0) for key in wanted])
        return min(_bits(left), key=lambda n: (-self._occurrences(wanted, n), n))

    def _add(self, number: int, document: Document, lang: str) -> None:
        headings = " \n ".join(heading.text for heading in document.headings)
        texts: tuple[tuple[Zone, str], ...] = (
            ("title", document.title),
            ("subheading", headings),
            ("body", text_of(document.body)),
        )
        for zone, text in texts:
            masks = self._masks[zone]
            for form, count in Counter(token.form for token in tokens(text)).items():
                for key in _keys(form, lang):
                    masks[key] = masks.get(key, 0) | 1 << number
                    counts = self._counts.setdefault(key, {})
                    counts[number] = counts.get(number, 0) + count

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
    """The index of a site's documents in a language, made once."""
    return EvidenceIndex(site, lang)


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


@lru_cache(maxsize=1 << 16)
def _keys(form: str, lang: str) -> frozenset[Key]:
    """The words that a form in a text may well be."""
    readings = readings_of(form, lang)
    return keys(readings) if is_guessed(readings) else accepted(shares(readings))
