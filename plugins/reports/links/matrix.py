"""The graph as a picture: pages by pages in the order of sections, a dot for each link."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from xml.etree.ElementTree import Element

from markupsafe import Markup

from plugins.internal_links.graph import Edge, Made
from plugins.language.messages import Message, counted, message
from plugins.reports.keywords.charts import XY, Dot
from plugins.reports.keywords.dots import shortened
from plugins.reports.keywords.figures import number
from plugins.reports.keywords.svg import OURS, as_html, drawn, labels, unnamed
from plugins.reports.links.part import Part

MOST_PAGES = 400
LEAST, MOST, PAGE = 360, 900, 12
NAME, LINE, CELL = 26, 18, 34
Counts = Mapping[tuple[int, int], int]
KINDS: dict[Made, Message] = {
    "related": message("under the article, as a related one"),
    "auto": message("made by itself"),
    "hand": message("made by its author"),
}
LINKS = message("The graph: which page links to which")
FLOW = message("Links of texts from section to section")


def matrix(part: Part, lang: str) -> Markup:
    """Every link of texts and every related article; nothing for very many pages."""
    order = [d.source for section in part.sections for d in section.documents]
    if not 1 < len(order) <= MOST_PAGES:
        return Markup()
    place = {source: number for number, source in enumerate(order)}
    chart = _plot(part, len(order))
    for made, kind in KINDS.items():
        edges = {(e.source.source, e.target.source): e for e in part.graph.edges if e.made == made}
        chart.add("", [_dot(edge, place, part, kind.in_language(lang)) for edge in edges.values()])
    root = drawn(chart)
    _unname(root)
    return as_html(root, LINKS.in_language(lang))


def _plot(part: Part, count: int) -> XY:
    side = min(MOST, max(LEAST, PAGE * count))
    chart = XY(
        **OURS,
        stroke=False,
        width=side + 180,
        height=side + 120,
        dots_size=max(1.2, min(4.0, side / count / 2.2)),
        xrange=(0, count),
        range=(0, count),
        x_label_rotation=45,
    )
    names = tuple(_names(part, side / count))
    chart.x_labels = [{"label": name, "value": at} for name, at in names]
    # pygal counts from below, people read from above
    chart.y_labels = [{"label": name, "value": count - at} for name, at in names]
    return chart


def _names(part: Part, height: float) -> Iterator[tuple[str, int]]:
    """Where the pages of each section begin; one too low for a name has none."""
    at = 0
    for section in part.sections:
        count = len(section.documents)
        yield shortened(section.name, NAME) if count * height >= LINE else " ", at
        at += count


def _dot(edge: Edge, place: Mapping[str, int], part: Part, kind: str) -> dict[str, object]:
    said = f"{edge.source.title} → {edge.target.title}: «{edge.anchor}», {kind}"
    y = len(place) - place[edge.source.source] - 0.5
    return {
        "value": (place[edge.target.source] + 0.5, y),
        "tooltip": said,
        "xlink": {"href": part.pages[edge.source.source], "tabindex": "-1"},
        "node": {"class": f"link {edge.made}"},
    }


def _unname(root: Element) -> None:
    for axis in ("x", "y"):
        for parent, _ in labels(root, axis):
            unnamed(parent)


def flow(part: Part, lang: str) -> Markup:
    """How many links of texts lead from section to section."""
    counts = Counter(
        (part.section[e.source.source], part.section[e.target.source])
        for e in part.graph.edges
        if e.made in ("hand", "auto")
    )
    if not counts:
        return Markup()
    trial = 1000
    plot = drawn(_flow(part, counts, lang, (trial, trial))).find("g/g/rect")
    room = plot.attrib if plot is not None else {}
    width, height = (round(trial - float(room.get(side, 0))) for side in ("width", "height"))
    cells = CELL * len(part.sections)
    root = drawn(_flow(part, counts, lang, (width + cells, height + cells)))
    _unname(root)
    return as_html(root, FLOW.in_language(lang))


def _flow(part: Part, counts: Counts, lang: str, size: tuple[int, int]) -> Dot:
    names = [section.name for section in part.sections]
    most = max(counts.values())
    chart = Dot(**OURS, x_label_rotation=45, width=size[0], height=size[1], range=(0, 1))
    chart.x_labels = [shortened(name, NAME) for name in names]
    for row, name in enumerate(names):
        chart.add(shortened(name, NAME), _row(row, names, counts, most, lang))
    return chart


def _row(
    row: int, names: Sequence[str], counts: Counts, most: int, lang: str
) -> list[dict[str, object] | None]:
    found: list[dict[str, object] | None] = []
    for column, name in enumerate(names):
        count = counts.get((row, column), 0)
        said = counted(
            "%(number)s link", "%(number)s links", count, number=number(count, lang)
        ).in_language(lang)
        found.append(
            {
                "value": max(0.15, (count / most) ** 0.5),
                "tooltip": f"{names[row]} → {name}: {said}",
                "node": {"class": "dot own"},
            }
            if count
            else None
        )
    return found
