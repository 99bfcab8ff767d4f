"""foreign-word: a word in Latin letters stands in the interface of a Russian page.

Since 1 March 2026 (168-FZ of 24.06.2025) what is meant for consumers is in Russian; trade marks
and company names may stay. Running text is not judged: there a writer explains the word.
"""

import re
from collections.abc import Iterator

from plugins.audit.finding import Finding
from plugins.audit.page import Page
from plugins.audit.pieces import Piece, pieces, spoken_tags
from plugins.audit.subject import Subject
from plugins.language.messages import message
from plugins.language.problems import Severity

ADVICE = message("say it in Russian; if it is a trade mark, add it to content/data/trademarks.csv")
INTERFACE = frozenset(
    [
        "header",
        "nav",
        "footer",
        "button",
        "label",
        "legend",
        "summary",
        "option",
        "caption",
        "figcaption",
        "th",
        "dt",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "title",
    ]
)
NOT_WORDS = frozenset({"code", "kbd", "pre", "samp", "var", "svg"})
SPOKEN = ("placeholder", "aria-label", "title", "alt", "data-label")
# Units, names of sizes and forms of companies as they stand in documents
ALLOWED = frozenset(
    [
        "mm",
        "cm",
        "km",
        "kg",
        "kw",
        "kwh",
        "hz",
        "mhz",
        "ghz",
        "db",
        "rpm",
        "ip",
        "ral",
        "dn",
        "pn",
        "led",
        "usb",
        "hdmi",
        "xs",
        "xl",
        "xxl",
        "co",
        "ltd",
        "llc",
    ]
)
_MASKED = re.compile(
    r"\S+@\S+|\b(?:https?://|www\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:/\S*)?\b", re.IGNORECASE
)
_WORD = re.compile(r"(?<![\w-])(?=[A-Za-z][A-Za-z'’‑-])[A-Za-z'’]+(?:[-‑][A-Za-z]+)*(?![\w-])")
_ROMAN = re.compile(r"[IVXLC]+")


def foreign_word(subject: Subject) -> Iterator[Finding]:
    """Such words, each once a page; those of header and footer once for all pages."""
    pages = [p for p in subject.pages if p.lang == "ru" and "refresh" not in p.meta]
    if pages:
        allowed = ALLOWED | subject.law.words | _own_names(subject)
        everywhere: set[str] = set()
        for page in pages:
            for word in _words(page, allowed, everywhere):
                what = message("a foreign word in the interface: «%(word)s»", word=word)
                file, line = subject.file_of(page), subject.line_of(page, word)
                yield Finding("foreign-word", Severity.WARNING, file, line, what, ADVICE)


def _words(page: Page, allowed: frozenset[str], everywhere: set[str]) -> Iterator[str]:
    """The words to say in Russian; `everywhere` gathers those of the frame of pages."""
    seen = set(everywhere)
    for text, in_frame in _interface(page):
        for word in _WORD.findall(_MASKED.sub(" ", text)):
            if in_frame and not _is_allowed(word, allowed):
                everywhere.add(word)
            if word not in seen and not _is_allowed(word, allowed):
                seen.add(word)
                yield word


def _is_allowed(word: str, allowed: frozenset[str]) -> bool:
    plain = word.lower().replace("‑", "-")
    if _ROMAN.fullmatch(word):
        return True
    return plain in allowed or all(part in allowed for part in plain.split("-"))


def _interface(page: Page) -> Iterator[tuple[str, bool]]:
    """Texts of the interface, and what its elements say to a screen reader or on a phone.

    With each, whether it stands in the frame of the page: its header or its footer.
    """
    for piece in pieces(page.html):
        if _is_interface(piece):
            yield piece.text, bool(piece.names & {"header", "footer"})
    for tag, lang in spoken_tags(page.html):
        if "=" in tag.text and tag.name != "link" and lang in ("", "ru"):
            yield from ((tag.attributes[n], False) for n in SPOKEN if n in tag.attributes)


def _is_interface(piece: Piece) -> bool:
    if piece.lang not in ("", "ru") or piece.names & NOT_WORDS:
        return False
    return bool(piece.names & INTERFACE) or any(_is_button(tag.attributes) for tag in piece.within)


def _is_button(attributes: dict[str, str]) -> bool:
    return "button" in attributes.get("class", "").split() or attributes.get("role") == "button"


def _own_names(subject: Subject) -> frozenset[str]:
    """Words of the firm's own names: they stand in the register of companies."""
    company = subject.company
    texts = [company.brand, company.short_name, company.legal_name]
    texts += [person.name for person in company.people]
    text = " ".join(text.in_language(lang) for text in texts for lang in ("ru", "en"))
    return frozenset(word.lower() for word in _WORD.findall(text))
