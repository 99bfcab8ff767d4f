"""Atom feeds (RFC 4287), one a language, made by feedgen."""

from collections.abc import Callable, Iterator
from urllib.parse import urljoin

from feedgen.entry import FeedEntry
from feedgen.feed import FeedGenerator

from plugins.discovery.changed import changed, latest
from plugins.documents import Document, Site
from plugins.documents.addresses import prefix
from plugins.documents.claims import Claim
from plugins.documents.html import tags

ENTRIES = 20
ADDRESSES = frozenset({"href", "src", "srcset", "poster"})


def feed_path(lang: str, languages: tuple[str, ...]) -> str:
    """Where a language's feed stands: `feed.xml`, `en/feed.xml`."""
    return f"{prefix(lang, languages)}feed.xml"


def feed_paths(site: Site) -> Iterator[tuple[str, str]]:
    """Each language and where its feed stands."""
    for lang in site.languages:
        yield lang, feed_path(lang, site.languages)


def feed_claims(site: Site) -> Iterator[Claim]:
    """The feed's file of each language."""
    for _lang, path in feed_paths(site):
        yield Claim(path, path, path)


def feed_of(
    site: Site, lang: str, title: str, address: str, body_of: Callable[[Document], str]
) -> bytes:
    """The newest articles of a language with their full text.

    `address` is the site's, without a slash at its end; `body_of` is an article's HTML.
    """
    articles = site.in_language(lang, "article")[:ENTRIES]
    feed = FeedGenerator()
    feed.id(f"{address}/{prefix(lang, site.languages)}")
    feed.title(title)
    feed.language(lang)
    feed.link(href=f"{address}/{feed_path(lang, site.languages)}", rel="self")
    feed.link(href=f"{address}/{prefix(lang, site.languages)}", rel="alternate")
    midnight = site.now.replace(hour=0, minute=0, second=0, microsecond=0)
    feed.updated(latest(map(changed, articles)) or midnight)
    for article in articles:
        entry = _add(feed, article, f"{address}/{article.url}", title)
        entry.content(absolute(body_of(article), address, article.url), type="html")
    data: bytes = feed.atom_str(pretty=True)
    return data


def absolute(html: str, address: str, url: str) -> str:
    """HTML whose addresses are whole: a feed is read elsewhere. `url` is that of its own page."""
    parts, at = [], 0
    for tag in tags(html):
        found = {n: v for n, v in tag.attributes.items() if n in ADDRESSES and not tag.closing}
        whole = {name: _absolute(name, value, f"{address}/{url}") for name, value in found.items()}
        if whole != found:
            parts += [html[at : tag.start], tag.with_attributes(whole)]
            at = tag.end
    return "".join([*parts, html[at:]])


def _absolute(name: str, value: str, page: str) -> str:
    if name != "srcset":
        return urljoin(page, value)
    parted = (part.split(None, 1) for part in value.split(",") if part.strip())
    return ", ".join(" ".join([urljoin(page, first), *rest]) for first, *rest in parted)


def _add(feed: FeedGenerator, article: Document, url: str, publisher: str) -> FeedEntry:
    entry = feed.add_entry(order="append")
    entry.id(url)
    entry.title(article.title)
    entry.link(href=url, rel="alternate")
    entry.author(name=article.author or publisher)
    entry.summary(article.description)
    entry.published(article.published)
    entry.updated(changed(article))
    if article.category:
        entry.category(term=article.category)
    return entry
