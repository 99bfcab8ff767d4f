"""A reader of microdata, by the rules of the HTML standard and with lxml alone.

It shares nothing with the site, so that it sees what a search engine sees.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urljoin

from lxml import html
from lxml.html import HtmlElement

URLS = {"a": "href", "area": "href", "link": "href", "img": "src", "source": "src"}


@dataclass
class Item:
    """`type` without the address of schema.org; a property may stand more than once."""

    type: str
    properties: dict[str, list["str | Item"]] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """The one value of a property, on one line, plain spaces; empty where it lacks."""
        values = self.properties.get(name, [])
        assert len(values) <= 1, (self.type, name, values)
        value = values[0] if values else ""
        assert isinstance(value, str), (self.type, name)
        return " ".join(value.split())

    def texts(self, name: str) -> list[str]:
        """All values of a property that are text."""
        return [value for value in self.properties.get(name, []) if isinstance(value, str)]

    def item(self, name: str) -> "Item":
        """The one item that a property is."""
        (value,) = self.items(name)
        return value

    def items(self, name: str) -> list["Item"]:
        """All values of a property that are items."""
        return [value for value in self.properties.get(name, []) if isinstance(value, Item)]


def items_of(page: bytes, address: str) -> list[Item]:
    """The items of a page that are no property of another; `address` is the page's own."""
    root = html.document_fromstring(page.decode())
    return [
        _item(element, address)
        for element in root.xpath("//*[@itemscope]")
        if element.get("itemprop") is None
    ]


def of_type(page: bytes, address: str, kind: str) -> list[Item]:
    """Those of them that have a type."""
    return [item for item in items_of(page, address) if item.type == kind]


def _item(element: HtmlElement, address: str) -> Item:
    kind = element.get("itemtype", "")
    assert kind.startswith("https://schema.org/"), kind
    item = Item(kind.removeprefix("https://schema.org/"))
    for owned in _properties(element):
        for name in owned.get("itemprop", "").split():
            item.properties.setdefault(name, []).append(_value(owned, address))
    return item


def _properties(element: HtmlElement) -> Iterator[HtmlElement]:
    for child in element.iterchildren("*"):
        if child.get("itemprop") is not None:
            yield child
        if child.get("itemscope") is None:
            yield from _properties(child)


def _value(element: HtmlElement, address: str) -> str | Item:
    if element.get("itemscope") is not None:
        return _item(element, address)
    if element.tag == "meta":
        return str(element.get("content", ""))
    if element.tag in URLS:
        return str(urljoin(address, element.get(URLS[element.tag], "")))
    if element.tag == "time" and element.get("datetime"):
        return str(element.get("datetime"))
    return str(element.text_content())
