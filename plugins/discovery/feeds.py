"""A feed as Atom (RFC 4287) and as RSS 2.0, made by feedgen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from feedgen.feed import FeedGenerator

from plugins.discovery.feed_entries import Entry

ATOM, RSS = "application/atom+xml", "application/rss+xml"
GENERATOR = "Vitrina"


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
    data: bytes = _feed(head, entries, own, ATOM).atom_str(pretty=True)
    return data


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


def added(feed: FeedGenerator, entry: Entry) -> "FeedGenerator":
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
    item.published(entry.published)
    item.updated(entry.updated)
    return item
