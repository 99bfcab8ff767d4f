"""The page of a group: each phrase with its sentences, and what links to its document."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from plugins.keywords.sightings import Sighting
from plugins.keywords.study import Anchor
from plugins.reports.keywords.facts import DocumentFacts, Facts, GroupFacts, PhraseFacts
from plugins.reports.keywords.figures import number
from plugins.reports.keywords.names import ZONES
from plugins.reports.keywords.quotes import Tongue, quotes

# The page is for reading; every place is in places.csv.
MOST_LOOSE, MOST_DOCUMENTS, MOST_QUOTES, MOST_LINKS = 5, 5, 2, 30


@dataclass(frozen=True, slots=True)
class Other:
    """Another document with a phrase: how often it stands there, and the first sentences."""

    document: DocumentFacts
    count: int
    quotes: Markup


@dataclass(frozen=True, slots=True)
class Section:
    """A phrase on its page; `more` and `loose` count the documents that are not shown."""

    phrase: PhraseFacts
    document: DocumentFacts | None
    zones: Sequence[tuple[str, str]]
    missing: Sequence[str]
    quotes: Markup
    hidden: int
    elsewhere: Sequence[Other]
    more: int
    loose: int


@dataclass(frozen=True, slots=True)
class Link:
    """A link to the document of a group; whether its text holds a phrase of the group."""

    document: DocumentFacts
    text: str
    holds: bool


def sections(group: GroupFacts, facts: Facts, lang: str) -> list[Section]:
    """A section for each phrase of a group, for a reader of a language."""
    return [_section(phrase, facts, lang) for phrase in group.phrases]


def links(group: GroupFacts, facts: Facts) -> list[Link]:
    """The links to the group's document, those whose text holds a phrase first."""
    wanted = group.indexes

    def link(anchor: Anchor) -> Link:
        return Link(facts.documents[anchor.source], anchor.text, bool(anchor.phrases & wanted))

    here = (anchor for anchor in group.anchors if anchor.source in facts.documents)
    return sorted(map(link, here), key=lambda found: not found.holds)


def _section(phrase: PhraseFacts, facts: Facts, lang: str) -> Section:
    def told(source: str, places: Sequence[Sighting]) -> Markup:
        if not places:
            return Markup()
        words = facts.ready.all[phrase.index]
        return quotes(facts.study.seen[source], places, words, Tongue(facts.lang, lang))

    own = [s for s in phrase.own if not s.loose]
    loose = [s for s in phrase.own if s.loose]
    counts = phrase.zone_counts()
    held = [found for found in phrase.elsewhere if found.runs]
    return Section(
        phrase,
        facts.documents.get(phrase.document),
        [
            (name.in_language(lang), number(counts[zone], lang))
            for zone, name in ZONES.items()
            if counts[zone]
        ],
        [name.in_language(lang) for zone, name in ZONES.items() if not counts[zone]],
        told(phrase.document, [*own, *loose[:MOST_LOOSE]]),
        len(loose[MOST_LOOSE:]),
        [
            Other(
                facts.documents[found.source],
                found.runs,
                told(found.source, [s for s in found.places if not s.loose][:MOST_QUOTES]),
            )
            for found in held[:MOST_DOCUMENTS]
        ],
        len(held[MOST_DOCUMENTS:]),
        len(phrase.elsewhere) - len(held),
    )
