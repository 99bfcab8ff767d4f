"""What the room writes, and what it asks of a Site before a page is written."""

from collections.abc import Iterator

from plugins.checkout.bodies import link_problems
from plugins.checkout.payment_rules import payment_problems
from plugins.checkout.published_files import checkout_claims
from plugins.checkout.shop import Shop
from plugins.checkout.till import Till, qr_claims
from plugins.company import Products
from plugins.documents import Site
from plugins.documents.claims import Claim
from plugins.language.problems import Problem


def file_claims(site: Site, products: Products, till: Till) -> Iterator[Claim]:
    """Codes of transfers, and what the payment service reads."""
    yield from qr_claims(site, products, till)
    yield from checkout_claims(site)


def problems(site: Site, shop: Shop, till: Till) -> Iterator[Problem]:
    """A site rule: links that cannot sell, ways to pay that cannot be offered."""
    yield from payment_problems(site, shop.products, till)
    yield from link_problems(site, shop)
