"""The facts of key phrases on a site: what stands where, whose it is, what links there."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from plugins.documents.document import Document
from plugins.documents.site import Site
from plugins.documents.stages import live
from plugins.keywords.evidence import EvidenceIndex, answers
from plugins.keywords.groups import Group, group_phrases, proposed
from plugins.keywords.kept_sightings import Asked
from plugins.keywords.relevance_map import KeyPhrase, RelevanceMap, read_map
from plugins.keywords.sightings import OUTSIDE, DocumentSightings, Sighting, texts_of
from plugins.keywords.survey import Progress, survey


@dataclass(frozen=True, slots=True)
class Anchor:
    """A link of a document's body to another document, and the phrases (indexes) in its text."""

    source: str
    text: str
    phrases: frozenset[int]


@dataclass(frozen=True, eq=False)
class Study:
    """The facts of one language.

    `file` names the map to people (`content/ru/keywords.csv`); a phrase is called by its index in
    `map.phrases`; `documents` are all of the language, drafts too, save error pages, by source;
    `anchors` are the links to a document, by its source; `evidence` knows where the words of
    gaps stand in live documents.
    """

    lang: str
    file: str
    map: RelevanceMap
    documents: Mapping[str, Document]
    seen: Mapping[str, DocumentSightings]
    groups: tuple[Group, ...]
    anchors: Mapping[str, tuple[Anchor, ...]]
    evidence: EvidenceIndex

    @cached_property
    def index(self) -> Mapping[KeyPhrase, int]:
        """The index of a phrase of the map."""
        return {phrase: index for index, phrase in enumerate(self.map.phrases)}

    @cached_property
    def group_of(self) -> Mapping[int, Group]:
        """The group of a phrase, by the phrase's index."""
        return {self.index[phrase]: group for group in self.groups for phrase in group.phrases}

    @cached_property
    def _owned(self) -> Mapping[str, tuple[Group, ...]]:
        found: dict[str, list[Group]] = {}
        for group in self.groups:
            for document in group.documents:
                found.setdefault(document, []).append(group)
        return {source: tuple(sorted(groups, key=_asked)) for source, groups in found.items()}

    def owned(self, source: str) -> tuple[Group, ...]:
        """The groups with a phrase that the map gives to a document, the most asked first."""
        return self._owned.get(source, ())

    def indexes(self, group: Group) -> frozenset[int]:
        """The indexes of a group's phrases."""
        return frozenset(self.index[phrase] for phrase in group.phrases)

    def sightings(self, source: str, group: Group) -> tuple[Sighting, ...]:
        """Where any phrase of a group stands in a document, in order, loose places too."""
        return self.groups_in(source).get(self.index[group.head], ())

    def groups_in(self, source: str) -> Mapping[int, tuple[Sighting, ...]]:
        """The sightings in a document of each group that stands there, by its head's index."""
        return self._by_group[source]

    @cached_property
    def _by_group(self) -> Mapping[str, Mapping[int, tuple[Sighting, ...]]]:
        found: dict[str, Mapping[int, tuple[Sighting, ...]]] = {}
        for source, seen in self.seen.items():
            places: dict[int, list[Sighting]] = {}
            for sighting in seen.sightings:
                places.setdefault(self._heads[sighting.phrase], []).append(sighting)
            found[source] = {head: tuple(here) for head, here in places.items()}
        return found

    @cached_property
    def _heads(self) -> Mapping[int, int]:
        return {index: self.index[group.head] for index, group in self.group_of.items()}

    def runs(self, source: str, group: Group) -> tuple[Sighting, ...]:
        """The places in the body where a phrase of a group stands as a run, each place once.

        Of phrases that overlap («доставка», «доставка из Китая») the longest counts.
        """
        runs = (s for s in self.sightings(source, group) if not s.loose and s.word != OUTSIDE)
        found: list[Sighting] = []
        for run in sorted(runs, key=lambda s: (s.word, -s.size)):
            if not found or run.word >= found[-1].word + found[-1].size:
                found.append(run)
        return tuple(found)

    def zones(self, source: str, group: Group) -> frozenset[str]:
        """The zones of a document where a group's phrases stand, as a run or loosely."""
        return frozenset(zone for s in self.sightings(source, group) for zone in s.zones)

    def where(self, phrase: int) -> Iterator[tuple[str, tuple[Sighting, ...]]]:
        """Documents (sources) where a phrase stands as a run or loosely, with its sightings."""
        for source, sightings in self._places.get(phrase, {}).items():
            yield source, tuple(sightings)

    @cached_property
    def _places(self) -> Mapping[int, Mapping[str, list[Sighting]]]:
        found: dict[int, dict[str, list[Sighting]]] = {}
        for source, seen in self.seen.items():
            for sighting in seen.sightings:
                found.setdefault(sighting.phrase, {}).setdefault(source, []).append(sighting)
        return found


def _asked(group: Group) -> tuple[int, int]:
    """The most asked first; of equals, or without frequencies, the first in the map."""
    return -group.frequency, min(phrase.line for phrase in group.phrases)


def studies(
    site: Site,
    maps: Mapping[str, bytes],
    cache: Path | None = None,
    progress: Progress = lambda _: None,
) -> tuple[Study, ...]:
    """The facts of each language out of the bytes of its map.

    `cache` is a folder for what has not changed since the last time; `progress` takes the share
    done.
    """
    return tuple(
        study(site, lang, data, cache, _part(progress, number, len(maps)))
        for number, (lang, data) in enumerate(maps.items())
    )


def _part(progress: Progress, number: int, parts: int) -> Progress:
    return lambda share: progress((number + share) / parts)


def study(
    site: Site,
    lang: str,
    data: bytes,
    cache: Path | None = None,
    progress: Progress = lambda _: None,
) -> Study:
    """The facts of one language; a damaged map gives what it can."""
    file = f"content/{lang}/keywords.csv"
    addresses = {document.url: document.source for document in site.documents}
    read = read_map(data, file, lang, site.by_source, addresses)
    documents = {
        d.source: d for d in sorted(site.documents, key=lambda d: d.source) if answers(d, lang)
    }
    phrases = tuple(row.phrase for row in read.phrases)
    groups = group_phrases(read.phrases, lang)
    gaps = (group for group in groups if not group.documents)
    words = sorted({key for gap in gaps for key in gap.words})
    seen = survey(
        [texts_of(document) for document in documents.values()],
        Asked(lang, phrases, tuple(words)),
        cache,
        progress,
    )
    reached = [document for document in documents.values() if live(document, site.now)]
    evidence = EvidenceIndex(reached, (seen[document.source].counts for document in reached))
    return Study(
        lang,
        file,
        read,
        documents,
        seen,
        proposed(groups, evidence),
        anchors_to(site, documents.values(), seen),
        evidence,
    )


def anchors_to(
    site: Site, documents: Iterable[Document], seen: Mapping[str, DocumentSightings]
) -> dict[str, tuple[Anchor, ...]]:
    """The links of bodies to other documents, by their target's source, in order."""
    found: dict[str, list[Anchor]] = {}
    for document in documents:
        for link in seen[document.source].links:
            target = site.resolve(document, link.href)
            if isinstance(target, Document) and target is not document:
                anchor = Anchor(document.source, link.text, frozenset(link.phrases))
                found.setdefault(target.source, []).append(anchor)
    return {source: tuple(anchors) for source, anchors in found.items()}
