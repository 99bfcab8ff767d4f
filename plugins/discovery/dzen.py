"""The feed for Dzen: articles of the last days, by the rules of its own (docs/reference.md)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from lxml import etree

from plugins.discovery.dzen_bodies import dzen_body
from plugins.discovery.feed_entries import Entry
from plugins.discovery.feed_formats import RSS, Head, added, opened
from plugins.documents import Document, Site

# Older material is not taken, nor is more at once
DAYS, MOST = 3, 500
MEDIA = "http://search.yahoo.com/mrss/"


def for_dzen(site: Site, lang: str) -> Iterator[Document]:
    """The articles of the last three days, the newest first."""
    since = site.now - timedelta(days=DAYS)
    for article in site.in_language(lang, "article")[:MOST]:
        if article.published and article.published >= since:
            yield article


def dzen(head: Head, entries: Sequence[Entry], own: str, tells: Sequence[str]) -> bytes:
    """The feed; `own` is its whole address, `tells` what it asks Dzen for, as categories."""
    feed = opened(head, own, RSS)
    feed.load_extension("media", atom=False)
    for entry in entries:
        item = added(feed, replace(entry, html=dzen_body(entry.html)))
        for word in tells:
            item.category(term=word)
    return _rated(feed.rss_str())


def _rated(data: bytes) -> bytes:
    """The feed with the rating that Dzen wants of every article: fit for all ages."""
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, huge_tree=True))
    for item in root.iter("item"):
        etree.SubElement(item, f"{{{MEDIA}}}rating", scheme="urn:simple").text = "nonadult"
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return written
