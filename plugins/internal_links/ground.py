"""Where in a body a link may stand: its blocks, and which rule closes which of their letters."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html import unescape

from plugins.documents.html import RAW_TEXT, VOID, Tag, tags
from plugins.documents.visible_text import INLINE
from plugins.internal_links.links import Rule

_CLOSING = {
    Rule.HEADING: "h1 h2 h3 h4 h5 h6 dt",
    Rule.LINK: "a",
    Rule.CODE: "code pre kbd samp var tt math svg",
    Rule.QUOTATION: "blockquote q cite",
    Rule.TABLE_HEADER: "th thead",
    Rule.CAPTION: "caption figcaption",
    Rule.CONTROL: "button form label select option fieldset legend summary dialog nav",
    Rule.CLOSED: "audio video canvas iframe object template noscript",
}
CLOSED_BY = {name: rule for rule, names in _CLOSING.items() for name in names.split()}
SOLD = re.compile(r"schema\.org/(?:Product|Offer|AggregateOffer)\b")
MARK = "data-auto"
BOLD = frozenset({"b", "strong"})
STOPS = (".", "!", "?", "…", ";", ",")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
# A tag that is never closed: what is put after it would become a part of it
_BROKEN = re.compile(r"<[a-zA-Z/!?]")
_WHITE = re.compile(r"[\n\r\t\f]")


@dataclass(frozen=True, slots=True)
class Piece:
    """`text[at : at + size]` of a block, which stands at `body[start:end]`.

    Pieces of one `node` have no tag between them. An entity is a piece of its own: `size` and
    the length in the body differ.
    """

    at: int
    size: int
    start: int
    end: int
    node: int
    rule: Rule | None


@dataclass(slots=True)
class Block:
    """The text of a paragraph, a list item, a cell; `is_first` for the first paragraph.

    `is_linked` says that it holds a link made by us: a body that has been through this already.
    """

    number: int
    is_first: bool
    is_linked: bool = False
    text: str = ""
    pieces: list[Piece] = field(default_factory=list)

    def span(self, at: int, end: int) -> tuple[int, int, Rule | None]:
        """The place in the body of `text[at:end]`, and the rule that closes it, if any."""
        number, more = self._number(at), self._number(end - 1)
        first, last = self.pieces[number], self.pieces[more]
        start = first.start if _is_entity(first) else first.start + at - first.at
        stop = last.end if _is_entity(last) else last.start + end - last.at
        rules = [piece.rule for piece in self.pieces[number : more + 1] if piece.rule]
        across = Rule.ACROSS_TAGS if first.node != last.node else None
        return start, stop, rules[0] if rules else across

    def _number(self, at: int) -> int:
        return bisect_right(self.pieces, at, key=lambda piece: piece.at) - 1


def _is_entity(piece: Piece) -> bool:
    return piece.end - piece.start != piece.size


def blocks(body: str, closed: tuple[str, ...]) -> Iterator[Block]:
    """The blocks of a body that hold text, in order; `closed` are classes that get no links."""
    reader = _Reader(body, frozenset(closed))
    for tag in tags(body):
        reader.text_until(tag.start)
        yield from reader.enter(tag)
    reader.text_until(len(body))
    yield from reader.ended()


class _Reader:
    """Reads a body piece by piece, knowing which elements it is inside of."""

    def __init__(self, body: str, closed: frozenset[str]) -> None:
        self.body, self.closed = body, closed
        self.opened: list[tuple[str, Rule | None]] = []
        self.block = Block(0, is_first=False)
        self.parts: list[str] = []
        self.at = self.length = self.node = self.paragraphs = 0
        self.raw = self.plain = False

    def text_until(self, end: int) -> None:
        """Take the text before the next tag, entities resolved."""
        begin, self.at = self.at, end
        if self.raw or begin >= end:
            return
        self.node += 1
        rule = next((rule for _, rule in self.opened if rule), None)
        if rule is None and _BROKEN.search(self.body, begin, end):
            rule = Rule.ACROSS_TAGS
        if "&" in self.body[begin:end]:
            for entity in _ENTITY.finditer(self.body, begin, end):
                self._add(self.body[begin : entity.start()], begin, entity.start(), rule)
                self._add(unescape(entity[0]), entity.start(), entity.end(), rule)
                begin = entity.end()
        self._add(self.body[begin:end], begin, end, rule)

    def enter(self, tag: Tag) -> Iterator[Block]:
        """Note what a tag opens or closes; a block that ends is given out."""
        self.at = tag.end
        self.raw = tag.name in RAW_TEXT and not tag.closing
        if not tag.name:
            return
        if tag.name == "br":
            self._add("\n", tag.start, tag.end, None)
        elif tag.name not in INLINE:
            yield from self.ended()
        if tag.closing:
            self._close(tag.name)
        elif tag.name not in VOID:
            self.block.is_linked |= tag.name == "a" and MARK in tag.attributes
            self.opened.append((tag.name, self._rule(tag)))
            self._count(tag.name)

    def ended(self) -> Iterator[Block]:
        """The block that was read, if it holds words; a new one begins."""
        self.block.text = "".join(self.parts)
        if self._is_title():
            pieces = self.block.pieces
            self.block.pieces = [replace(p, rule=p.rule or Rule.HEADING) for p in pieces]
        if self.block.text.strip():
            yield self.block
        self.plain = False
        self.block = Block(self.block.number + 1, is_first=False)
        self.parts, self.length = [], 0

    def _is_title(self) -> bool:
        """Whether a paragraph is bold to its end and no sentence: a heading by another name."""
        text = self.block.text.rstrip()
        if self.plain or not text or text.endswith(STOPS):
            return False
        return next((name for name, _ in reversed(self.opened) if name not in INLINE), "") == "p"

    def _count(self, name: str) -> None:
        if name == "p":
            self.paragraphs += 1
            self.block.is_first = self.paragraphs == 1

    def _add(self, text: str, start: int, end: int, rule: Rule | None) -> None:
        if text:
            if not self.plain and not text.isspace():
                self.plain = all(name not in BOLD for name, _ in self.opened)
            self.block.pieces.append(Piece(self.length, len(text), start, end, self.node, rule))
            self.parts.append(_WHITE.sub(" ", text) if text != "\n" else text)
            self.length += len(text)

    def _rule(self, tag: Tag) -> Rule | None:
        if "=" in tag.text and self._is_closed(tag):
            return Rule.CLOSED
        if tag.name == "a" and "href" not in tag.attributes:
            return None
        return CLOSED_BY.get(tag.name)

    def _is_closed(self, tag: Tag) -> bool:
        classes = tag.attributes.get("class", "").split()
        return not self.closed.isdisjoint(classes) or bool(
            SOLD.search(tag.attributes.get("itemtype", ""))
        )

    def _close(self, name: str) -> None:
        if any(opened == name for opened, _ in self.opened):
            while self.opened.pop()[0] != name:
                pass
