"""Breadcrumbs: the way from the home page through its section to a page."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from plugins.documents import Document, Site
from plugins.documents.document import Kind
from plugins.language.messages import message
from plugins.listings.listing import LISTED, Listing, ListingSettings, hubs
from plugins.listings.names import HOME, short_name

# What stands below a page that is no list of it
BELOW: Mapping[Kind, str] = {"question": "pages/questions.md"}


@dataclass(frozen=True)
class Crumb:
    """A step of the way: its name, plain text, and its path on the site without a first slash."""

    name: str
    url: str


def breadcrumbs(
    site: Site, here: Document | Listing, settings: ListingSettings
) -> tuple[Crumb, ...]:
    """The steps to a page, home first, the page itself last; none to an error page.

    A section or a hub that the page's language lacks is left out.
    """
    if here.kind == "error":
        return ()
    return tuple(dict.fromkeys(_steps(site, here, settings)))


def _steps(site: Site, here: Document | Listing, settings: ListingSettings) -> Iterator[Crumb]:
    home = site.home(here.lang)
    if home is not None:
        yield Crumb(HOME.in_language(here.lang), home.url)
    if here.kind == "home":
        return
    section = _section(site, here)
    if section is not None:
        yield _crumb(section)
    hub = dict(hubs(site, here.lang, settings)).get(here.category)
    if hub is not None and here.kind in ("article", "category"):
        yield Crumb(here.category, hub)
    if isinstance(here, Document):
        yield _crumb(here)
    elif here.number > 1:
        page = message("Page %(number)s", number=here.number)
        yield Crumb(page.in_language(here.lang), here.url)


def _section(site: Site, here: Document | Listing) -> Document | None:
    """The page that a document or a list stands below; a list's own page for a list of it."""
    if isinstance(here, Document):
        return sections(site, here.lang).get(here.kind)
    return here.document or sections(site, here.lang).get("article")


@lru_cache(maxsize=16)
def sections(site: Site, lang: str) -> Mapping[Kind, Document]:
    """The page of a language that documents of a kind stand below, where it has one."""
    above = {kind: site.find(f"{lang}/{path}") for kind, path in BELOW.items()}
    lists = site.in_language(lang, "list")
    above |= {LISTED[page.lists]: page for page in reversed(lists)}
    return {kind: page for kind, page in above.items() if page is not None}


def _crumb(document: Document) -> Crumb:
    return Crumb(short_name(document), document.url)
