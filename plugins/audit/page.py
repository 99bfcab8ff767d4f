"""A page of the output as a browser and a search engine get it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from posixpath import join, normpath
from urllib.parse import unquote, urljoin, urlsplit

from plugins.documents.addresses import file_of
from plugins.documents.html import Tag, tags, text_of


@dataclass(frozen=True, eq=False)
class Page:
    """`path` is the file below output/ (`blog/x/index.html`), `html` its text."""

    path: str
    html: str

    @cached_property
    def _tags(self) -> tuple[Tag, ...]:
        return tuple(tag for tag in tags(self.html) if tag.name and not tag.closing)

    @property
    def url(self) -> str:
        """The address without its first slash."""
        return self.path.removesuffix("index.html")

    @cached_property
    def lang(self) -> str:
        """The language of the page, as its html element says it."""
        return next((t.attributes.get("lang", "") for t in self._tags if t.name == "html"), "")

    @cached_property
    def title(self) -> str:
        """The text of the title element; empty where there is none."""
        opened = next((t for t in self._tags if t.name in ("title", "body", "svg")), None)
        if opened is None or opened.name != "title":
            return ""
        closed = re.compile("</title", re.IGNORECASE).search(self.html, opened.end)
        return unescape(self.html[opened.end : closed.start() if closed else None]).strip()

    @cached_property
    def h1(self) -> str:
        """The text of the first h1, on one line; empty where there is none."""
        return " ".join(text_of(self._inside("h1")).split())

    @property
    def main(self) -> str:
        """What the page says for itself, without menus: the inside of main, else the page."""
        return self._inside("main") or self.html

    def _inside(self, name: str) -> str:
        """The HTML inside the first element of a name; empty where there is none."""
        opened = next((tag for tag in self._tags if tag.name == name), None)
        if opened is None:
            return ""
        closed = re.compile(f"</{name}", re.IGNORECASE).search(self.html, opened.end)
        return self.html[opened.end : closed.start() if closed else None]

    @cached_property
    def meta(self) -> dict[str, str]:
        """Contents of meta elements by name (or http-equiv), lower case."""
        found = (t.attributes for t in self._tags if t.name == "meta")
        names = ((a.get("name") or a.get("http-equiv") or "", a.get("content", "")) for a in found)
        return {name.lower(): content for name, content in names if name}

    @property
    def is_indexed(self) -> bool:
        """Whether search engines may list the page."""
        robots = {word.strip() for word in self.meta.get("robots", "").lower().split(",")}
        return not robots & {"noindex", "none"} and "refresh" not in self.meta

    @cached_property
    def canonical(self) -> str:
        """The address that the page names as its own; empty where it names none."""
        found = (t.attributes for t in self._tags if t.name == "link")
        return next((a.get("href", "") for a in found if a.get("rel") == "canonical"), "")

    @cached_property
    def ids(self) -> frozenset[str]:
        """Every id: what a fragment may name."""
        return frozenset(t.attributes["id"] for t in self._tags if "id" in t.attributes)

    @cached_property
    def links(self) -> tuple[str, ...]:
        """Every href of a link, as written."""
        return tuple(
            t.attributes["href"] for t in self._tags if t.name == "a" and "href" in t.attributes
        )

    @cached_property
    def images(self) -> tuple[Mapping[str, str], ...]:
        """The attributes of every `img`."""
        return tuple(tag.attributes for tag in self._tags if tag.name == "img")

    @cached_property
    def pictures(self) -> tuple[str, ...]:
        """Every address of a picture, as written: each size and format, and the shared one."""
        return tuple(dict.fromkeys(self._pictures()))

    def _pictures(self) -> Iterator[str]:
        for tag in self._tags:
            given = tag.attributes
            if tag.name == "img" and "src" in given:
                yield given["src"]
            if tag.name in ("img", "source"):
                candidates = given.get("srcset", "").split(",")
                yield from (words[0] for words in map(str.split, candidates) if words)
            if tag.name == "meta" and given.get("property") == "og:image":
                yield given.get("content", "")

    @cached_property
    def alternates(self) -> dict[str, str]:
        """Hreflang to absolute address."""
        found = (t.attributes for t in self._tags if t.name == "link")
        return {
            a["hreflang"]: a.get("href", "")
            for a in found
            if a.get("rel") == "alternate" and "hreflang" in a
        }

    def target(self, href: str) -> str | None:
        """The file of the output that a link leads to; None for links to elsewhere."""
        try:
            parts = urlsplit(href)
        except ValueError:
            return href
        if parts.scheme or parts.netloc:
            return None
        path = unquote(urlsplit(urljoin(f"/{self.url}", href)).path)
        kept = "/" if path.endswith("/") else ""
        return file_of((normpath(join("/", path)) + kept).lstrip("/"))
