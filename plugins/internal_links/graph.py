"""What links where on a site: who is read from where, how far from home, and how much it weighs."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from heapq import heappop, heappush
from typing import Literal

from plugins.documents import Document, Site
from plugins.internal_links.page_rank import page_rank

Made = Literal["hand", "auto", "related", "list", "menu"]
Ends = Callable[["Edge"], tuple[str, Document]]
IN_TEXT: frozenset[Made] = frozenset({"hand", "auto"})


@dataclass(frozen=True, slots=True)
class Edge:
    """A link from one document to another.

    `anchor` is its text, `made` who made it, `clicks` how many it takes: more than one where the
    link stands on a further page of a list.
    """

    source: Document
    target: Document
    anchor: str
    made: Made
    clicks: int = 1


@dataclass(frozen=True, eq=False)
class LinkGraph:
    """The documents of a site that lists name, and the links between them, in the order given.

    Whatever is asked of it is asked by the source of a document.
    """

    documents: tuple[Document, ...]
    edges: tuple[Edge, ...]

    @cached_property
    def incoming(self) -> Mapping[str, tuple[Edge, ...]]:
        """Every link to a document."""
        return self._sorted((edge.target.source, edge) for edge in self.edges)

    @cached_property
    def outgoing(self) -> Mapping[str, tuple[Edge, ...]]:
        """Every link from a document."""
        return self._sorted((edge.source.source, edge) for edge in self.edges)

    @cached_property
    def read_from(self) -> Mapping[str, tuple[Document, ...]]:
        """The documents whose text links to a document, each once."""
        return self._ends(lambda edge: (edge.target.source, edge.source))

    @cached_property
    def leads_to(self) -> Mapping[str, tuple[Document, ...]]:
        """The documents that the text of a document links to, each once."""
        return self._ends(lambda edge: (edge.source.source, edge.target))

    @cached_property
    def depth(self) -> Mapping[str, int]:
        """Clicks from home; a document that no way leads to has none."""
        ways = [(0, d.source) for d in self.documents if d.kind == "home"]
        found: dict[str, int] = {}
        while ways:
            clicks, source = heappop(ways)
            if source in found:
                continue
            found[source] = clicks
            for edge in self.outgoing[source]:
                if edge.target.source not in found:
                    heappush(ways, (clicks + edge.clicks, edge.target.source))
        return found

    @cached_property
    def dead_ends(self) -> tuple[Document, ...]:
        """Documents whose text links nowhere; home and lists are made of links."""
        return tuple(
            d
            for d in self.documents
            if d.kind not in ("home", "list") and not self.leads_to[d.source]
        )

    @cached_property
    def orphans(self) -> tuple[Document, ...]:
        """Documents that no text links to; every page leads home."""
        return tuple(self._read_from_only(0))

    @cached_property
    def weak(self) -> tuple[Document, ...]:
        """Documents that the text of one other links to."""
        return tuple(self._read_from_only(1))

    @cached_property
    def rank(self) -> Mapping[str, float]:
        """The share of a reader's time who follows links at random: internal PageRank."""
        numbers = {document.source: number for number, document in enumerate(self.documents)}
        targets: list[dict[int, None]] = [{} for _ in self.documents]
        for edge in self.edges:
            targets[numbers[edge.source.source]][numbers[edge.target.source]] = None
        return dict(zip(numbers, page_rank([tuple(found) for found in targets]), strict=True))

    @cached_property
    def anchors(self) -> Mapping[str, tuple[tuple[str, int], ...]]:
        """The texts of the links in texts to a document, the most used first, and how often.

        They are compared in small letters and shown as they first stand.
        """
        found: dict[str, tuple[tuple[str, int], ...]] = {}
        for source, edges in self.incoming.items():
            texts = [" ".join(edge.anchor.split()) for edge in edges if edge.made in IN_TEXT]
            shown = {text.casefold(): text for text in reversed(texts)}
            counts = Counter(text.casefold() for text in texts)
            found[source] = tuple((shown[key], number) for key, number in counts.most_common())
        return found

    def _sorted(self, edges: Iterable[tuple[str, Edge]]) -> Mapping[str, tuple[Edge, ...]]:
        found: dict[str, list[Edge]] = {document.source: [] for document in self.documents}
        for source, edge in edges:
            found[source].append(edge)
        return {source: tuple(edges) for source, edges in found.items()}

    def _ends(self, end: Ends) -> Mapping[str, tuple[Document, ...]]:
        found: dict[str, dict[str, Document]] = {d.source: {} for d in self.documents}
        for edge in self.edges:
            if edge.made in IN_TEXT:
                source, other = end(edge)
                found[source][other.source] = other
        return {source: tuple(others.values()) for source, others in found.items()}

    def _read_from_only(self, number: int) -> Iterator[Document]:
        for document in self.documents:
            if document.kind != "home" and len(self.read_from[document.source]) == number:
                yield document


def link_graph(site: Site, edges: Iterable[Edge], lang: str = "") -> LinkGraph:
    """The graph of a language, or of all of them; links to oneself are none."""
    documents = tuple(d for d in site.listed if d.kind != "error" and (not lang or d.lang == lang))
    known = {document.source for document in documents}
    return LinkGraph(
        documents,
        tuple(
            edge
            for edge in edges
            if edge.source.source in known
            and edge.target.source in known
            and edge.source is not edge.target
        ),
    )
