"""The text that a reader sees in an HTML body, each character with its place in the body."""

import re
from array import array
from bisect import bisect_right
from dataclasses import dataclass, field
from html import unescape

from plugins.documents.html import RAW_TEXT, Tag, tags

_INLINE = (
    "a abbr b bdi bdo cite code data del dfn em font i ins kbd mark q s samp small span strong "
    "sub sup time u var wbr"
)
INLINE = frozenset(_INLINE.split())
# What Unicode puts where something that is no text stands
OBJECT = "\ufffc"
_HEADING = re.compile(r"h[2-6]")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_WHITE = re.compile(r"[\n\r\t\f]")


@dataclass
class VisibleText:
    """`text[i]` stands at `body[starts[i]:ends[i]]`; blocks are parted by line breaks.

    `zones` holds, for each piece of text, where it begins in `text` and what it is part of.
    """

    text: str = ""
    starts: "array[int]" = field(default_factory=lambda: array("L"))
    ends: "array[int]" = field(default_factory=lambda: array("L"))
    zones: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)

    def zones_at(self, place: int) -> tuple[str, ...]:
        """What the character `text[place]` is part of, the narrowest first."""
        after = bisect_right(self.zones, place, key=lambda piece: piece[0])
        return self.zones[after - 1][1] if after else ()


def visible_text(body: str, hidden: frozenset[str] = frozenset()) -> VisibleText:
    """The visible text of a body. White space reads as spaces, save in <pre>.

    Of the `hidden` elements (`code`) one U+FFFC stands for all that is in them.
    """
    reader = _Reader(body, hidden)
    for tag in tags(body):
        reader.text_until(tag.start)
        reader.enter(tag)
    reader.text_until(len(body))
    reader.found.text = "".join(reader.parts)
    return reader.found


class _Reader:
    """Reads a body piece by piece, knowing which elements it is inside of."""

    def __init__(self, body: str, hidden: frozenset[str] = frozenset()) -> None:
        self.body = body
        self.hidden = hidden
        self.hiding = ""
        self.found = VisibleText()
        self.parts: list[str] = []
        self.at = 0
        self.raw = ""
        self.inside: dict[str, int] = {"a": 0, "heading": 0, "first": 0, "pre": 0}
        self.paragraphs = 0

    def text_until(self, end: int) -> None:
        """Take the text before the next tag, entities resolved."""
        begin, self.at = self.at, end
        if self.raw or self.hiding or begin >= end:
            return
        self.found.zones.append((len(self.found.starts), self._zones()))
        for entity in _ENTITY.finditer(self.body, begin, end):
            self._plain(begin, entity.start())
            self._letters(unescape(entity[0]), entity.start(), entity.end())
            begin = entity.end()
        self._plain(begin, end)

    def enter(self, tag: Tag) -> None:
        """Note what a tag opens or closes; a block parts the text."""
        self.at = tag.end
        if self._hides(tag):
            return
        self.raw = tag.name if tag.name in RAW_TEXT and not tag.closing else ""
        step = -1 if tag.closing else 1
        if _HEADING.fullmatch(tag.name):
            self._count("heading", step)
        elif tag.name == "a" and (tag.closing or "href" in tag.attributes):
            self._count("a", step)
        elif tag.name == "pre":
            self._count("pre", step)
        elif tag.name == "p":
            self.paragraphs += not tag.closing
            self.inside["first"] = int(self.paragraphs == 1 and not tag.closing)
        if tag.name and tag.name not in INLINE:
            self._letters("\n", tag.start, tag.end)

    def _hides(self, tag: Tag) -> bool:
        """Whether a tag stands in a hidden element, opens it or closes it."""
        if self.hiding:
            self.hiding = "" if tag.closing and tag.name == self.hiding else self.hiding
            return True
        if tag.name in self.hidden and not tag.closing:
            self.hiding = tag.name
            self._letters(OBJECT, tag.start, tag.end)
        return bool(self.hiding)

    def _count(self, name: str, step: int) -> None:
        self.inside[name] = max(0, self.inside[name] + step)

    def _zones(self) -> tuple[str, ...]:
        named = (("a", "anchor"), ("heading", "subheading"), ("first", "first paragraph"))
        return (*(zone for name, zone in named if self.inside[name]), "body")

    def _plain(self, start: int, end: int) -> None:
        text = self.body[start:end]
        self.parts.append(text if self.inside["pre"] else _WHITE.sub(" ", text))
        self.found.starts.extend(range(start, end))
        self.found.ends.extend(range(start + 1, end + 1))

    def _letters(self, text: str, start: int, end: int) -> None:
        self.parts.append(text)
        self.found.starts.extend([start] * len(text))
        self.found.ends.extend([end] * len(text))
