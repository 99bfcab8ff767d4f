"""The site as a field: a row a section, a column a number of clicks, a mark a page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from plugins.documents import Document
from plugins.language.messages import Message, counted, message
from plugins.reports.links.part import Part

State = Literal["orphan", "weak", "fair", "strong"]
STRONG = 5
FARTHEST = 5
STATES: dict[State, Message] = {
    "orphan": message("no text links to it"),
    "weak": message("the text of one page links to it"),
    "fair": message("the texts of two to four pages link to it"),
    "strong": message("the texts of five pages or more link to it"),
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A page: its place in the report, its state, and what is said of it."""

    page: str
    state: State
    said: str


@dataclass(frozen=True, slots=True)
class Field:
    """Names of columns, and rows: the name of a section, the marks of each column."""

    columns: Sequence[str]
    rows: Sequence[tuple[str, Sequence[Sequence[Mark]]]]


def field_of(part: Part, lang: str) -> Field:
    """All pages of a language; those far from home share a column, those no way leads to too."""
    depth = part.graph.depth
    reached = sorted({min(clicks, FARTHEST) for clicks in depth.values()})
    unreached = len(depth) < len(part.graph.documents)
    columns = [*reached, *([-1] if unreached else [])]
    rows = []
    for section in part.sections:
        cells: Mapping[int, list[Mark]] = {column: [] for column in columns}
        for document in sorted(section.documents, key=lambda d: _need(d, part)):
            clicks = depth.get(document.source, -1)
            cells[min(clicks, FARTHEST)].append(_mark(document, part, lang))
        rows.append((section.name, [cells[column] for column in columns]))
    return Field([_column(column, lang) for column in columns], rows)


def state_of(document: Document, part: Part) -> State:
    """How well texts lead to a document; every page leads home."""
    count = len(part.graph.read_from[document.source])
    if document.kind == "home" or count >= STRONG:
        return "strong"
    return "fair" if count > 1 else "weak" if count else "orphan"


def _need(document: Document, part: Part) -> tuple[int, str]:
    return list(STATES).index(state_of(document, part)), document.source


def _mark(document: Document, part: Part, lang: str) -> Mark:
    said = message(
        "%(title)s (%(source)s): texts that link to it: %(incoming)s, it links to: %(outgoing)s",
        title=document.title,
        source=document.source,
        incoming=len(part.graph.read_from[document.source]),
        outgoing=len(part.graph.leads_to[document.source]),
    )
    page = part.pages[document.source]
    return Mark(page, state_of(document, part), said.in_language(lang))


def _column(clicks: int, lang: str) -> str:
    if clicks < 0:
        return message("no way from home").in_language(lang)
    if clicks == 0:
        return message("home").in_language(lang)
    if clicks == FARTHEST:
        return message("%(count)s clicks or more", count=clicks).in_language(lang)
    return counted("%(count)s click", "%(count)s clicks", clicks).in_language(lang)
