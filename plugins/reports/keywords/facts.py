"""What the report says of one language: phrases, groups, documents."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from plugins.documents import Document
from plugins.keywords.evidence import Evidence
from plugins.keywords.groups import Group
from plugins.keywords.phrases import Phrases, phrase_list
from plugins.keywords.relevance_map import KeyPhrase
from plugins.keywords.sightings import Sighting
from plugins.keywords.study import Anchor, Study
from plugins.reports.keywords.concerns import CONFLICTS, Judgement
from plugins.reports.keywords.names import State

Places = tuple[Sighting, ...]


class Elsewhere(NamedTuple):
    """The places of a phrase in a document (source) that does not answer it."""

    source: str
    places: Places
    runs: int


@dataclass(frozen=True, eq=False, slots=True)
class PhraseFacts:
    """A phrase of the map.

    `document` is the one that answers it, "" for none, `own` its places there; `elsewhere` are
    the other documents, those with most runs first; `forms` those met, with numbers. `asked` is
    the frequency as the reader writes numbers.
    """

    index: int
    row: KeyPhrase
    asked: str
    document: str
    own: Places
    elsewhere: tuple[Elsewhere, ...]
    forms: tuple[tuple[str, int], ...]

    def zone_counts(self) -> Counter[str]:
        """How many of its own places are in each zone, loose ones too."""
        return Counter(zone for sighting in self.own for zone in sighting.zones)

    def kinds(self) -> tuple[int, int, int]:
        """Of its own places outside the address: exact, in other forms, loose."""
        exact = sum(s.exact for s in self.own)
        loose = sum(s.loose for s in self.own)
        slugs = sum("slug" in s.zones for s in self.own)
        return exact, len(self.own) - exact - loose - slugs, loose


@dataclass(frozen=True, eq=False, slots=True)
class GroupFacts:
    """A group of phrases.

    `document` is the first of those of the map that is there, "" for none; `page` the group's own
    page; `runs` say how often it stands in which documents (sources), each place once.
    """

    group: Group
    asked: str
    page: str
    state: State
    document: str
    phrases: tuple[PhraseFacts, ...]
    runs: Mapping[str, int]
    judged: Sequence[Judgement]
    anchors: tuple[Anchor, ...]

    @property
    def name(self) -> str:
        """What people call it: the phrase asked most."""
        return self.group.head.phrase

    @property
    def proposed(self) -> Evidence | None:
        """The document that comes nearest to a gap."""
        return self.group.proposed

    @property
    def indexes(self) -> frozenset[int]:
        """The indexes of its phrases."""
        return frozenset(phrase.index for phrase in self.phrases)

    @property
    def in_conflict(self) -> bool:
        """Whether documents or groups contend for it."""
        return bool(self.group.named_alike) or any(j.rule in CONFLICTS for j in self.judged)


@dataclass(frozen=True, eq=False, slots=True)
class DocumentFacts:
    """A document: whether readers can reach it, its groups, the main one first."""

    document: Document
    page: str
    live: bool
    words: int
    groups: tuple[GroupFacts, ...]
    judged: Sequence[Judgement]
    anchors: tuple[Anchor, ...]

    @property
    def frequency(self) -> int:
        """The sum of its groups'."""
        return sum(group.group.frequency for group in self.groups)

    @property
    def phrases(self) -> int:
        """How many phrases its groups have."""
        return sum(len(group.phrases) for group in self.groups)


@dataclass(frozen=True, eq=False)
class Facts:
    """One language's part of the report: groups most asked first, documents by source."""

    study: Study
    groups: tuple[GroupFacts, ...]
    documents: Mapping[str, DocumentFacts]

    @property
    def lang(self) -> str:
        """The language of the phrases."""
        return self.study.lang

    @cached_property
    def phrases(self) -> tuple[PhraseFacts, ...]:
        """Every phrase, group by group."""
        return tuple(phrase for group in self.groups for phrase in group.phrases)

    @cached_property
    def ready(self) -> Phrases:
        """The phrases of the map by index, made ready for matching."""
        return phrase_list(tuple(row.phrase for row in self.study.map.phrases), self.lang)

    @cached_property
    def guests(self) -> Mapping[str, Sequence[tuple[GroupFacts, int]]]:
        """By document: groups of other documents that stand there as a run, and how often."""
        found: dict[str, list[tuple[GroupFacts, int]]] = {}
        for group in self.groups:
            for source, count in group.runs.items():
                if source not in group.group.documents:
                    found.setdefault(source, []).append((group, count))
        return found
