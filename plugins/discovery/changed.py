"""When a page last changed, as its authors say it: feeds and the sitemap tell this and no other.

A build changes nothing, and a price that was looked at again has not changed: both have dates of
their own. Where nothing is known nothing is said.
"""

from collections.abc import Iterable
from datetime import datetime

from plugins.documents import Document, Site
from plugins.listings import Listing

# The home page names so many of the newest articles (theme/templates/home.html)
ON_HOME = 3


def changed(document: Document) -> datetime | None:
    """The later of `Date` and `Modified`."""
    return latest((document.published, document.modified))


def latest(moments: Iterable[datetime | None]) -> datetime | None:
    """The latest of those that are known."""
    return max(filter(None, moments), default=None)


def page_changed(site: Site, document: Document) -> datetime | None:
    """The same of a document's page: its own text, or what stands on it by itself."""
    shown = map(changed, _shown(site, document))
    named = (other.published for other in _named(site, document))
    return latest((changed(document), *shown, *named))


def list_changed(page: Listing) -> datetime | None:
    """The same of a page of a list.

    What comes out moves whatever stands below it: further pages change with the newest document
    of the list, which is its first.
    """
    if page.number == 1:
        own = changed(page.document) if page.document else None
    else:
        own = page.whole.documents[0].published
    return latest((own, *map(changed, page.documents)))


def _shown(site: Site, document: Document) -> tuple[Document, ...]:
    """Documents of which the theme shows title and description."""
    if document.kind != "home":
        return ()
    articles = site.in_language(document.lang, "article")[:ON_HOME]
    return *articles, *site.in_language(document.lang, "product")


def _named(site: Site, document: Document) -> tuple[Document, ...]:
    """Documents of which the theme shows the title only: it changes when one comes out."""
    if document.template == "questions":
        return site.in_language(document.lang, "question")
    if document.template == "sitemap":
        return tuple(other for other in site.listed if other.lang == document.lang)
    return ()
