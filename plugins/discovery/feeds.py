"""Atom feeds (RFC 4287), one a language, made by feedgen."""

from collections.abc import Iterator
from datetime import datetime

from feedgen.feed import FeedGenerator

from plugins.documents import Document, Site
from plugins.documents.addresses import prefix
from plugins.documents.claims import Claim

ENTRIES = 20


def feed_path(lang: str, languages: tuple[str, ...]) -> str:
    """Where a language's feed stands: `feed.xml`, `en/feed.xml`."""
    return f"{prefix(lang, languages)}feed.xml"


def feed_claims(site: Site) -> Iterator[Claim]:
    """The feed's file of each language."""
    for lang in site.languages:
        path = feed_path(lang, site.languages)
        yield Claim(path, path, path)


def feed_of(site: Site, lang: str, title: str, address: str) -> bytes:
    """The newest articles of a language. `address` is the site's, without a slash at its end."""
    articles = site.in_language(lang, "article")[:ENTRIES]
    feed = FeedGenerator()
    feed.id(f"{address}/{prefix(lang, site.languages)}")
    feed.title(title)
    feed.language(lang)
    feed.link(href=f"{address}/{feed_path(lang, site.languages)}", rel="self")
    feed.link(href=f"{address}/{prefix(lang, site.languages)}", rel="alternate")
    midnight = site.now.replace(hour=0, minute=0, second=0, microsecond=0)
    feed.updated(max(map(_changed, articles), default=midnight))
    for article in articles:
        _add(feed, article, f"{address}/{article.url}", title)
    data: bytes = feed.atom_str(pretty=True)
    return data


def _add(feed: FeedGenerator, article: Document, url: str, publisher: str) -> None:
    entry = feed.add_entry(order="append")
    entry.id(url)
    entry.title(article.title)
    entry.link(href=url, rel="alternate")
    entry.author(name=article.author or publisher)
    entry.summary(article.description)
    entry.published(article.published)
    entry.updated(_changed(article))
    if article.category:
        entry.category(term=article.category)


def _changed(article: Document) -> datetime:
    moments = [moment for moment in (article.published, article.modified) if moment]
    return max(moments)
