"""What is said of a product wherever it is told: page, microdata, JSON-LD and product feed.

Each of them takes the facts from here, so that they cannot differ.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from plugins.company.company import Company
from plugins.company.delivery import Delivery, Pickup, Route
from plugins.company.products import Availability, Group, Product, Products
from plugins.documents import Document, Site
from plugins.language.plain import plain

# What may be on its way: goods in stock go from the warehouse here, others come from abroad
FROM_STOCK = ("warehouse",)
FROM_ABROAD = ("air", "road", "rail", "sea")
# What schema.org calls it (ItemAvailability): «on order» can be bought now and comes later
SCHEMA_AVAILABILITY = {
    Availability.IN_STOCK: "https://schema.org/InStock",
    Availability.ON_ORDER: "https://schema.org/BackOrder",
    Availability.OUT_OF_STOCK: "https://schema.org/OutOfStock",
}
PicturesOf = Callable[[Product], tuple[str, ...]]


@dataclass(frozen=True)
class Offered:
    """A product as one language tells it.

    `url` and `pictures` are whole addresses, the pictures JPEG or PNG; prices are in `currency`
    with VAT, for one unit; `groups` leads from the widest kind of goods to the product's own;
    `routes` are the ways that it can come, `pickup` how it can be fetched, where it can.
    """

    document: Document
    product: Product
    url: str
    pictures: tuple[str, ...]
    groups: tuple[Group, ...]
    routes: tuple[Route, ...]
    pickup: Pickup | None
    until: date | None

    @property
    def sku(self) -> str:
        """The firm's own article number."""
        return self.product.sku

    @property
    def lang(self) -> str:
        """The language it is told in."""
        return self.document.lang

    @property
    def name(self) -> str:
        """The heading of its page, as visitors read it."""
        return plain(self.document.title, self.lang)

    @property
    def description(self) -> str:
        """The description of its page, in running text."""
        return plain(self.document.description, self.lang)

    @property
    def price(self) -> Decimal:
        """What one unit costs now."""
        return self.product.price

    @property
    def price_text(self) -> str:
        """The price for machines: «12500.50», without kopecks where there are none."""
        return plain_amount(self.price)

    @property
    def old_price(self) -> Decimal | None:
        """What it cost before, where that was more."""
        return self.product.old_price

    @property
    def currency(self) -> str:
        """ISO 4217."""
        return self.product.currency

    @property
    def availability(self) -> Availability:
        """Whether it can be had now."""
        return self.product.availability

    @property
    def schema_availability(self) -> str:
        """The same as schema.org names it, a whole address."""
        return SCHEMA_AVAILABILITY[self.product.availability]


def brand_of(product: Product, company: Company, lang: str) -> str:
    """Whose name a product is sold under: its maker's, else the firm's own."""
    return product.vendor or company.brand.in_language(lang)


def plain_amount(amount: Decimal) -> str:
    """Money for machines: a point, no spaces, and two digits of kopecks or none."""
    whole = amount == amount.to_integral_value()
    return f"{amount:.0f}" if whole else f"{amount:.2f}"


def offered(
    document: Document,
    products: Products,
    delivery: Delivery,
    address: str,
    pictures_of: PicturesOf,
) -> Offered | None:
    """The product of a document; None for a document that is not one.

    `address` is the site's, without a slash at its end; `pictures_of` gives the paths of a
    product's pictures on the site, JPEG or PNG, the largest there is, in their order.
    """
    product = products.by_sku.get(document.product)
    if product is None:
        return None
    in_stock = product.availability is Availability.IN_STOCK
    return Offered(
        document,
        product,
        f"{address}/{document.url}",
        tuple(f"{address}/{path}" for path in pictures_of(product)),
        products.path_of(product),
        routes_of(product, delivery),
        delivery.pickup if in_stock else None,
        products.prices_until,
    )


def routes_of(product: Product, delivery: Delivery) -> tuple[Route, ...]:
    """The ways that a product can come: none of what is out of stock."""
    modes = {Availability.IN_STOCK: FROM_STOCK, Availability.ON_ORDER: FROM_ABROAD}
    wanted = modes.get(product.availability, ())
    return tuple(route for route in delivery.routes if route.mode in wanted)


def all_offered(
    site: Site, lang: str, offer_of: Callable[[Document], Offered | None]
) -> Iterator[Offered]:
    """Every product that lists of a language name, in the order of the price list's documents."""
    for document in site.in_language(lang, "product"):
        found = offer_of(document)
        if found is not None:
            yield found
