"""A document: one article, page or product as its author wrote it, frozen."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from types import MappingProxyType
from typing import Literal

from plugins.documents.front_matter import fields_of
from plugins.documents.html import Tag, tags, text_of
from plugins.documents.stages import Status
from plugins.language.problems import Problem

Kind = Literal["home", "page", "article", "product", "case", "question", "list", "error"]
# The template of the cart's page
CART = "cart"
# Pages that only their own visitors need: a search, a cart, and what follows a payment
UNLISTED = ("search", CART, "paid", "failed", "cancelled", "expired", "already-paid")
ADDRESSES = ("href", "src", "poster", "data")
_HEADING = re.compile(r"h([1-6])")
_LINK = re.compile(r"<a\s", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True)
class Heading:
    """A heading of the body; `id` is its anchor, empty where it has none."""

    level: int
    text: str
    id: str


@dataclass(frozen=True)
class Link:
    """A hand-made link: `body[start:end]` is the element, `body[opened:closed]` its inside."""

    href: str
    text: str
    start: int
    opened: int
    closed: int
    end: int


@dataclass(frozen=True)
class Picture:
    """A picture of the body by its source as the author wrote it."""

    src: str
    alt: str | None


@dataclass(frozen=True, eq=False)
class Document:
    """What an author wrote and what follows from it.

    `source` is the path below content/ (`ru/blog/x.md`), `url` the path on the site without its
    first slash ("" for the home page), `body` HTML with links as authors write them
    (`{filename}/ru/x.md`), `markdown` the file's text. Times carry a zone. `links_out` is whether
    links may be made in it, `links_in` how much links to it matter: 1 to 9, 0 for none.
    `held` is what keeps it in when its day has come; `priority` is 1 to 9, 9 goes first;
    `evergreen` the days after which it is looked at again, 0 for never; `early` marks what a
    preview shows before its time.
    """

    source: str
    lang: str
    kind: Kind
    title: str
    description: str
    url: str
    save_as: str
    status: Status
    published: datetime | None
    modified: datetime | None
    body: str
    markdown: str = ""
    category: str = ""
    author: str = ""
    tags: tuple[str, ...] = ()
    product: str = ""
    sample: str = ""
    lists: str = ""
    template: str = ""
    typography: bool = True
    links_out: bool = True
    links_in: int = 1
    expires: datetime | None = None
    deadline: datetime | None = None
    written: datetime | None = None
    priority: int = 5
    evergreen: int = 0
    held: tuple[Problem, ...] = ()
    early: bool = False
    extra: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def translation_key(self) -> str:
        """Equal for translations of each other: the path below the language's folder."""
        return self.source.partition("/")[2]

    @property
    def indexed(self) -> bool:
        """Whether search engines may list the page: what its head says, and what is linked to."""
        return self.kind != "error" and self.template not in UNLISTED

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """Headings of the body in order."""
        return tuple(headings_in(self.body))

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Links of the body in order."""
        return tuple(links_in(self.body))

    @cached_property
    def pictures(self) -> tuple[Picture, ...]:
        """Pictures of the body in order."""
        return tuple(
            Picture(tag.attributes.get("src", ""), tag.attributes.get("alt"))
            for tag in tags(self.body)
            if tag.name == "img"
        )

    @cached_property
    def addresses(self) -> tuple[str, ...]:
        """Every address in the body, of links, pictures and other files, in order."""
        found = (tag.attributes for tag in tags(self.body) if not tag.closing)
        return tuple(attributes[n] for attributes in found for n in ADDRESSES if n in attributes)

    @cached_property
    def words(self) -> int:
        """How many words a reader sees in the body."""
        return len(_WORD.findall(text_of(self.body)))

    def key_line(self, key: str) -> int:
        """The line of a front-matter key (lower case); 1 where it does not stand."""
        return next((field.line for field in fields_of(self.markdown) if field.key == key), 1)

    def line_of(self, text: str) -> int:
        """The line of the source file where a text first stands after the front matter, else 1."""
        place = self.markdown.find(text, _front_matter_end(self.markdown))
        return self.markdown.count("\n", 0, place) + 1 if place >= 0 else 1


def _front_matter_end(markdown: str) -> int:
    return max(markdown.find("\n\n"), 0)


def headings_in(body: str) -> Iterator[Heading]:
    """The headings of an HTML body in order."""
    opened: Tag | None = None
    for tag in tags(body):
        if not _HEADING.fullmatch(tag.name):
            continue
        if not tag.closing:
            opened = tag
        elif opened is not None and opened.name == tag.name:
            text = text_of(body[opened.end : tag.start]).strip()
            yield Heading(int(tag.name[1]), text, opened.attributes.get("id", ""))
            opened = None


def links_in(body: str) -> Iterator[Link]:
    """The links of an HTML body in order."""
    opened: Tag | None = None
    for tag in tags(body) if _LINK.search(body) else ():
        if tag.name != "a":
            continue
        if not tag.closing:
            opened = tag if "href" in tag.attributes else None
        elif opened is not None:
            text = text_of(body[opened.end : tag.start])
            href = opened.attributes["href"]
            yield Link(href, text, opened.start, opened.end, tag.start, tag.end)
            opened = None
