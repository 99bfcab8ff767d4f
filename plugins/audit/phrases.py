"""Documents as owners of key phrases: what the checks of phrases ask of them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from plugins.audit.lacking import demanded, lacking, text_words
from plugins.audit.page import Page
from plugins.audit.subject import Subject
from plugins.documents.document import Document
from plugins.documents.html import Tag, tags, text_of
from plugins.documents.stages import live
from plugins.keywords.groups import Group
from plugins.keywords.relevance_map import read_map
from plugins.keywords.sightings import Sighting
from plugins.keywords.study import Study
from plugins.language.messages import Message, message

FIRST_PARAGRAPH = "first paragraph"


class Absence(NamedTuple):
    """A group of which a document has no phrase, and the words that it lacks."""

    group: Group
    words: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Owner:
    """A live document and the groups that the map gives it, the most asked first.

    The first one is the document's main group. `page` is the document as built, if it was.
    """

    study: Study
    document: Document
    groups: tuple[Group, ...]
    page: Page | None

    @property
    def main(self) -> Group:
        """What most of those who should find the document type."""
        return self.groups[0]

    @property
    def file(self) -> str:
        """The file to mend."""
        return f"content/{self.document.source}"

    def sightings(self, group: Group) -> tuple[Sighting, ...]:
        """Where any phrase of a group stands in the document, loose places too."""
        return self.study.sightings(self.document.source, group)

    @property
    def words(self) -> int:
        """How many words the body has."""
        return self.study.seen[self.document.source].words

    def has_in(self, zone: str) -> bool:
        """Whether the main group stands in a zone, as a run or loosely."""
        return any(zone in sighting.zones for sighting in self.sightings(self.main))

    def lacks(self, text: str) -> tuple[str, ...]:
        """The words of the main group that a text lacks."""
        return lacking(self.main, text_words(text, self.study.lang), self.study.lang)

    @cached_property
    def absences(self) -> tuple[Absence, ...]:
        """The groups that stand nowhere: not in title, description, body or the built page.

        Templates add facts to texts (prices, routes), so the page has the last word; without it
        only texts to which no template adds any are judged.
        """
        if self.page is None and _gets_facts(self.document):
            return ()
        unseen = [group for group in self.groups if not _in_text(self.sightings(group))]
        if not unseen:
            return ()
        lang = self.study.lang
        words = text_words(_all_text(self.document, self.page), lang)
        found = (Absence(group, lacking(group, words, lang)) for group in unseen)
        return tuple(absence for absence in found if absence.words)

    @property
    def is_on_topic(self) -> bool:
        """Whether the document has its main group at all; if not, that alone is worth saying."""
        return all(absence.group is not self.main for absence in self.absences)


@lru_cache(maxsize=2)
def owners(subject: Subject) -> tuple[Owner, ...]:
    """Live documents to which a map gives phrases, by language and source."""
    return tuple(_owners(subject))


def _owners(subject: Subject) -> Iterator[Owner]:
    for study in subject.studies:
        for source, document in study.documents.items():
            groups = study.owned(source)
            if groups and live(document, subject.site.now):
                yield Owner(study, document, groups, subject.page_at.get(document.save_as))


def lacking_in(
    subject: Subject, zone: str, text: Callable[[Owner], str]
) -> Iterator[tuple[Owner, tuple[str, ...]]]:
    """Owners on their topic whose zone lacks words of the main group, with these words.

    `text` gives the text of the zone; an empty one is not judged.
    """
    for owner in owners(subject):
        if owner.has_in(zone) or not owner.is_on_topic:
            continue
        given = text(owner)
        words = owner.lacks(given) if given.strip() else ()
        if words:
            yield owner, words


def first_paragraph(document: Document) -> str:
    """The text of the first paragraph of a body; empty where there is none."""
    opened: Tag | None = None
    for tag in tags(document.body):
        if tag.name == "p" and tag.closing and opened:
            return text_of(document.body[opened.end : tag.start]).strip()
        if tag.name == "p" and not tag.closing:
            opened = opened or tag
    return ""


def _gets_facts(document: Document) -> bool:
    """Whether a template prints facts beside the text."""
    plain = document.template in ("", document.kind)
    return not (plain and document.kind in ("article", "page"))


def _in_text(sightings: tuple[Sighting, ...]) -> bool:
    return any(sighting.zones != ("slug",) for sighting in sightings)


def _all_text(document: Document, page: Page | None) -> str:
    """What a visitor reads; blocks that touch are parted, so that no two words make one."""
    alts = (picture.alt or "" for picture in document.pictures)
    body = text_of((page.main if page else document.body).replace("<", " <"))
    return "\n".join([document.title, document.description, body, *alts])


def missing(owner: Owner, words: tuple[str, ...]) -> Message:
    """The main phrase and which of its words are missing, for a sentence."""
    phrase = owner.main.head.phrase
    if len(words) >= len(demanded(phrase, owner.study.lang)):
        return message("«%(phrase)s»", phrase=phrase)
    return message("«%(phrase)s» (no %(words)s)", phrase=phrase, words=quoted(words))


def quoted(words: Iterable[str]) -> str:
    """Words for a sentence: «цена», «китая»."""
    return ", ".join(f"«{word}»" for word in words)


def has_map(study: Study) -> bool:
    """Whether a language has a relevance map at all: its file is there and not empty."""
    return study.map != read_map(b"", study.file, study.lang)
