"""Which feeds there are: one of each language, and one of each of its categories."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from plugins.documents import Document, Site
from plugins.documents.addresses import prefix
from plugins.documents.claims import Claim
from plugins.listings import ListingSettings, hubs

DZEN, PRODUCTS = "dzen.xml", "yml.xml"


@dataclass(frozen=True)
class FeedSettings:
    """`entries`: how many of the newest articles a feed holds.

    `dzen`: whether dzen.xml is written; `dzen_tells`: what it asks Dzen for, by the words of
    Dzen's own help. The copy there is not to be listed by search engines: the page here is.
    `products`: whether yml.xml is written.
    """

    entries: int = 20
    dzen: bool = True
    dzen_tells: tuple[str, ...] = ("format-article", "noindex", "comment-all")
    products: bool = True


@dataclass(frozen=True)
class Feed:
    """A feed in both its formats. `url` is the path of the page that it follows.

    `category` is empty for the feed of a whole language; `documents` are the newest first.
    """

    lang: str
    url: str
    category: str
    documents: tuple[Document, ...]

    @property
    def atom(self) -> str:
        """The file in Atom, below the output."""
        return f"{self.url}feed.xml"

    @property
    def rss(self) -> str:
        """The file in RSS 2.0, below the output."""
        return f"{self.url}rss.xml"


@lru_cache(maxsize=64)
def known_feeds(
    site: Site, lang: str, *, listings: ListingSettings, settings: FeedSettings
) -> tuple[Feed, ...]:
    """The feeds of a language, the whole one first: it is there before the first article."""
    articles, most = site.in_language(lang, "article"), settings.entries
    found = [Feed(lang, prefix(lang, site.languages), "", articles[:most])]
    for category, url in hubs(site, lang, listings):
        documents = tuple(article for article in articles if article.category == category)
        found.append(Feed(lang, url, category, documents[:most]))
    return tuple(found)


def all_feeds(site: Site, listings: ListingSettings, settings: FeedSettings) -> Iterator[Feed]:
    """The feeds of every language."""
    for lang in site.languages:
        yield from known_feeds(site, lang, listings=listings, settings=settings)


def feed_claims(site: Site, listings: ListingSettings, settings: FeedSettings) -> Iterator[Claim]:
    """The files of all feeds."""
    paths = [path for feed in all_feeds(site, listings, settings) for path in (feed.atom, feed.rss)]
    if settings.dzen and dzen_lang(site):
        paths.append(DZEN)
    if settings.products and sells(site):
        paths.append(PRODUCTS)
    # Two categories with one address are told by the lists
    for path in dict.fromkeys(paths):
        yield Claim(path, path, path)


def dzen_lang(site: Site) -> str:
    """The language of Dzen's feed: Russian, where the site has articles in it; else nothing."""
    return "ru" if site.in_language("ru", "article") else ""


def sells(site: Site) -> bool:
    """Whether there is anything for the product feed: product search reads Russian."""
    return bool(site.in_language("ru", "product"))
