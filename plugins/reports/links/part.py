"""A language's part of the report: its graph, and what was linked, refused and could be."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from plugins.documents import Document, Site
from plugins.internal_links.graph import LinkGraph, link_graph
from plugins.internal_links.links import HandLink, LinkPlan, Mention, Refusal, Rule
from plugins.internal_links.nearness import Nearness
from plugins.internal_links.settings import LinkSettings
from plugins.internal_links.suggestions import Plan, Suggestion, plans, suggestions
from plugins.internal_links.ways import Related, Ways, edges_of
from plugins.keywords.study import Study
from plugins.reports.keywords.names import page_names
from plugins.reports.links.sections import Section, section_of, sections_of

One = TypeVar("One")


@dataclass(frozen=True, eq=False)
class Linked:
    """Everything that the report is made of: a site and what is decided of its links."""

    site: Site
    plan: LinkPlan
    related: Related
    ways: Ways
    settings: LinkSettings
    studies: tuple[Study, ...] = ()


@dataclass(frozen=True, eq=False)
class Part:
    """What is known of one language; mappings are by the source of a document."""

    lang: str
    graph: LinkGraph
    sections: tuple[Section, ...]
    pages: Mapping[str, str]
    linked: Mapping[str, Sequence[Mention]]
    refused: Mapping[str, Sequence[Refusal]]
    by_hand: Mapping[str, Sequence[HandLink]]
    suggested: tuple[Suggestion, ...]
    related: Related

    @cached_property
    def section(self) -> Mapping[str, int]:
        """The number of a document's section."""
        return section_of(self.sections)

    @cached_property
    def plans(self) -> tuple[Plan, ...]:
        """What can be done for pages that few texts lead to."""
        nearness = Nearness(self.graph.documents, self.lang)
        return plans(self.graph, self.suggested, self.related, nearness)

    @cached_property
    def suggested_from(self) -> Mapping[str, Sequence[Suggestion]]:
        """What a document could link to."""
        return _grouped((one.document.source, one) for one in self.suggested)

    @cached_property
    def suggested_to(self) -> Mapping[str, Sequence[Suggestion]]:
        """What could link to a document."""
        return _grouped((one.target.source, one) for one in self.suggested)

    @cached_property
    def reasons(self) -> Sequence[tuple[Rule, int]]:
        """How many mentions each rule refused, the busiest first."""
        rules = Counter(one.rule for found in self.refused.values() for one in found)
        return sorted(rules.items(), key=lambda found: (-found[1], found[0]))

    @cached_property
    def automatic(self) -> int:
        """How many links are made by themselves."""
        return sum(len(found) for found in self.linked.values())

    @cached_property
    def handmade(self) -> int:
        """How many links between documents their authors made."""
        return sum(edge.made == "hand" for edge in self.graph.edges)

    @property
    def ranked(self) -> Sequence[Document]:
        """The documents in need first: few texts lead to them, many clicks from home."""
        graph, far = self.graph, len(self.graph.documents)
        return sorted(
            graph.documents,
            key=lambda d: (
                len(graph.read_from[d.source]) if d.kind != "home" else far,
                -graph.depth.get(d.source, far),
                d.source,
            ),
        )


def parts_of(found: Linked, lang: str) -> list[Part]:
    """The parts of all languages that have documents, for a reader of a language."""
    edges = tuple(edges_of(found.plan, found.related, found.site, found.ways))
    parts = (
        _part(found, link_graph(found.site, edges, tongue), tongue, lang)
        for tongue in found.site.languages
    )
    return [part for part in parts if part.graph.documents]


def _part(found: Linked, graph: LinkGraph, tongue: str, lang: str) -> Part:
    plan, studies = found.plan, [study for study in found.studies if study.lang == tongue]
    suggested = suggestions(plan, graph, found.related, studies)
    sources = [document.source for document in graph.documents]
    names = page_names("pages", (source.removesuffix(".md") for source in sources))
    known = set(sources)
    return Part(
        tongue,
        graph,
        sections_of(graph.documents, lang),
        dict(zip(sources, names, strict=True)),
        _grouped((m.document.source, m) for m in plan.links if m.document.source in known),
        _grouped(
            (r.mention.document.source, r)
            for r in plan.refused
            if r.mention.document.source in known
        ),
        _grouped((h.document.source, h) for h in plan.by_hand if h.document.source in known),
        suggested,
        found.related,
    )


def _grouped(pairs: Iterable[tuple[str, One]]) -> Mapping[str, Sequence[One]]:
    found: dict[str, list[One]] = {}
    for source, one in pairs:
        found.setdefault(source, []).append(one)
    return found
