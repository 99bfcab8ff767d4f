"""consent-not-apart: consent to processing is no document of its own.

Since 1 September 2025 (156-FZ of 24.06.2025) it is drawn up apart from any other document.
"""

import re
from collections.abc import Iterator

from plugins.audit.finding import Finding
from plugins.audit.subject import Subject
from plugins.documents import Document
from plugins.documents.html import text_of
from plugins.language.messages import Message, message
from plugins.language.problems import Severity

RULE = "consent-not-apart"
NONE_ADVICE = message("write the consent as a page of its own, apart from the offer")
INSIDE_ADVICE = message("move the consent to its own page and leave a link here")
BUTTON_ADVICE = message(
    "put a box that is not ticked before the button, with a link to the consent"
)
_GIVEN = re.compile(
    r"(?:да(?:ю|ёт|ет|ёте|ете)\s+(?:\w+\s+)?согласие|соглаша(?:юсь|етесь|ется))\s+(?:\w+\s+)?"
    r"на\s+обработку|(?:gives?|giving)\s+(?:\w+\s+)?consent\s+to\s+(?:the\s+)?processing",
    re.IGNORECASE,
)
_HEADING = re.compile(r"^согласие на обработку|^consent to (?:the )?processing", re.IGNORECASE)
_BY_BUTTON = re.compile(
    r"(?:нажима[яю]\w*|нажав)[^.!?]{0,60}?(?:соглаша\w+|да[её]\w*\s+(?:\w+\s+)?согласие)"
    r"|by\s+(?:pressing|clicking|submitting)[^.!?]{0,60}?(?:agree|consent)",
    re.IGNORECASE,
)


def consent_not_apart(subject: Subject) -> Iterator[Finding]:
    """An offer without a consent beside it or with one inside; consent by pressing a button."""
    for document in subject.site.live:
        text = " ".join(text_of(document.body).split())
        if document.translation_key == subject.law.pages.offer:
            yield from _offer(subject, document, text)
        if found := _BY_BUTTON.search(text):
            what = message(
                "consent by pressing a button is not enough: «%(words)s»", words=found[0]
            )
            yield _finding(document, document.line_of(found[0]), what, BUTTON_ADVICE)


def _offer(subject: Subject, offer: Document, text: str) -> Iterator[Finding]:
    consent = subject.site.find(f"{offer.lang}/{subject.law.pages.consent}")
    if consent is None or consent.words == 0 or consent.url == offer.url:
        what = message("there is an offer, but no consent to processing as a document of its own")
        yield _finding(offer, 0, what, NONE_ADVICE)
    heading = next((h.text for h in offer.headings if _HEADING.search(h.text)), "")
    given = _GIVEN.search(text)
    if words := heading or (given[0] if given else ""):
        what = message("the offer holds the consent to processing: «%(words)s»", words=words)
        yield _finding(offer, offer.line_of(words), what, INSIDE_ADVICE)


def _finding(document: Document, line: int, what: Message, advice: Message) -> Finding:
    return Finding(RULE, Severity.ERROR, f"content/{document.source}", line, what, advice)
