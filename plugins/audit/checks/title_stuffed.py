"""title-stuffed: a title, a description or an alt says one word over and over.

By dictionary form, names and function words aside: 3 times in a title or an alt, 4 times in a
description. In 29 honest Russian articles and the shipped site no title has a word more than
twice, no description more than three times. Phrases may stand there in any form: this is what
keeps that from being a licence.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

from plugins.audit.finding import Finding
from plugins.audit.subject import Subject
from plugins.documents import Document
from plugins.language.messages import Message, message
from plugins.language.problems import Severity
from plugins.words.analysis import readings_of
from plugins.words.tokens import tokens

RULE = "title-stuffed"
ADVICE = message("say it once; the other words should tell what only this page has")
SIGNIFICANT = frozenset({"noun", "adjective", "verb"})


class _Place(NamedTuple):
    """A text, its line, from how many times on a word is too many, and how to say so."""

    text: str
    line: int
    bound: int
    said: Callable[[str, int], Message]


def title_stuffed(subject: Subject) -> Iterator[Finding]:
    """Titles, descriptions and alts of live documents that repeat a word."""
    for document in subject.site.live:
        for place in _places(document):
            word, times = _commonest(place.text, document.lang)
            if times >= place.bound:
                what = place.said(word, times)
                file = f"content/{document.source}"
                yield Finding(RULE, Severity.WARNING, file, place.line, what, ADVICE)


def _places(document: Document) -> Iterator[_Place]:
    yield _Place(document.title, document.key_line("title"), 3, _in_title)
    yield _Place(document.description, document.key_line("description"), 4, _in_description)
    for picture in document.pictures:
        if picture.alt:
            yield _Place(picture.alt, document.line_of(picture.alt), 3, _in_alt)


def _in_title(word: str, times: int) -> Message:
    return message("«%(word)s» stands %(times)s times in the title", word=word, times=times)


def _in_description(word: str, times: int) -> Message:
    return message("«%(word)s» stands %(times)s times in the description", word=word, times=times)


def _in_alt(word: str, times: int) -> Message:
    return message("«%(word)s» stands %(times)s times in one alt", word=word, times=times)


def _commonest(text: str, lang: str) -> tuple[str, int]:
    """The significant word, by dictionary form, that stands most often, and how often."""
    words = (max(readings_of(t.form, lang), key=lambda r: r.weight).key for t in tokens(text))
    counts = Counter(w.lemma for w in words if w.word_class in SIGNIFICANT or lang != "ru")
    return max(((w, n) for w, n in counts.items() if len(w) > 3), key=_times, default=("", 0))


def _times(counted: tuple[str, int]) -> tuple[int, str]:
    return counted[1], counted[0]
