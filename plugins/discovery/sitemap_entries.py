"""Which pages the sitemap names, since when, in which order search engines should read them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from datetime import datetime

from plugins.discovery.changed import list_changed, page_changed
from plugins.documents import Document, Site
from plugins.documents.stages import listed
from plugins.language.messages import message
from plugins.language.problems import Problem, expected
from plugins.listings import Listing, ListingSettings, listings

ImagesOf = Callable[[Document], tuple[str, ...]]
# Pages for whom they concern: documents of law, the form of a claim, the map
QUIET = frozenset({"legal", "claim", "sitemap"})


@dataclass(frozen=True)
class Priorities:
    """What Yandex reads first, 0 to 1 (Google ignores it).

    First where visitors buy, then where they make sure, then where they read; pages further
    down a list hold nothing that is not named by itself. `quiet` are documents of law, the form
    of a claim and the map of the site.
    """

    home: float = 1.0
    product: float = 0.9
    list: float = 0.8
    page: float = 0.7
    article: float = 0.6
    case: float = 0.5
    question: float = 0.5
    hub: float = 0.4
    quiet: float = 0.2
    further: float = 0.1


@dataclass(frozen=True)
class Entry:
    """A page of the sitemap. `url` and `images` are paths on the site without a first slash."""

    url: str
    changed: datetime | None
    priority: float
    images: tuple[str, ...] = ()


def entries(
    site: Site, lists: ListingSettings, priorities: Priorities, images_of: ImagesOf
) -> tuple[Entry, ...]:
    """Every page that search engines may list, by address: documents, lists, hubs.

    Further pages of lists are among them: they may be listed, and a rule without exceptions can
    be checked. What is hidden is not: nothing leads there.
    """
    found = [
        *(_of_document(site, d, priorities, images_of) for d in site.listed if _stands(d)),
        *(
            _of_list(site, page, priorities, images_of)
            for page in listings(site, lists)
            if page.document is None or (page.document.indexed and listed(page.document, site.now))
        ),
    ]
    return tuple(sorted(found, key=lambda entry: entry.url))


def _stands(document: Document) -> bool:
    """Whether a document is a page by itself that may be listed."""
    return document.indexed and document.kind != "list"


def _of_document(
    site: Site, document: Document, priorities: Priorities, images_of: ImagesOf
) -> Entry:
    rank = "quiet" if document.template in QUIET else document.kind
    changed = page_changed(site, document)
    return Entry(document.url, changed, getattr(priorities, rank), images_of(document))


def _of_list(site: Site, page: Listing, priorities: Priorities, images_of: ImagesOf) -> Entry:
    rank = "further" if page.number > 1 else "list" if page.document else "hub"
    images = images_of(page.document) if page.document and page.number == 1 else ()
    return Entry(page.url, list_changed(page, site.now), getattr(priorities, rank), images)


def priority_problems(_site: Site, priorities: Priorities) -> Iterator[Problem]:
    """Priorities that the protocol does not know."""
    for field in fields(priorities):
        value = getattr(priorities, field.name)
        if not 0 <= value <= 1:
            what = expected(message("a number from 0 to 1"), value)
            yield Problem("pelicanconf.py", 0, f"PRIORITIES.{field.name}", what)
