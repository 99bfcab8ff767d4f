"""Charts of pygal as plain SVG inside a page: the report's stylesheet decides how they look."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, tostring

from markupsafe import Markup

from plugins.reports.keywords.charts import Graph, Style, etree

LINK = "{http://www.w3.org/1999/xlink}href"
KEPT = {"class", "cx", "cy", "d", "height", "href", "r", "rx", "ry", "tabindex"}
KEPT |= {"transform", "width", "x", "y"}
FONT = 13
LOOK = Style(label_font_size=FONT, value_font_size=FONT, major_label_font_size=FONT)
OURS: dict[str, object] = {
    "js": [],
    "css": [],
    "xml_filters": [],
    "show_legend": False,
    "margin": 4,
    "margin_bottom": 16,
    "style": LOOK,
}
_DIGITS = re.compile(r"(\d+\.\d)\d+")


def drawn(chart: Graph) -> Element:
    """The SVG tree of a chart without its styles, scripts, tooltips and time of making."""
    etree.to_etree()
    root: Element = chart.render_tree()
    for parent in list(root.iter()):
        for child in list(parent):
            if not isinstance(child.tag, str) or child.tag in ("defs", "desc") or _is_tip(child):
                parent.remove(child)
    unnamed(root)
    return root


def as_html(root: Element, name: str) -> Markup:
    """The tree as an element of a page, at its own size, with a name for those who hear it."""
    _, _, width, height = root.get("viewBox", "0 0 0 0").split()
    for element in reversed(list(root.iter())):
        _clean(element)
    root.attrib.update(
        {"viewBox": f"0 0 {width} {height}", "width": width, "height": height, "role": "group"}
    )
    root.attrib |= {"class": "chart", "aria-label": name}
    return Markup(_DIGITS.sub(r"\1", tostring(root, "unicode")))


def named(parent: Element, name: str) -> None:
    """Give an element the name that a pointer shows and a screen reader says."""
    unnamed(parent)
    title = Element("title")
    title.text = name
    parent.insert(0, title)


def linked(parent: Element, child: Element, href: str, name: str) -> None:
    """Make a child element a link with a name."""
    unnamed(parent)
    link = Element("a", {"href": href})
    place = list(parent).index(child)
    parent.remove(child)
    parent.insert(place, link)
    link.append(child)
    named(link, name)


def labels(root: Element, axis: str) -> Iterator[tuple[Element, Element]]:
    """The labels of the axis x or y in their order, each with its parent."""
    for group in root.iter("g"):
        if f"axis {axis}" in group.get("class", ""):
            for guides in group.findall("g"):
                text = guides.find("text")
                if text is not None:
                    yield guides, text


def _is_tip(element: Element) -> bool:
    return "tooltip-overlay" in element.get("class", "")


def unnamed(parent: Element) -> None:
    """Take the name away that pygal gives: for a label it is its place on the axis."""
    for title in parent.findall("title"):
        parent.remove(title)


def _clean(element: Element) -> None:
    for child in list(element):
        if child.tag == "g" and not len(child):
            element.remove(child)
    if link := element.attrib.pop(LINK, None):
        element.set("href", link)
    for name in list(element.attrib):
        if name not in KEPT or not element.get(name):
            del element.attrib[name]
