"""`[Buy the kettle]({checkout}K-1)` in a text: the link, and what is wrong with it."""

from collections.abc import Iterator
from difflib import get_close_matches
from html import escape
from urllib.parse import unquote

from plugins.checkout.links import Place
from plugins.checkout.shop import Shop, product_pages
from plugins.company.products import Availability, Product
from plugins.documents import Document, Site
from plugins.documents.document import Link
from plugins.documents.edits import Edit
from plugins.language.messages import Message, message
from plugins.language.problems import Problem

NOTATION = "{checkout}"


def buying_links(site: Site, shop: Shop) -> Iterator[Edit]:
    """A body editor: each notation becomes a signed link, or a letter where nothing is sold."""
    pages = product_pages(site)
    for document, link, product in _noted(site, shop):
        if product is None:
            continue
        button = shop.button(product, Place(document.url, document.lang))
        page = pages.get((product.sku, document.lang))
        instead = f' data-instead="/{escape(page.url)}"' if page and button.kind == "buy" else ""
        tag = f"<a {button.attributes}{instead}>"
        inner = document.body[link.opened : link.closed]
        if _waits(product, shop) and "--" not in inner:
            # The author's words promise a sale: they stay in the page, for nobody to read
            words = escape(button.words, quote=False)
            yield Edit(document, link.start, link.opened, f"{tag}{words}<!--")
            yield Edit(document, link.closed, link.end, "--></a>")
        else:
            yield Edit(document, link.start, link.opened, tag)


def link_problems(site: Site, shop: Shop) -> Iterator[Problem]:
    """A site rule: notations of what is not for sale, and products that no link can sell."""
    for document, link, product in _noted(site, shop):
        file, line = f"content/{document.source}", document.line_of(link.href)
        if product is None:
            yield Problem(file, line, "", _unknown(_sku(link), shop))
            continue
        if _waits(product, shop) and shop.checkout.settings.unavailable == "letter":
            continue
        why = shop.hindrance(product, Place(document.url, document.lang))
        if why and not shop.checkout.settings.off:
            yield Problem(file, line, link.href, why)
    if not shop.checkout.settings.off:
        yield from _of_product_pages(site, shop)


def _of_product_pages(site: Site, shop: Shop) -> Iterator[Problem]:
    for (sku, lang), document in product_pages(site).items():
        product = shop.products.by_sku.get(sku)
        if product is None or _waits(product, shop):
            continue
        if why := shop.hindrance(product, Place(document.url, lang)):
            file, line = f"content/{document.source}", document.key_line("product")
            yield Problem(file, line, "Product", why)


def _noted(site: Site, shop: Shop) -> Iterator[tuple[Document, Link, Product | None]]:
    for document in site.live:
        if NOTATION in document.body:
            for link in document.links:
                if link.href.startswith(NOTATION):
                    yield document, link, shop.products.by_sku.get(_sku(link))


def _sku(link: Link) -> str:
    return unquote(link.href.removeprefix(NOTATION))


def _waits(product: Product, shop: Shop) -> bool:
    """Whether it will be sold again, and not now."""
    return product.availability is Availability.OUT_OF_STOCK and not shop.checkout.settings.off


def _unknown(sku: str, shop: Shop) -> Message:
    for near in get_close_matches(sku, shop.products.by_sku, 1, 0.5):
        return message(
            "no product has the sku '%(sku)s'; did you mean %(near)s?", sku=sku, near=near
        )
    file = "content/data/products.yaml"
    return message("no product has the sku '%(sku)s'; take one of %(file)s", sku=sku, file=file)
