"""What can be bought where: products, their pages, and what hinders a sale."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context

from plugins.checkout.amounts import minor_units
from plugins.checkout.buttons import Button, buy_button, letter_button
from plugins.checkout.claims import SKU
from plugins.checkout.links import Place, bought_by, claims_of, hindrance, token_of
from plugins.checkout.settings import Checkout
from plugins.company.products import Availability, Product, Products
from plugins.documents import Document, Site
from plugins.language.messages import Message
from plugins.security.policy import origin_of


@dataclass(frozen=True)
class Shop:
    """The price list and how it is sold; `email` is where letters go instead."""

    checkout: Checkout
    products: Products
    email: str

    @property
    def hosts(self) -> tuple[str, ...]:
        """The host to which a cart is sent by a form; none while nothing is sold by links."""
        if self.checkout.settings.off:
            return ()
        return (origin_of(self.checkout.address),)

    def hindrance(self, product: Product, place: Place) -> Message | None:
        """Why a product cannot be bought from a page; None where it can."""
        return hindrance(product, self.products.prices_until, place, self.checkout)

    def button(self, product: Product, place: Place) -> Button:
        """What buys a product from a page, or what to write where nothing can.

        Raises ValueError for what the rules of the site have refused before.
        """
        if not self._sells(product):
            return letter_button(product, place.lang, self.email)
        claims = claims_of(product, self.products.prices_until, place, self.checkout)
        url = bought_by(claims, self.checkout)
        return buy_button(product, place.lang, url, demo=self.checkout.demo)

    def token(self, product: Product, place: Place) -> str:
        """What the link of a product on a page carries; empty where nothing is bought by links."""
        if not self._sells(product):
            return ""
        claims = claims_of(product, self.products.prices_until, place, self.checkout)
        return token_of(claims, self.checkout)

    def _sells(self, product: Product) -> bool:
        sold_out = product.availability is Availability.OUT_OF_STOCK
        return not (self.checkout.settings.off or sold_out)

    def carries(self, product: Product) -> bool:
        """Whether a cart can hold it: links take its sku, and its price can be charged."""
        try:
            minor_units(product.price, product.currency)
        except ValueError:
            return False
        return SKU(product.sku)

    @pass_context
    def __call__(self, context: Context, product: Product | Any) -> Button:
        """In templates: the button of a product (or of what is offered of it) on this page."""
        here = context["listing"] or (context["article"] or context["page"]).document
        return self.button(self.products.by_sku[product.sku], Place(here.url, here.lang))


def product_pages(site: Site) -> Mapping[tuple[str, str], Document]:
    """The live page of each product by sku and language."""
    return {(d.product, d.lang): d for d in site.live if d.kind == "product" and d.product}
