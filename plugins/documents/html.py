"""Places of tags in an HTML body. Bodies are cut at places, never parsed and written again."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from html import escape, unescape

_TAG = r"""</?[a-zA-Z](?:"[^"]*"|'[^']*'|[^"'>])*>"""
_MARKUP = re.compile(rf"<!--.*?(?:-->|\Z)|<[!?][^>]*>|{_TAG}", re.DOTALL)
_ATTRIBUTE = re.compile(
    r"""([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`][^\s>]*)))?""", re.DOTALL
)
_NAME = re.compile(r"</?([a-zA-Z][^\s/>]*)")
_RAW_OPENED = re.compile(r"<(?:script|style|textarea)(?=[\s/>])", re.IGNORECASE)
_RAW = re.compile(r"</(script|style|textarea)\b", re.IGNORECASE)
# Elements that hold nothing and are never closed (HTML Standard, 13.1.2)
_VOID = "area base br col embed hr img input link meta param source track wbr"
VOID = frozenset(_VOID.split())
RAW_TEXT = frozenset({"script", "style", "textarea"})


@dataclass(frozen=True)
class Tag:
    """A tag and its place: `body[start:end]` is the tag as written."""

    start: int
    end: int
    text: str

    @cached_property
    def name(self) -> str:
        """Lower-case element name; empty for a comment or a doctype."""
        found = _NAME.match(self.text)
        return found[1].lower() if found else ""

    @property
    def closing(self) -> bool:
        """Whether this is an end tag."""
        return self.text.startswith("</")

    @cached_property
    def attributes(self) -> dict[str, str]:
        """Lower-case names to unescaped values; the first of equal names counts (as in HTML)."""
        inside = self.text[1 + len(self.name) : -1]
        found: dict[str, str] = {}
        for name, *values in _ATTRIBUTE.findall(inside):
            found.setdefault(name.lower(), unescape(next((v for v in values if v), "")))
        return found

    def with_attributes(self, values: Mapping[str, str]) -> str:
        """The tag with these attributes (lower-case names) set; all else keeps its bytes."""
        start, missing = 1 + len(self.name), dict(values)
        parts, at = [], start
        for found in _ATTRIBUTE.finditer(self.text[start:-1]):
            if (name := found[1].lower()) in missing:
                parts += [self.text[at : start + found.start()], _written(name, missing.pop(name))]
                at = start + found.end()
        new = "".join(f" {_written(name, value)}" for name, value in missing.items())
        return "".join([self.text[:start], new, *parts, self.text[at:]])


def _written(name: str, value: str) -> str:
    return f'{name}="{escape(value)}"'


def tags(body: str) -> Iterator[Tag]:
    """Tags, comments and doctypes of a body in order; what looks like a tag in a script is none."""
    at = 0
    while found := _MARKUP.search(body, at):
        tag = Tag(found.start(), found.end(), found[0])
        at = tag.end
        yield tag
        if _RAW_OPENED.match(tag.text):
            end = next((m for m in _RAW.finditer(body, at) if m[1].lower() == tag.name), None)
            at = end.start() if end else len(body)


def text_of(html: str) -> str:
    """The text a reader sees, entities resolved, white space as it stands."""
    parts, at, raw = [], 0, ""
    for tag in tags(html):
        if not raw:
            parts.append(html[at : tag.start])
        at = tag.end
        raw = tag.name if tag.name in ("script", "style") and not tag.closing else ""
    return unescape("".join([*parts, "" if raw else html[at:]]))
