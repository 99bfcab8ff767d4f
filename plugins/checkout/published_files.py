"""What the payment service reads from the site: public keys, and what is sold for how much."""

import json
from collections.abc import Iterator, Sequence

from plugins.checkout.amounts import minor_units, price_version
from plugins.checkout.keys import by_kid, jwks
from plugins.checkout.shop import Shop, product_pages
from plugins.company.products import Availability, Product
from plugins.documents import Document, Site
from plugins.documents.claims import Claim
from plugins.language.plain import plain

KEYS_FILE = ".well-known/jwks.json"
CATALOGUE_FILE = ".well-known/checkout-catalogue.json"


def checkout_files(site: Site, shop: Shop) -> dict[str, bytes]:
    """Path to bytes of everything that the service reads."""
    checkout = shop.checkout
    keys = by_kid((*checkout.public_keys, *((checkout.key.public,) if checkout.demo else ())))
    said = json.dumps(_catalogue(site, shop), ensure_ascii=False, indent=1)
    return {KEYS_FILE: jwks(keys.values()), CATALOGUE_FILE: f"{said}\n".encode()}


def checkout_claims(_site: Site) -> Iterator[Claim]:
    """Those files."""
    for path in (KEYS_FILE, CATALOGUE_FILE):
        yield Claim(path, "CHECKOUT", "CHECKOUT")


def _catalogue(site: Site, shop: Shop) -> dict[str, object]:
    checkout = shop.checkout
    told = {} if checkout.settings.off else {"service": checkout.audience}
    pages: dict[str, list[Document]] = {}
    for (sku, _), document in product_pages(site).items():
        pages.setdefault(sku, []).append(document)
    goods = (_told(shop, product, pages.get(product.sku, ())) for product in shop.products.products)
    return {
        "issuer": checkout.issuer,
        **told,
        "grace": int(checkout.grace.total_seconds()),
        "products": [product for product in goods if product],
    }


def _told(shop: Shop, product: Product, pages: Sequence[Document]) -> dict[str, object] | None:
    """A product that has a page and a price that can be charged."""
    names = {document.lang: plain(document.title, document.lang) for document in pages}
    try:
        price = minor_units(product.price, product.currency)
    except ValueError:
        return None
    if not names:
        return None
    until = shop.products.prices_until
    return {
        "s": product.sku,
        "p": price,
        "c": product.currency,
        "v": price_version(product.sku, price, product.currency, until),
        "n": list(shop.checkout.settings.quantity),
        "sold": product.availability is not Availability.OUT_OF_STOCK,
        "until": until.isoformat() if until else None,
        "pages": {document.lang: f"/{document.url}" for document in pages},
        "names": names,
    }
