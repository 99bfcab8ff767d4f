"""A page as it is given to Pagefind, and as visitors then read it in a list of results.

Pagefind is given keys instead of words, in a page of our own; a piece of text with several keys
takes several places. What it writes for the list of results holds those keys, too, so the text
goes back in, with a character that nobody sees (EXTRA) in the further places.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Protocol

from plugins.documents import Document
from plugins.search.keys import END, parts
from plugins.search.page_text import PageText

EXTRA = "\u2060"
NO_KEY = "."
# By which name a title is weighed (theme/static/search.js), and how much a word of a text counts
FIRST, BEHIND = ("title", 1), ("headline", 0.05)


class KnowsKeys(Protocol):
    """What finds the keys of a text (remembered.Keys)."""

    def of(self, piece: str) -> list[str]:
        """The closed keys of a piece of text between two spaces."""


@dataclass(frozen=True)
class Staged:
    """`name` is the file for Pagefind, `html` its text, `fragment` what results show."""

    name: str
    html: str
    fragment: dict[str, Any]


@dataclass(frozen=True)
class Words:
    """What a language calls things: the firm's `brand`, and `labels` of kinds, «Статья»."""

    brand: str
    labels: Mapping[str, str]


def staged(document: Document, text: PageText, keys: KnowsKeys, words: Words) -> Staged:
    """A page for Pagefind."""
    # Whoever asks for a stove does not mean a firm that is called so; the home page stands for it
    brand = "" if document.kind == "home" else words.brand
    places = _places(text.pieces, keys, brand)
    content = " ".join(
        " ".join([piece, *[EXTRA] * (len(here) - 1)])
        for piece, here in zip(text.pieces, places, strict=True)
    )
    starts = [0]
    for here in places:
        starts.append(starts[-1] + max(len(here), 1))
    title = text.title or document.title
    label = words.labels.get(document.kind, "")
    fragment = {
        "url": f"/{document.url}",
        "content": content,
        "word_count": starts[-1],
        "filters": {},
        "meta": {"title": title, "label": label},
        "anchors": [
            {"element": s.level, "id": s.id, "text": s.title, "location": starts[s.at]}
            for s in text.sections
        ],
    }
    called = [*title.split(), *text.name.split()]
    named = [key for here in _places(called, keys, brand) for key in here]
    body = [key for here in places for key in here or [NO_KEY]]
    is_behind = text.last or document.kind == "article" or document.lists == "articles"
    weighed = BEHIND if is_behind else FIRST
    return Staged(_name(document), _html(document, weighed, [named, body], content), fragment)


def _places(pieces: list[str], keys: KnowsKeys, brand: str) -> list[list[str]]:
    """The keys of each piece of a text; none where the brand stands."""
    found = [keys.of(piece) for piece in pieces]
    named = [parts(piece) for piece in brand.split()]
    if named:
        words = [parts(piece) for piece in pieces]
        for at, word in enumerate(words):
            if word == named[0] and words[at : at + len(named)] == named:
                found[at : at + len(named)] = [[] for _ in named]
    return found


def _name(document: Document) -> str:
    return f"{sha256(document.save_as.encode()).hexdigest()[:16]}.html"


def _html(
    document: Document, weighed: tuple[str, float], keys: list[list[str]], content: str
) -> str:
    """Keys need no escaping. The last one makes the name of Pagefind's file follow the text."""
    (field, weight), (title, body) = weighed, keys
    digest = sha256(content.encode()).hexdigest()[:12]
    return (
        f'<html lang="{document.lang}"><body data-pagefind-body>'
        f'<p data-pagefind-meta="{field}" data-pagefind-ignore>{" ".join(title)}</p>'
        f'<p data-pagefind-meta="text" data-pagefind-ignore>{END}{digest}</p>'
        f'<p data-pagefind-weight="{weight}">{" ".join(body)}</p></body></html>'
    )
