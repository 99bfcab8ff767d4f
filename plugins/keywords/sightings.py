"""What stands in one document: every place of every phrase, with the sentence around it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from plugins.documents.document import Document, headings_in, links_in
from plugins.documents.html import tags
from plugins.documents.visible_text import VisibleText, visible_text
from plugins.keywords.matching import Match, matches
from plugins.keywords.occurrences import slug_of_document
from plugins.keywords.phrases import Phrases
from plugins.keywords.sentences import LooseMatch, loose_matches, sentences
from plugins.keywords.slug_words import in_slug, phrases_near
from plugins.keywords.word_counts import WordCount, WordZone, word_counts
from plugins.words.readings import Key
from plugins.words.tokens import tokens

OUTSIDE = -1


class Sighting(NamedTuple):
    """One place of a phrase in a document.

    `phrase` is its index in the map; `zones` as in Occurrence; `form` the words met, of a loose
    one the whole sentence. `word` counts the words of the body before it, -1 outside the body;
    `size` counts its own words, 0 for a loose one.
    `sentences[sentence][start:end]` of the document's sightings is the place.
    """

    phrase: int
    zones: tuple[str, ...]
    exact: bool
    loose: bool
    word: int
    size: int
    sentence: int
    start: int
    end: int


class SeenLink(NamedTuple):
    """A link as its author wrote it, its text, and the phrases (indexes) in the text."""

    href: str
    text: str
    phrases: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class DocumentSightings:
    """All sightings in a document, title first, then as they stand; `words` are the body's.

    `sentences` are those that hold a sighting (the title, a description, a slug or an alt
    counts as one), each once; `counts` tell how often the words of phrases stand there; `links`
    are those of the body.
    """

    source: str
    words: int
    sentences: tuple[str, ...]
    sightings: tuple[Sighting, ...]
    counts: tuple[WordCount, ...]
    links: tuple[SeenLink, ...]

    def form(self, sighting: Sighting) -> str:
        """The words met, as they stand."""
        return self.sentences[sighting.sentence][sighting.start : sighting.end]


class Wanted(NamedTuple):
    """What is looked for: phrases in places, and words to be counted."""

    phrases: Phrases
    words: frozenset[Key]


class Texts(NamedTuple):
    """What of a document is searched; `body` is HTML."""

    source: str
    title: str
    description: str
    slug: str
    body: str


def texts_of(document: Document) -> Texts:
    """The texts of a document."""
    return Texts(
        document.source,
        document.title,
        document.description,
        slug_of_document(document),
        document.body,
    )


def zones_of(texts: Texts, seen: VisibleText | None = None) -> dict[WordZone, str]:
    """The texts that tell what a document is about; `seen` is its body if already read."""
    body = (seen or visible_text(texts.body)).text
    headings = "\n".join(heading.text for heading in headings_in(texts.body))
    return {"title": texts.title, "subheading": headings, "body": body}


def sightings_in(texts: Texts, wanted: Wanted) -> DocumentSightings:
    """Every place of every phrase, runs and loose ones, in all zones of a document."""
    finder, seen = _Finder(wanted.phrases), visible_text(texts.body)
    finder.line(texts.title, ("title", "h1"))
    finder.line(texts.description, ("description",))
    finder.slug(texts.slug)
    words = finder.body(seen)
    for tag in tags(texts.body):
        if tag.name == "img":
            finder.line(tag.attributes.get("alt", ""), ("alt",))
    return DocumentSightings(
        texts.source,
        words,
        tuple(finder.sentences),
        tuple(finder.found),
        word_counts(zones_of(texts, seen), wanted.phrases.lang, wanted.words),
        tuple(_seen_links(texts.body, wanted.phrases)),
    )


def _seen_links(body: str, phrases: Phrases) -> Iterator[SeenLink]:
    for link in links_in(body):
        text = " ".join(link.text.split())
        held = {match.phrase for match in matches(text, phrases)}
        yield SeenLink(link.href, text, tuple(sorted(held)))


class _Finder:
    """Collects the sightings of a document and the sentences that they name."""

    def __init__(self, phrases: Phrases) -> None:
        self.phrases = phrases
        self.found: list[Sighting] = []
        self.sentences: dict[str, int] = {}

    def line(self, text: str, zones: tuple[str, ...]) -> None:
        """A text that is one sentence of its own."""
        runs = matches(text, self.phrases)
        found: list[Match | LooseMatch] = [*runs, *loose_matches(text, self.phrases, runs)]
        for match in found:
            self._add(match, zones, OUTSIDE, text, 0)

    def slug(self, slug: str) -> None:
        """The last part of the address, in Latin letters."""
        for phrase in phrases_near(slug, self.phrases):
            if part := in_slug(phrase, slug, self.phrases.lang):
                start = f"-{slug}-".index(f"-{part}-")
                match = Match(phrase.index, start, start + len(part), exact=False)
                self._add(match, ("slug",), OUTSIDE, slug, 0)

    def body(self, seen: VisibleText) -> int:
        """The text that readers see; returns how many words it has."""
        words = [token.start for token in tokens(seen.text)]
        runs = matches(seen.text, self.phrases)
        loose = loose_matches(seen.text, self.phrases, runs)
        spans = list(sentences(seen.text)) if runs or loose else []
        found: list[Match | LooseMatch] = [*runs, *loose]
        for match in sorted(found, key=lambda match: (match.start, -match.end)):
            start, end = _around(spans, match)
            word = bisect_left(words, match.start)
            zones = seen.zones_at(match.start)
            self._add(match, zones, word, seen.text[start:end], start)
        return len(words)

    def _add(
        self, match: Match | LooseMatch, zones: tuple[str, ...], word: int, text: str, offset: int
    ) -> None:
        sentence = self.sentences.setdefault(text, len(self.sentences))
        loose = isinstance(match, LooseMatch)
        exact = isinstance(match, Match) and match.exact
        size = 0 if loose else len(self.phrases.all[match.phrase].words)
        place = match.start - offset, match.end - offset
        self.found.append(Sighting(match.phrase, zones, exact, loose, word, size, sentence, *place))


def _around(spans: Sequence[tuple[int, int]], match: Match | LooseMatch) -> tuple[int, int]:
    """The sentence that a match stands in; one that runs over its end takes both."""
    at = max(0, bisect_right(spans, (match.start, len(spans) and spans[-1][1])) - 1)
    start, end = spans[at]
    return min(start, match.start), max(end, match.end)
