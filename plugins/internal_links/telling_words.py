"""Which words tell what an article is about, and how strongly: counts of dictionary forms."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from html import unescape
from typing import NamedTuple

from plugins.documents import Document
from plugins.keywords.questions import tells
from plugins.search.stop_words import STOP_WORDS
from plugins.words.analysis import readings_of
from plugins.words.readings import Key, accepted, shares
from plugins.words.tokens import folded

# How many times in the body a word elsewhere counts. A subheading stands in the body as well
TITLE, SUMMARY, SUBHEADING, BODY = 6.0, 2.0, 1.0, 1.0
# A word that the body has but once is said in passing
LEAST = 2.0
MOST_WORDS = 64
# How much of a subject a word of a class tells: things most, what is done to them less, «также»
# and «пять» nothing. Words in Latin letters have no class
CLASSES = {"noun": 1.0, "adjective": 0.7, "verb": 0.4}
# «этот», «свой», «другой»
_PRONOMINAL = "Apro"
# Code is the same in articles about different things; what is written in a sentence is kept
# What is not closed goes on to the end: a body full of it is still read once
_UNREAD = re.compile(
    r"<(pre|script|style)\b.*?(?:</\1>|\Z)|<!--.*?(?:-->|\Z)|https?://[^\s<\"']+",
    re.DOTALL | re.IGNORECASE,
)
_SUBHEADING = re.compile(r"<h[2-6]\b[^<>]*>(.*?)(?:</h[2-6]>|\Z)", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_ENGLISH_PASSING = """also another any anything because before after both each even every few first
get give go just keep last let like long made make many may more most must nothing now off once one
only other out own put same say see should some such take thing through time too two until up use
used very want way well while within without yes yet"""
_PASSING = frozenset().union(*STOP_WORDS.values(), _ENGLISH_PASSING.split())
_CYRILLIC = re.compile("[а-яё]")
_WORD = re.compile(r"[^\W\d_][\w\u0301\u00ad\u2011-]*[^\W_]")


class ArticleTexts(NamedTuple):
    """The texts of an article that tell what it is about; `body` is HTML."""

    lang: str
    title: str
    summary: str
    body: str


class TellingWords(NamedTuple):
    """Dictionary forms with what they count, the most first, and the count of all words."""

    counts: Mapping[str, float]
    length: float


def article_texts(document: Document) -> ArticleTexts:
    """The texts of an article; its tags belong to what its author says of it."""
    summary = " ".join((document.description, *document.tags))
    return ArticleTexts(document.lang, document.title, summary, document.body)


def telling_words(texts: ArticleTexts) -> TellingWords:
    """The words of an article that tell most, each form taken for the words it may well be."""
    forms: dict[str, float] = {}
    for zone, weight in _zones(texts):
        for form, times in Counter(_WORD.findall(zone.lower())).items():
            forms[form] = forms.get(form, 0.0) + times * weight
    counts: dict[str, float] = {}
    for form, count in forms.items():
        for lemma, share in _lemmas(form, texts.lang):
            counts[lemma] = counts.get(lemma, 0.0) + count * share
    ranked = sorted((-round(count, 2), word) for word, count in counts.items() if count >= LEAST)
    strongest = {word: -count for count, word in ranked[:MOST_WORDS]}
    return TellingWords(strongest, round(sum(counts.values()), 2))


def _zones(texts: ArticleTexts) -> Iterator[tuple[str, float]]:
    body = _UNREAD.sub(" ", texts.body)
    subheadings = _TAG.sub("", " ".join(_SUBHEADING.findall(body)))
    yield texts.title, TITLE
    yield texts.summary, SUMMARY
    yield unescape(subheadings), SUBHEADING
    yield unescape(_TAG.sub(" ", body)), BODY


@lru_cache(maxsize=1 << 17)
def _lemmas(form: str, lang: str) -> tuple[tuple[str, float], ...]:
    """The words a form may well be, each with its weight; none that tells nothing of a subject."""
    word = folded(form)
    if word in _PASSING:
        return ()
    readings = readings_of(word, lang)
    weights = shares(readings)
    likely = accepted(weights)
    total = sum(weights[key] for key in likely)
    pronominal = {r.key for r in readings if _PRONOMINAL in r.grammemes}
    named: dict[str, float] = {}
    for key in sorted(likely - pronominal):
        if (telling := _telling(key)) > 0:
            named[key.lemma] = named.get(key.lemma, 0.0) + telling * weights[key] / total
    return tuple(named.items())


def _telling(key: Key) -> float:
    if not tells(key.lemma):
        return 0.0
    return CLASSES.get(key.word_class, 0.0) if _CYRILLIC.search(key.lemma) else 1.0
