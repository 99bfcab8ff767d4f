"""The picture of the map drawn: a chart of dots, each with its name and its link."""

from collections.abc import Iterator
from math import sqrt

from markupsafe import Markup

from plugins.language.messages import Message, counted, message
from plugins.reports.keywords.charts import Dot
from plugins.reports.keywords.facts import Facts, GroupFacts
from plugins.reports.keywords.figures import number
from plugins.reports.keywords.picture import KINDS, Cell, Picture
from plugins.reports.keywords.svg import OURS, as_html, drawn, labels, linked

# Of the largest dot that a cell can hold
LEAST_DOT, RING = 0.3, 0.55


def drawing(picture: Picture, facts: Facts, lang: str) -> Markup:
    """A picture with at least one column, as SVG."""
    root = drawn(_fitted(picture, facts, lang))
    documents = (facts.documents[source] for source in picture.columns)
    for (parent, text), found in zip(labels(root, "x"), documents, strict=True):
        linked(parent, text, found.page, f"{found.document.title} ({found.document.source})")
    for (parent, text), (group, _) in zip(labels(root, "y"), picture.rows, strict=True):
        linked(parent, text, group.page, f"{group.name}: {number(group.group.frequency, lang)}")
    name = message("The map: phrases by documents")
    return as_html(root, name.in_language(lang))


def _fitted(picture: Picture, facts: Facts, lang: str) -> Dot:
    """A chart whose cells are squares, whatever room pygal keeps for the labels."""
    trial = 1000
    plot = drawn(_chart(picture, facts, lang, (trial, trial))).find("g/g/rect")
    cells = plot.attrib if plot is not None else {}
    width = trial - float(cells.get("width", 0)) + picture.size.cell[0] * len(picture.columns)
    height = trial - float(cells.get("height", 0)) + picture.size.cell[1] * len(picture.rows)
    return _chart(picture, facts, lang, (round(width), round(height)))


def _chart(picture: Picture, facts: Facts, lang: str, size: tuple[int, int]) -> Dot:
    most = max((cell.count for _, cells in picture.rows for cell in cells), default=1) or 1
    turn = 45 if picture.size.column_name else 0
    chart = Dot(**OURS, x_label_rotation=turn, width=size[0], height=size[1], range=(0, 1))
    chart.x_labels = list(_columns(picture, facts))
    for group, cells in picture.rows:
        dots = {cell.source: _dot(group, cell, facts, most, lang) for cell in cells}
        title = shortened(group.name, picture.size.row_name)
        chart.add(title, [dots.get(source) for source in picture.columns])
    return chart


def _columns(picture: Picture, facts: Facts) -> Iterator[str]:
    for place, source in enumerate(picture.columns, 1):
        title = facts.documents[source].document.title
        yield shortened(title, picture.size.column_name) if picture.size.column_name else str(place)


def _dot(group: GroupFacts, cell: Cell, facts: Facts, most: int, lang: str) -> dict[str, object]:
    """A dot whose area is the number of places, never too small to be seen."""
    said = message(
        "%(phrase)s — %(document)s: %(places)s; %(kind)s",
        phrase=group.name,
        document=facts.documents[cell.source].document.title,
        places=places_of(cell.count, lang),
        kind=KINDS[cell.kind],
    )
    return {
        "value": max(LEAST_DOT, sqrt(cell.count / most)) if cell.count else RING,
        "tooltip": said.in_language(lang),
        "xlink": {"href": group.page, "tabindex": "-1"},
        "node": {"class": f"dot {cell.kind}"},
    }


def places_of(count: int, lang: str) -> Message:
    """How many places, for people."""
    return counted("%(number)s place", "%(number)s places", count, number=number(count, lang))


def shortened(text: str, most: int) -> str:
    """A text of at most so many characters, cut between words, with … for the rest."""
    text = "".join(letter if letter.isprintable() else " " for letter in text)
    if len(text) <= most:
        return text
    head = text[: most - 1]
    return (head.rsplit(" ", 1)[0] if " " in head[most // 2 :] else head).rstrip(" ,.:;—-") + "…"
