"""phrase-not-in-first-paragraph: the text does not begin with what the visitor came for.

Whoever comes from a search reads the first paragraph to see whether the page answers. The words
may stand in several of its sentences. From 100 words on: a shorter text is but an introduction.
Products are not judged: their name, price and picture stand above the text.
"""

from collections.abc import Iterator

from plugins.audit.finding import Finding
from plugins.audit.phrases import FIRST_PARAGRAPH, Owner, first_paragraph, lacking_in, missing
from plugins.audit.subject import Subject
from plugins.documents import Document
from plugins.language.messages import message
from plugins.language.problems import Severity

RULE = "phrase-not-in-first-paragraph"
ADVICE = message("begin with the answer, in the visitor's own words")
LEAST_WORDS = 100
BEGINNING = 20


def phrase_not_in_first_paragraph(subject: Subject) -> Iterator[Finding]:
    """Live documents whose first paragraph lacks words of their main group."""
    for owner, words in lacking_in(subject, FIRST_PARAGRAPH, _judged):
        what = message(
            "the first paragraph does not have the key phrase %(phrase)s",
            phrase=missing(owner, words),
        )
        line = _first_line(owner.document)
        yield Finding(RULE, Severity.ADVICE, owner.file, line, what, ADVICE)


def _judged(owner: Owner) -> str:
    is_short = owner.document.kind == "product" or owner.words < LEAST_WORDS
    return "" if is_short else first_paragraph(owner.document)


def _first_line(document: Document) -> int:
    """The line where the first paragraph begins, by its first letters; 1 where markup hides it."""
    return document.line_of(first_paragraph(document)[:BEGINNING])
