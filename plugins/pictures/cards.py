"""What stands on the picture that a page is shared with: brand, title, a fact, where from."""

from collections.abc import Iterator
from dataclasses import astuple, dataclass
from hashlib import sha256
from typing import Protocol

from plugins.company import Company, Products
from plugins.documents import Document, Site
from plugins.language.messages import message
from plugins.language.numbers import date, rubles
from plugins.language.typography import typeset
from plugins.listings import ListingSettings, listings

WIDTH, HEIGHT = 1200, 630
# A new number draws every card anew, under a new name
DESIGN = 1
SAMPLE = message("An example: this company does not exist")


class Shared(Protocol):
    """A page that is shared: a document or a page of a list."""

    @property
    def title(self) -> str:
        """Its heading."""

    @property
    def lang(self) -> str:
        """Its language."""


@dataclass(frozen=True)
class Card:
    """The words of a card. `sample` is empty for a firm that exists."""

    lang: str
    brand: str
    title: str
    fact: str
    host: str
    sample: str

    @property
    def save_as(self) -> str:
        """The file of the output: other words, another name, so that no network shows old ones."""
        words = "\n".join((str(DESIGN), *astuple(self)))
        return f"share/{sha256(words.encode()).hexdigest()[:12]}.png"


@dataclass(frozen=True)
class SharePicture:
    """What the head of a page says of its card."""

    url: str
    alt: str
    width: int = WIDTH
    height: int = HEIGHT
    type: str = "image/png"


def card_of(page: Shared, company: Company, products: Products) -> Card:
    """The card of a page."""
    return Card(
        lang=page.lang,
        brand=company.brand.in_language(page.lang),
        title=typeset(page.title, page.lang),
        fact=_fact(page, company, products),
        host=company.site.partition("://")[2],
        sample=SAMPLE.in_language(page.lang) if company.example else "",
    )


def share_picture(page: Shared, company: Company, products: Products) -> SharePicture:
    """The template function: address (without its first slash), size and words of a page's card."""
    card = card_of(page, company, products)
    return SharePicture(card.save_as, f"{card.brand}: {card.title}")


def cards(
    site: Site, company: Company, products: Products, settings: ListingSettings
) -> Iterator[Card]:
    """Every card of the site, each once: of live documents and of lists."""
    documents = (d for d in site.live if d.kind not in ("list", "error"))
    pages: list[Shared] = [*documents, *listings(site, settings)]
    yield from dict.fromkeys(card_of(page, company, products) for page in pages)


def _fact(page: Shared, company: Company, products: Products) -> str:
    """The line below the title: price and day for goods, the day for articles, else who we are."""
    lang, words = page.lang, None
    if isinstance(page, Document) and page.product in products.by_sku:
        product = products.by_sku[page.product]
        price, day = rubles(product.price, lang), date(product.checked, lang)
        words = message("%(price)s, price checked %(date)s", price=price, date=day)
    elif isinstance(page, Document) and page.kind == "article" and page.published:
        changed = max(filter(None, (page.published, page.modified)))
        day = date(changed, lang)
        is_new = changed == page.published
        words = message("Published %(date)s", date=day) if is_new else None
        words = words or message("Updated %(date)s", date=day)
    return words.in_language(lang) if words else company.tagline.in_language(lang)
