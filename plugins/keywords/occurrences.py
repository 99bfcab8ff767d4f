"""Where key phrases stand in a text or a document: zone, place, the form met."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from plugins.documents.document import Document
from plugins.documents.html import tags
from plugins.documents.visible_text import VisibleText, visible_text
from plugins.keywords.matching import Match, matches
from plugins.keywords.phrases import Phrases, phrase_list
from plugins.keywords.sentences import LooseMatch, loose_matches
from plugins.keywords.slug_words import in_slug, phrases_near

Zone = Literal[
    "title",
    "h1",
    "description",
    "slug",
    "first paragraph",
    "subheading",
    "alt",
    "anchor",
    "body",
]


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One place of a phrase.

    `phrase` is its index in the list. `zones` are all the parts of a document that the place
    belongs to, the narrowest first (a link in the first paragraph has three); empty for a plain
    text. `start` and `end` are places in that part: in the title, the description, the slug, and
    in the HTML body for whatever stands there (the whole tag for an alt). `form` is the phrase
    as met, `exact` whether that is the phrase as given. `loose` marks a sentence that holds all
    words of the phrase in another order or with others between them.
    """

    phrase: int
    zones: tuple[str, ...]
    start: int
    end: int
    form: str
    exact: bool
    loose: bool = False


def find_phrases(
    source: str | Document, phrases: Sequence[str], lang: str = "ru"
) -> tuple[Occurrence, ...]:
    """Every place where the words of a phrase stand one after another in any form.

    A phrase in double quotes is found only as written. `lang` is the language of a plain text;
    a document knows its own.
    """
    if isinstance(source, str):
        found = matches(source, phrase_list(tuple(phrases), lang))
        return tuple(_in_text(source, (), match) for match in found)
    return tuple(_in_document(source, phrase_list(tuple(phrases), source.lang)))


def find_loose(
    source: str | Document, phrases: Sequence[str], lang: str = "ru"
) -> tuple[Occurrence, ...]:
    """Sentences of a text, or of a document's body, that hold a phrase's words, not as a run."""
    if isinstance(source, str):
        ready = phrase_list(tuple(phrases), lang)
        loose = loose_matches(source, ready, matches(source, ready))
        return tuple(_in_text(source, (), match) for match in loose)
    ready, seen = phrase_list(tuple(phrases), source.lang), _seen(source)
    loose = loose_matches(seen.text, ready, matches(seen.text, ready))
    return tuple(_in_body(seen, match) for match in loose)


def slug_of_document(document: Document) -> str:
    """The last part of a document's address; empty for a home page."""
    return document.url.rstrip("/").rpartition("/")[2]


def _in_document(document: Document, phrases: Phrases) -> Iterator[Occurrence]:
    yield from _in_line(document.title, ("title", "h1"), phrases)
    yield from _in_line(document.description, ("description",), phrases)
    yield from _in_address(document, phrases)
    seen = _seen(document)
    for match in matches(seen.text, phrases):
        yield _in_body(seen, match)
    yield from _in_alts(document, phrases)


def _in_line(text: str, zones: tuple[Zone, ...], phrases: Phrases) -> Iterable[Occurrence]:
    return (_in_text(text, zones, match) for match in matches(text, phrases))


def _in_address(document: Document, phrases: Phrases) -> Iterator[Occurrence]:
    slug = slug_of_document(document)
    for phrase in phrases_near(slug, phrases):
        if part := in_slug(phrase, slug, phrases.lang):
            start = f"-{slug}-".index(f"-{part}-")
            yield Occurrence(phrase.index, ("slug",), start, start + len(part), part, False)


def _in_alts(document: Document, phrases: Phrases) -> Iterator[Occurrence]:
    for tag in tags(document.body):
        if tag.name == "img":
            alt = tag.attributes.get("alt", "")
            for match in matches(alt, phrases):
                form = alt[match.start : match.end]
                yield Occurrence(match.phrase, ("alt",), tag.start, tag.end, form, match.exact)


def _in_text(text: str, zones: tuple[str, ...], match: Match | LooseMatch) -> Occurrence:
    form = text[match.start : match.end]
    return _occurrence(match, zones, match.start, match.end, form)


def _in_body(seen: VisibleText, match: Match | LooseMatch) -> Occurrence:
    start, end = seen.starts[match.start], seen.ends[match.end - 1]
    form = seen.text[match.start : match.end]
    return _occurrence(match, seen.zones_at(match.start), start, end, form)


def _occurrence(
    match: Match | LooseMatch, zones: tuple[str, ...], start: int, end: int, form: str
) -> Occurrence:
    if isinstance(match, LooseMatch):
        return Occurrence(match.phrase, zones, start, end, form.strip(), False, loose=True)
    return Occurrence(match.phrase, zones, start, end, form, match.exact)


@lru_cache(maxsize=64)
def _seen(document: Document) -> VisibleText:
    return visible_text(document.body)
