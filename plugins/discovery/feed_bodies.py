"""The text of an article for feed readers: whole addresses, plain pictures, nothing that acts.

A reader shows it in a page of its own, without our styles and scripts, so what only they need is
left out, and so is whatever could act there.
"""

from collections.abc import Callable
from urllib.parse import urljoin

from lxml import html as tree
from lxml.etree import tostring

from plugins.discovery.xml_text import as_uri, writable

_KEPT = (
    "a abbr b blockquote br caption cite code col colgroup dd del dfn div dl dt em figcaption"
    " figure h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp small strong sub sup table"
    " tbody td tfoot th thead time tr u ul var"
)
# Gone with everything in them; whatever else is unknown gives way to its text
_ACTIVE = (
    "script style template iframe object embed applet form input button select textarea svg math"
    " canvas audio video link meta base dialog"
)
KEPT, ACTIVE = frozenset(_KEPT.split()), frozenset(_ACTIVE.split())
ATTRIBUTES = {
    "a": {"href", "title"}, "abbr": {"title"}, "img": {"src", "alt", "width", "height"},
    "td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan", "scope"},
    "ol": {"start"}, "time": {"datetime"},
}  # fmt: skip
EVERYWHERE = {"lang", "dir"}
SCHEMES = ("https:", "http:", "mailto:", "tel:")
WEB = SCHEMES[:2]
# Marks that lead back from a footnote: only the page itself has the place
BACK = "footnote-backref"
# Where a link leads that may stand on its own page only, as links into the payment service do
INSTEAD = "data-instead"
PictureAt = Callable[[str], str]


def readable(body: str, page: str, picture_at: PictureAt = str) -> str:
    """The body as feeds hold it.

    `page` is the whole address of its own page; `picture_at` tells, for the whole address of a
    picture, that of the file that everybody can show.
    """
    root = parsed(body)
    for element in list(root.iterdescendants()):
        if not isinstance(element.tag, str) or element.tag in ACTIVE or _leads_back(element):
            element.drop_tree()
        elif element.tag not in KEPT or not _attributes(element, page, picture_at):
            element.drop_tag()
    return inside(root)


def parsed(body: str) -> tree.HtmlElement:
    """An HTML body as a tree, in an element of its own."""
    parser = tree.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True)
    return tree.fragment_fromstring(writable(body), create_parent="div", parser=parser)


def inside(root: tree.HtmlElement) -> str:
    """What stands in an element, as HTML."""
    opened: str = tostring(root, encoding="unicode", method="html", with_tail=False)
    return opened[opened.index(">") + 1 : opened.rindex("<")].strip()


def _leads_back(element: tree.HtmlElement) -> bool:
    return BACK in element.get("class", "").split()


def _attributes(element: tree.HtmlElement, page: str, picture_at: PictureAt) -> bool:
    """Leave what readers need; false for an element that is nothing without what it lost."""
    if INSTEAD in element.attrib:
        element.set("href", element.get(INSTEAD, ""))
    kept = ATTRIBUTES.get(element.tag, set()) | EVERYWHERE
    for name in list(element.attrib):
        if name not in kept:
            del element.attrib[name]
    for name, schemes in (("href", SCHEMES), ("src", WEB)):
        if name in element.attrib:
            whole = as_uri(_joined(page, element.get(name, "")))
            if not whole.lower().startswith(schemes):
                return False
            element.set(name, picture_at(whole) if name == "src" else whole)
    return element.tag != "img" or "src" in element.attrib


def _joined(page: str, address: str) -> str:
    try:
        return urljoin(page, address.strip())
    except ValueError:
        return ""
