"""What a cart knows of a product: one small file for each product and language.

A cart in the browser holds skus and quantities, never prices. So the page of the cart always
shows what holds now, and asks for the few goods that it holds instead of a whole price list.
"""

import json
from collections.abc import Iterator
from typing import NamedTuple

from plugins.checkout import Shop
from plugins.checkout.amounts import minor_units
from plugins.checkout.links import Place
from plugins.checkout.shop import product_pages
from plugins.company import Company, Product
from plugins.company.offered import brand_of
from plugins.company.products import Availability
from plugins.documents import Document, Site
from plugins.documents.addresses import folder_of
from plugins.documents.claims import Claim
from plugins.language.numbers import rubles
from plugins.language.plain import plain

FOLDER = "cart"


class _Good(NamedTuple):
    """A product that a cart can hold, and its page in one language."""

    product: Product
    page: Document

    @property
    def file(self) -> str:
        return f"{FOLDER}/{self.page.lang}/{folder_of(self.product.sku)}.json"


def goods_files(site: Site, shop: Shop, company: Company) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of the file of every product that a cart can hold."""
    for good in _goods(site, shop):
        said = json.dumps(_told(good, shop, company), ensure_ascii=False, separators=(",", ":"))
        yield good.file, said.encode()


def cart_claims(site: Site, shop: Shop) -> Iterator[Claim]:
    """The same files, without making them."""
    for good in _goods(site, shop):
        source = f"content/{good.page.source}"
        yield Claim(good.file, source, source, good.page.key_line("product"), "Product")


def _goods(site: Site, shop: Shop) -> Iterator[_Good]:
    for (sku, lang), page in product_pages(site).items():
        product = shop.products.by_sku.get(sku)
        if product and shop.carries(product) and site.cart(lang):
            yield _Good(product, page)


def _told(good: _Good, shop: Shop, company: Company) -> dict[str, object]:
    product, page = good
    lang = page.lang
    sold = product.availability is not Availability.OUT_OF_STOCK
    groups = (group.name.in_language(lang) for group in shop.products.path_of(product))
    return {
        "sku": product.sku,
        "name": plain(page.title, lang),
        "url": f"/{page.url}",
        "price": minor_units(product.price, product.currency),
        "currency": product.currency,
        "shown": rubles(product.price, lang),
        "n": list(shop.checkout.settings.quantity),
        "sold": sold,
        "token": shop.token(product, Place(page.url, lang)),
        "brand": brand_of(product, company, lang),
        "category": "/".join(groups),
    }
