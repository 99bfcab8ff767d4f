"""A page of a list, and all of them for a site."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from plugins.documents import Document, Site
from plugins.documents.addresses import file_of, prefix
from plugins.documents.claims import Claim
from plugins.documents.document import Kind
from plugins.documents.site import categories
from plugins.language.messages import message
from plugins.language.problems import Problem, expected
from plugins.language.slugs import slug_of

LISTED: dict[str, Kind] = {
    "articles": "article",
    "products": "product",
    "cases": "case",
}


@dataclass(frozen=True)
class ListingSettings:
    """`per_page`: documents on a page; `page` and `hub`: fixed parts of the addresses."""

    per_page: int = 12
    page: str = "page"
    hub: str = "blog/category"


@dataclass(frozen=True)
class List:
    """A whole list before it is cut into pages; `document` introduces it, if it has one."""

    kind: str
    lang: str
    title: str
    url: str
    documents: tuple[Document, ...]
    document: Document | None = None
    category: str = ""


@dataclass(frozen=True)
class Listing:
    """One page of a list. `number` counts from 1 to `total`; all addresses lack a first slash."""

    whole: List
    documents: tuple[Document, ...]
    number: int
    addresses: tuple[str, ...]

    @property
    def kind(self) -> str:
        """articles, products, cases or category."""
        return self.whole.kind

    @property
    def lang(self) -> str:
        """Language of the list and of everything in it."""
        return self.whole.lang

    @property
    def title(self) -> str:
        """The list's title, without a page number."""
        return self.whole.title

    @property
    def description(self) -> str:
        """The introducing page's description; empty for a hub."""
        return self.whole.document.description if self.whole.document else ""

    @property
    def document(self) -> Document | None:
        """The page that introduces the list, if there is one."""
        return self.whole.document

    @property
    def category(self) -> str:
        """The category's name, for a hub."""
        return self.whole.category

    @property
    def total(self) -> int:
        """How many pages the list has."""
        return len(self.addresses)

    @property
    def url(self) -> str:
        """This page's address."""
        return self.addresses[self.number - 1]

    @property
    def save_as(self) -> str:
        """The file of the output."""
        return file_of(self.url)

    @property
    def previous_url(self) -> str | None:
        """The address of the page before, None on the first."""
        return self.addresses[self.number - 2] if self.number > 1 else None

    @property
    def next_url(self) -> str | None:
        """The address of the page after, None on the last."""
        return self.addresses[self.number] if self.number < self.total else None

    @property
    def translation_key(self) -> str:
        """Only a list's first page has translations: those of the page that introduces it."""
        first = self.document is not None and self.number == 1
        return self.document.translation_key if self.document and first else ""


def listings(site: Site, settings: ListingSettings) -> Iterator[Listing]:
    """Every page of every list of the site."""
    for whole in lists(site, settings):
        yield from pages(whole, settings)


def lists(site: Site, settings: ListingSettings) -> Iterator[List]:
    """Lists that a page asks for (`Lists: articles`), and a hub for each category."""
    for page in site.live:
        if page.kind == "list":
            documents = site.in_language(page.lang, LISTED[page.lists])
            yield List(page.lists, page.lang, page.title, page.url, documents, page)
    for lang in site.languages:
        articles = site.in_language(lang, "article")
        for category, url in hubs(site, lang, settings):
            documents = tuple(a for a in articles if a.category == category)
            yield List("category", lang, category, url, documents, category=category)


@lru_cache(maxsize=16)
def hubs(site: Site, lang: str, settings: ListingSettings) -> tuple[tuple[str, str], ...]:
    """(category, address) of each category of a language's articles, by name."""
    start = f"{prefix(lang, site.languages)}{settings.hub}/"
    names = sorted(categories(site.in_language(lang, "article")), key=_alphabetical)
    return tuple((name, f"{start}{slug_of(name)}/") for name in names)


def hub_problems(site: Site, settings: ListingSettings) -> Iterator[Problem]:
    """Categories whose name makes no address, or that of another category."""
    for lang in site.languages:
        owners: dict[str, str] = {}
        for category, url in hubs(site, lang, settings):
            document = next(d for d in site.in_language(lang, "article") if d.category == category)
            file, line = f"content/{document.source}", document.key_line("category")
            owner = owners.setdefault(url, category)
            if not slug_of(category):
                got = f"'{category}'"
                yield Problem(file, line, "Category", expected(message("letters or digits"), got))
            elif owner != category:
                what = message("«%(owner)s», as elsewhere (one address for both)", owner=owner)
                yield Problem(file, line, "Category", expected(what, f"«{category}»"))


def listing_claims(site: Site, settings: ListingSettings) -> Iterator[Claim]:
    """The files of lists that no document stands for: further pages and hubs."""
    made = [page for page in listings(site, settings) if not page.document or page.number > 1]
    for save_as, title in {page.save_as: page.title for page in made}.items():
        yield Claim(save_as, f"«{title}»", f"«{title}»")


def _alphabetical(name: str) -> tuple[str, str]:
    """Capitals among small letters, ё with е."""
    return name.casefold().replace("ё", "е"), name


def pages(whole: List, settings: ListingSettings) -> Iterator[Listing]:
    """The pages of one list; an empty list has one page."""
    shares: Sequence[tuple[Document, ...]] = [
        whole.documents[at : at + settings.per_page]
        for at in range(0, len(whole.documents) or 1, settings.per_page)
    ]
    further = [f"{whole.url}{settings.page}/{n}/" for n in range(2, len(shares) + 1)]
    for number, share in enumerate(shares, 1):
        yield Listing(whole, share, number, (whole.url, *further))
