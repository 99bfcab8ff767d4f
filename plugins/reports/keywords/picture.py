"""The map as a picture: phrases by documents, a dot for what stands where."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from plugins.language.messages import Message, message
from plugins.reports.keywords.facts import Facts, GroupFacts


@dataclass(frozen=True, slots=True)
class Size:
    """How much a picture shows.

    `row_name` and `column_name` are letters (0: a number instead), `cell` is width and height in
    pixels.
    """

    rows: int
    columns: int
    row_name: int
    column_name: int
    cell: tuple[int, int]


WIDE = Size(20, 20, 34, 24, (30, 30))
# Fits a phone of 360 pixels; documents are listed under it by number
NARROW = Size(12, 9, 20, 0, (18, 26))

# A second document for a group is shown before any that merely mentions it
RIVAL = 1000
Kind = Literal["own", "rival", "guest", "absent"]
KINDS: dict[Kind, Message] = {
    "own": message("the document that answers it"),
    "rival": message("a second document that contends for it"),
    "guest": message("another document where it stands"),
    "absent": message("the document that answers it, but the phrase is not there"),
}


@dataclass(frozen=True, slots=True)
class Cell:
    """What a document is to a group, and how often a phrase of it stands there as a run."""

    source: str
    kind: Kind
    count: int


@dataclass(frozen=True, slots=True)
class Picture:
    """The most asked groups, each with its cells, and the documents that they concern."""

    size: Size
    rows: tuple[tuple[GroupFacts, tuple[Cell, ...]], ...]
    columns: tuple[str, ...]

    @property
    def is_full(self) -> bool:
        """Whether there may be more documents than it shows."""
        return len(self.columns) == self.size.columns


def picture_of(facts: Facts, size: Size) -> Picture:
    """The most asked groups, as many as have room for the documents that answer them.

    After those come the documents where these groups stand most often.
    """
    rows: list[tuple[GroupFacts, tuple[Cell, ...]]] = []
    owners: dict[str, None] = {}
    weight: Counter[str] = Counter()
    for group in facts.groups[: size.rows]:
        cells = tuple(_cells(group, facts))
        if group.document and len(owners | {group.document: None}) > size.columns:
            break
        owners |= {group.document: None} if group.document else {}
        rows.append((group, cells))
        for cell in cells:
            weight[cell.source] += cell.count + RIVAL * (cell.kind == "rival")
    others = sorted(weight, key=lambda source: (-weight[source], source))
    return Picture(size, tuple(rows), tuple(dict.fromkeys([*owners, *others]))[: size.columns])


def _cells(group: GroupFacts, facts: Facts) -> Iterator[Cell]:
    """The documents of the map first, then the others where the group stands."""
    named = [source for source in group.group.documents if source in facts.documents]
    for place, source in enumerate(named):
        count = group.runs.get(source, 0)
        yield Cell(source, "rival" if place else "own" if count else "absent", count)
    for source, count in sorted(group.runs.items(), key=lambda found: (-found[1], found[0])):
        if source not in named:
            yield Cell(source, "guest", count)
