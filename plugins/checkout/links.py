"""A product and a page become a signed link; each is signed once in a build."""

from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import quote

from plugins.checkout.amounts import MOST_AMOUNT, minor_units, price_version
from plugins.checkout.claims import LONGEST_SKU, SKU, Claims
from plugins.checkout.settings import Checkout
from plugins.checkout.tokens import LONGEST, signed
from plugins.company.offered import Offered, plain_amount
from plugins.company.products import Availability, Product
from plugins.language.messages import Message, message
from plugins.language.problems import expected

PARAMETER = "t"


class Place(NamedTuple):
    """A page on which a link stands: its path on the site without first slash, its language."""

    path: str
    lang: str


_signed_once = lru_cache(maxsize=None)(signed)


def checkout_link(offer: Offered, path: str, checkout: Checkout) -> str:
    """The link that buys a product from the page at a path of the site (without first slash).

    Raises ValueError for what `hindrance` would have told.
    """
    claims = claims_of(offer.product, offer.until, Place(path, offer.lang), checkout)
    return bought_by(claims, checkout)


def bought_by(claims: Claims, checkout: Checkout) -> str:
    """The whole link of claims."""
    return f"{checkout.address}?{PARAMETER}={token_of(claims, checkout)}"


def token_of(claims: Claims, checkout: Checkout) -> str:
    """The signed part of the link of claims."""
    return _signed_once(claims, checkout.key)


def claims_of(product: Product, until: date | None, place: Place, checkout: Checkout) -> Claims:
    """What a link promises; ValueError for what cannot be charged or named."""
    price = minor_units(product.price, product.currency)
    return Claims(
        issuer=checkout.issuer,
        audience=checkout.audience,
        sku=product.sku,
        quantity=checkout.settings.quantity,
        price=price,
        currency=product.currency,
        version=price_version(product.sku, price, product.currency, until),
        page="/" + quote(place.path),
        lang=place.lang,
        issued=int(checkout.period.start.timestamp()),
        expires=int(checkout.period.after.timestamp()),
    )


def hindrance(
    product: Product, until: date | None, place: Place, checkout: Checkout
) -> Message | None:
    """Why a product cannot be bought from a page by a link; None where it can."""
    if product.availability is Availability.OUT_OF_STOCK:
        return message("%(sku)s is out of stock, it cannot be bought", sku=product.sku)
    if not SKU(product.sku):
        return message(
            "links take a sku of letters, digits, point, hyphen and slash, %(most)s at most;"
            " got %(sku)s",
            most=LONGEST_SKU,
            sku=product.sku,
        )
    try:
        claims = claims_of(product, until, place, checkout)
    except ValueError:
        most = plain_amount(Decimal(MOST_AMOUNT).scaleb(-2))
        what = message("a price up to %(most)s with whole kopecks", most=most)
        return expected(what, f"'{product.price} {product.currency}'")
    length = len(bought_by(claims, checkout))
    if length <= LONGEST:
        return None
    return message(
        "the link is %(length)s characters long, %(most)s at most; give the page a shorter Slug",
        length=length,
        most=LONGEST,
    )
