"""The page of a document: what was refused by which rule, and how others lead here."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from plugins.documents import Document
from plugins.internal_links.graph import Edge, Made
from plugins.internal_links.links import Mention, Refusal, Rule
from plugins.reports.links.part import Part

OTHER_WAYS: tuple[Made, ...] = ("related", "list", "menu")


@dataclass(frozen=True, slots=True)
class Anchor:
    """The text of links to a document: how many have it, of how many."""

    text: str
    count: int
    whole: int


def reasons(refused: Iterable[Refusal]) -> list[tuple[Rule, Sequence[Mention]]]:
    """The mentions that each rule refused, in the order in which the rules first did."""
    found: dict[Rule, list[Mention]] = {}
    for refusal in refused:
        found.setdefault(refusal.rule, []).append(refusal.mention)
    return list(found.items())


def anchors(document: Document, part: Part) -> list[Anchor]:
    """The texts of links to a document, the most used first."""
    counts = part.graph.anchors[document.source]
    whole = sum(count for _, count in counts)
    return [Anchor(text, count, whole) for text, count in counts]


def other_ways(document: Document, part: Part) -> list[tuple[Made, Sequence[Edge]]]:
    """How else one comes to a document: as a related article, from lists, from menus."""
    edges = part.graph.incoming[document.source]
    found = ((made, {e.source.source: e for e in edges if e.made == made}) for made in OTHER_WAYS)
    return [(made, tuple(here.values())) for made, here in found if here]
