"""An offer of the product feed, element by element, from the facts that its page shows."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import ROUND_CEILING, Decimal
from hashlib import sha256

from lxml import etree

from plugins.company.offered import Offered, plain_amount
from plugins.company.products import Availability
from plugins.discovery.xml_text import as_uri, writable
from plugins.language.plain import flat

# Bounds of product search
LONGEST_ID, LONGEST_NAME, LATEST_DAY, MOST_OPTIONS = 20, 150, 31, 5
_FIT = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_UNFIT = re.compile(r"[^A-Za-z0-9._-]+")
DIGEST = 8
# Days at the earliest, days at the latest, what it costs
Option = tuple[int, int, Decimal]


def add_text(parent: etree._Element, name: str, text: str) -> etree._Element:
    """An element with a text, on one line."""
    element = etree.SubElement(parent, name)
    element.text = flat(writable(text))
    return element


def add_offer(
    offers: etree._Element, offer: Offered, category: str, brand: str, today: date
) -> None:
    """One product, of the `brand` where it bears no other name. What is not known is not said."""
    in_stock = offer.availability is Availability.IN_STOCK
    element = etree.SubElement(
        offers, "offer", id=offer_id(offer.sku), available="true" if in_stock else "false"
    )
    for name, text in _texts(offer, category, offer.product.vendor or brand):
        add_text(element, name, text)
    for picture in offer.pictures:
        add_text(element, "picture", as_uri(picture))
    _add_transport(element, offer)
    add_text(element, "description", offer.description)
    for line in offer.product.specification:
        param = add_text(element, "param", line.value.in_language(offer.lang))
        param.set("name", flat(writable(line.name.in_language(offer.lang))))
    for paper in offer.product.certificates:
        if paper.until >= today:
            add_text(element, "certificate", paper.number)
    add_text(element, "tn-ved-code", offer.product.tnved)


def offer_id(sku: str) -> str:
    """A sku as the id of an offer: as it is where it may be one, else with a digest of it."""
    if _FIT.fullmatch(sku) and len(sku) <= LONGEST_ID:
        return sku
    digest = sha256(sku.encode()).hexdigest()[:DIGEST]
    start = _UNFIT.sub("", sku)[: LONGEST_ID - DIGEST - 1].strip("._-")
    return f"{start}-{digest}" if start else digest


def _texts(offer: Offered, category: str, vendor: str) -> Iterator[tuple[str, str]]:
    yield "name", _shortened(offer.name)
    yield "url", as_uri(offer.url)
    yield "price", offer.price_text
    if offer.old_price is not None:
        yield "oldprice", plain_amount(offer.old_price)
    yield "currencyId", offer.currency
    yield "categoryId", category
    yield "vendor", vendor
    # The number is ours: of goods that bear another name it says nothing
    if not offer.product.vendor:
        yield "vendorCode", offer.sku


def _shortened(name: str) -> str:
    """A name no longer than product search takes, cut after a word."""
    if len(name) <= LONGEST_NAME:
        return name
    return name[: LONGEST_NAME - 1].rpartition(" ")[0].rstrip(" ,;:—–-") + "…"


def _add_transport(element: etree._Element, offer: Offered) -> None:
    """How it comes and how it can be fetched, as far as price and days are known."""
    routes = ((r.days_from, r.days_to, r.charge) for r in offer.routes if r.charge is not None)
    fetched = offer.pickup
    pickup = [(fetched.days_from, fetched.days_to, fetched.charge)] if fetched else []
    _add_options(element, "delivery", routes)
    _add_options(element, "pickup", pickup)


def _add_options(element: etree._Element, name: str, options: Iterable[Option]) -> None:
    """`delivery` and `delivery-options`: neither where no option can be said in YML.

    Options differ in days and in price; of two alike the first stands, for that one is shown.
    """
    told: list[tuple[str, str]] = []
    for earliest, latest, charge in options:
        days = f"{earliest}-{latest}" if earliest != latest else str(latest)
        cost = str(charge.to_integral_value(ROUND_CEILING))
        if latest <= LATEST_DAY and all(days != d and cost != c for d, c in told):
            told.append((days, cost))
    if told:
        add_text(element, name, "true")
        parent = etree.SubElement(element, f"{name}-options")
        for days, cost in told[:MOST_OPTIONS]:
            etree.SubElement(parent, "option", cost=cost, days=days)
