"""When a page last changed, as its authors say it: feeds and the sitemap tell this and no other.

A build changes nothing, and a price that was looked at again has not changed: both have dates of
their own. Where nothing is known nothing is said.
"""

from collections.abc import Iterable
from datetime import datetime

from plugins.documents import Document, Site
from plugins.documents.stages import has_come
from plugins.listings import Listing

# The home page names so many of the newest articles (theme/templates/home.html)
ON_HOME = 3


def changed(document: Document, now: datetime) -> datetime | None:
    """The later of `Date` and `Modified`; a day that has not come says nothing of the past."""
    moments = (document.published, document.modified)
    return latest(moment for moment in moments if moment and has_come(moment, now))


def latest(moments: Iterable[datetime | None]) -> datetime | None:
    """The latest of those that are known."""
    return max(filter(None, moments), default=None)


def page_changed(site: Site, document: Document) -> datetime | None:
    """The same of a document's page: its own text, or what stands on it by itself."""
    shown = (document, *_shown(site, document))
    named = (other.published for other in _named(site, document))
    return latest((*(changed(each, site.now) for each in shown), *named))


def list_changed(page: Listing, now: datetime) -> datetime | None:
    """The same of a page of a list.

    What comes out moves whatever stands below it: further pages change with the newest document
    of the list, which is its first.
    """
    if page.number == 1:
        own = changed(page.document, now) if page.document else None
    else:
        own = page.whole.documents[0].published
    return latest((own, *(changed(document, now) for document in page.documents)))


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
