"""A feed as Atom (RFC 4287) and as RSS 2.0, made by feedgen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from feedgen.entry import FeedEntry
from feedgen.feed import FeedGenerator
from lxml import etree

from plugins.discovery.feed_entries import Entry

ATOM, RSS = "application/atom+xml", "application/rss+xml"
GENERATOR = "Vitrina"
ATOM_NAMES = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True)
class Head:
    """What a feed says of itself; `url` is the whole address of the page that it follows."""

    lang: str
    title: str
    about: str
    url: str
    updated: datetime


def atom(head: Head, entries: Sequence[Entry], own: str) -> bytes:
    """The feed in Atom; `own` is its whole address."""
    return _with_links(_feed(head, entries, own, ATOM).atom_str(), entries)


def rss(head: Head, entries: Sequence[Entry], own: str) -> bytes:
    """The same in RSS 2.0."""
    data: bytes = _feed(head, entries, own, RSS).rss_str(pretty=True)
    return data


def _feed(head: Head, entries: Sequence[Entry], own: str, kind: str) -> FeedGenerator:
    feed = opened(head, own, kind)
    for entry in entries:
        item = added(feed, entry)
        if entry.category:
            item.category(term=entry.category)
    return feed


def opened(head: Head, own: str, kind: str) -> FeedGenerator:
    """A feed without entries."""
    feed = FeedGenerator()
    feed.load_extension("dc", atom=False)
    feed.id(head.url)
    feed.title(head.title)
    feed.description(head.about)
    feed.language(head.lang)
    feed.generator(GENERATOR)
    feed.link(href=own, rel="self", type=kind)
    feed.link(href=head.url, rel="alternate", type="text/html")
    feed.updated(head.updated)
    return feed


def added(feed: FeedGenerator, entry: Entry) -> FeedEntry:
    """The entry, added below those that are there."""
    item = feed.add_entry(order="append")
    item.guid(entry.id, permalink=entry.id == entry.url)
    item.title(entry.title)
    item.link(href=entry.url, rel="alternate", type="text/html")
    item.author(name=entry.author, **({"uri": entry.author_url} if entry.author_url else {}))
    item.dc.dc_creator(entry.author)
    item.content(entry.html, type="html")
    if entry.summary:
        item.summary(entry.summary)
    cover = entry.cover
    item.link(href=entry.cover_url, rel="enclosure", type=cover.type, length=str(cover.length))
    item.published(entry.published)
    item.updated(entry.updated)
    return item


def _with_links(data: bytes, entries: Sequence[Entry]) -> bytes:
    """The feed with all of its links: feedgen 1.0.0 writes those of entries bare (issue 135)."""
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, huge_tree=True))
    for told, entry in zip(root.iter(f"{{{ATOM_NAMES}}}entry"), entries, strict=True):
        page, cover = told.iter(f"{{{ATOM_NAMES}}}link")
        page.attrib.update({"rel": "alternate", "type": "text/html"})
        length = str(entry.cover.length)
        cover.attrib.update({"rel": "enclosure", "type": entry.cover.type, "length": length})
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return written
