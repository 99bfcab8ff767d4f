"""What of a page is searched: the text inside data-pagefind-body, without what repeats."""

import re
from dataclasses import dataclass, field
from html import unescape

from plugins.documents.html import VOID, Tag, tags
from plugins.documents.visible_text import INLINE

BODY, IGNORE = "data-pagefind-body", "data-pagefind-ignore"
NAME, LAST = "data-search-name", "data-search-last"
_NOT_TEXT = frozenset(
    ["script", "style", "template", "noscript", "svg", "form", "nav", "footer", "iframe", "button"]
)
_HEADING = re.compile(r"h[2-6]")
# A block that ends without a stop gets one, or an excerpt runs on into the next block
_STOPS = {"dt": ":", "th": ":"}
# Would part words for Pagefind, or stands for a further key (staged.py)
_UNSEEN = dict.fromkeys(map(ord, "\u200b\u2060\ufeff"))
_OPEN_END = re.compile(r"[\w)»”\"'%°₽]$")


@dataclass(frozen=True)
class Section:
    """A heading and its anchor, if it has one; `at` is the number of the piece it begins with."""

    level: str
    id: str
    title: str
    at: int


@dataclass
class PageText:
    """A page's heading and the pieces of its text between spaces, in order.

    `name` is what menus call the page, «Оплата»: it is searched like the heading. A page that is
    `last` (forms, terms of law) stands behind those that answer in their own words.
    """

    title: str = ""
    name: str = ""
    pieces: list[str] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    last: bool = False


def page_text(html: str) -> PageText | None:
    """The searched text of a page; None where the page asks not to be indexed or marks nothing."""
    marked = html.find(BODY)
    if marked < 0 or _is_closed(html[:marked]):
        return None
    html = html[html.rfind("<", 0, marked) :]
    reader = _Reader(html)
    for tag in tags(html):
        reader.text_until(tag.start)
        reader.enter(tag)
    return reader.found if reader.found.title or reader.found.pieces else None


def _is_closed(head: str) -> bool:
    """Whether the head says noindex, or sends visitors on."""
    for tag in tags(head):
        if tag.name == "meta":
            named = (tag.attributes.get("name") or tag.attributes.get("http-equiv") or "").lower()
            content = tag.attributes.get("content", "").lower()
            if named == "refresh" or (named == "robots" and re.search("noindex|none", content)):
                return True
    return False


class _Reader:
    """Reads a page tag by tag, knowing which elements it is inside of."""

    def __init__(self, html: str) -> None:
        self.html = html
        self.found = PageText()
        self.at = 0
        self.opened: list[str] = []
        self.body = self.skipped = 0
        self.text: list[str] = []
        self.heading: tuple[str, str, int] | None = None

    def text_until(self, end: int) -> None:
        """Take the text before the next tag, if it is searched."""
        if self.body and not self.skipped:
            self.text.append(self.html[self.at : end])

    def enter(self, tag: Tag) -> None:
        """Note what a tag opens or closes."""
        self.at = tag.end
        if tag.name in VOID:
            self.text.append(" ")
        if not tag.name or tag.name in VOID:
            return
        if tag.name not in INLINE and self.body:
            self._flush(tag.name if tag.closing else "")
        if tag.closing:
            self._close(tag.name)
        elif not tag.text.endswith("/>"):
            self._open(tag)

    def _open(self, tag: Tag) -> None:
        self.opened.append(tag.name)
        depth = len(self.opened)
        if BODY in tag.attributes:
            self.body = self.body or depth
            self.found.name = self.found.name or tag.attributes.get(NAME, "")
            self.found.last = LAST in tag.attributes
        elif self.body and (IGNORE in tag.attributes or tag.name in _NOT_TEXT):
            self.skipped = self.skipped or depth
        elif self.body and not self.skipped and _HEADING.fullmatch(tag.name):
            self.heading = (tag.name, tag.attributes.get("id", ""), len(self.found.pieces))

    def _close(self, name: str) -> None:
        if name not in self.opened:
            return
        while self.opened.pop() != name:
            pass
        depth = len(self.opened)
        self.skipped = self.skipped if depth >= self.skipped else 0
        self.body = self.body if depth >= self.body else 0

    def _flush(self, closed: str) -> None:
        """End a block: its words become pieces, or the title."""
        pieces = unescape("".join(self.text)).translate(_UNSEEN).split()
        self.text.clear()
        if not pieces:
            return
        if closed == "h1" and not self.found.title:
            self.found.title = " ".join(pieces)
            return
        if self.heading and self.heading[0] == closed:
            level, name, at = self.heading
            title = " ".join([*self.found.pieces[at:], *pieces])
            self.found.sections.append(Section(level, name, title, at))
            self.heading = None
        if closed and _OPEN_END.search(pieces[-1]):
            pieces[-1] += _STOPS.get(closed, ".")
        self.found.pieces += pieces
