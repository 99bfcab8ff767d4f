"""What a writer needs to fill a gap of the relevance map: words, questions, links."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from plugins.documents.document import Document
from plugins.documents.html import text_of
from plugins.keywords.capitals import names_in, with_capitals
from plugins.keywords.evidence import Evidence
from plugins.keywords.gap_questions import (
    open_questions,
    questions_about,
    telling_words,
)
from plugins.keywords.groups import Group
from plugins.keywords.natural_forms import natural_forms
from plugins.keywords.questions import as_question, tells
from plugins.keywords.study import Study
from plugins.words.readings import Key

MOST_LINKS = 3
BESIDE = 0.5
# So many letters of all texts say how names are written; the rest would only cost time
LETTERS = 500_000

Links = tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """A gap, for its writer.

    `forms` are of the head phrase, in cases that read naturally; `questions` are phrases of the
    map that no document answers, the gap's own first. `link_from` are live documents where words
    of the gap stand already, `link_to` products and pages about its things, which a reader is led
    on to. `group.proposed` is a document that may answer the gap as it is.
    """

    group: Group
    forms: tuple[str, ...]
    questions: tuple[str, ...]
    link_from: Links
    link_to: Links


def briefs(study: Study, most: int | None = None) -> tuple[Brief, ...]:
    """A brief for every group that the map gives no document, the most asked first.

    `most` asks for so many of them; all of a large map take a while.
    """
    gaps = [group for group in study.groups if not group.documents][:most]
    if not gaps:
        return ()
    desk = _Desk(study)
    return tuple(desk.brief(gap) for gap in gaps)


class _Desk:
    """What all briefs of a language are made from."""

    def __init__(self, study: Study) -> None:
        self.lang = study.lang
        self.index = study.evidence
        self.names = names_in(_beginnings(self.index.documents))
        self.telling = telling_words(study.groups)
        self.questions = open_questions(study.groups, study.lang)
        self.asked = frozenset(word for group in study.groups for word in group.meaning)

    def brief(self, gap: Group) -> Brief:
        head = self._written(gap.head.phrase)
        forms = () if gap.head.exact else natural_forms(head, self.lang, self.asked)
        return Brief(gap, forms, tuple(self._questions(gap)), *self._links(gap))

    def _written(self, phrase: str) -> str:
        return with_capitals(phrase.strip('"'), self.names, self.lang)

    def _questions(self, gap: Group) -> Iterable[str]:
        rows = questions_about(gap, self.questions, self.telling)
        return dict.fromkeys(as_question(self._written(row.phrase)) for row in rows)

    def _words(self, gap: Group) -> dict[Key, float]:
        """How much each word of a gap tells: in full in its head, half in its other phrases."""
        heads = {word.key for word in gap.meaning}
        return {
            key: self.telling[key.lemma] * (1 if key in heads else BESIDE)
            for key in gap.words
            if tells(key.lemma)
        }

    def _links(self, gap: Group) -> tuple[Links, Links]:
        """Documents to link from and to: none is both, unless no other mentions the gap."""
        words = self._words(gap)
        to = self.index.near(words, MOST_LINKS, _leads_on)
        aims = {evidence.document for evidence in to}
        holding = self.index.ranked(gap.meaning, MOST_LINKS + len(aims))
        others = {e.document: e for e in holding if e.document not in aims}
        if len(others) < MOST_LINKS:
            for e in self.index.near(words, MOST_LINKS, lambda d: d.source not in aims):
                others.setdefault(e.document, e)
        return tuple(others.values() or holding)[:MOST_LINKS], to


def _beginnings(documents: Sequence[Document]) -> Iterator[str]:
    for document in documents:
        yield document.description
        yield text_of(document.body[: LETTERS // len(documents)])


def _leads_on(document: Document) -> bool:
    """Whether readers go on to it: goods, services, a list of goods."""
    return document.kind in ("product", "page") or document.lists == "products"
