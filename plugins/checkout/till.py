"""How a product can be paid: ways that fit it, hints, links and forms of providers, the bank's QR.

Links of the payment service itself are `checkout.links`; this is what stands beside them.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from hashlib import sha256

from plugins.checkout.providers import bank_qr, robokassa, yoomoney
from plugins.checkout.providers.form import Form
from plugins.checkout.rates import latest
from plugins.checkout.ways import Hint, fee_words, fitting, hints, limit_words, usable
from plugins.company import Company, Offered, Payments, Product, Products, Rate
from plugins.company.payments import Way
from plugins.company.products import Availability
from plugins.documents import Site
from plugins.documents.claims import Claim
from plugins.language.messages import Message
from plugins.language.slugs import slug_of

FOLDER = "pay"
PASSWORD = "VITRINA_ROBOKASSA_PASSWORD1"


@dataclass(frozen=True, eq=False)
class Till:
    """The facts: ways, the firm, rates, the day, and Robokassa's first password, if any."""

    payments: Payments | None
    company: Company
    rates: tuple[Rate, ...]
    day: date
    password: str = field(default="", repr=False)

    @property
    def seller(self) -> str:
        """The firm's country."""
        return self.company.jurisdiction

    @cached_property
    def ways(self) -> tuple[Way, ...]:
        """Ways that can be used on the day, in order of preference."""
        return usable(self.payments.ways, self.seller, self.day) if self.payments else ()

    @cached_property
    def payee(self) -> bank_qr.Payee | None:
        """Who a bank transfer goes to."""
        return bank_qr.payee_of(self.company)

    @property
    def beside(self) -> tuple[str, ...]:
        """Currencies to show beside roubles: those that are listed and have a rate."""
        listed = self.payments.currencies if self.payments else ()
        known = {rate.currency for rate in self.rates}
        return tuple(currency for currency in listed if currency in known)

    @property
    def rated(self) -> date | None:
        """The day of the oldest rate that is shown."""
        shown = (latest(self.rates, currency) for currency in self.beside)
        return min((rate.date for rate in shown if rate), default=None)

    def limit(self, way: Way) -> Message | None:
        """The bounds of a way in words."""
        return limit_words(way)

    def fee(self, way: Way) -> Message | None:
        """What it costs beside the sum, and whom."""
        return fee_words(way)


@dataclass(frozen=True)
class Action:
    """Where a way to pay leads to at once: an address, or a form."""

    way: Way
    href: str = ""
    form: Form | None = None


@dataclass(frozen=True)
class Paying:
    """How a product can be paid.

    `ways` fit its price, `hints` tell of those that do not; `actions` are links and forms of
    providers; `qr` is the path of the bank's QR code, empty without one.
    """

    ways: tuple[Way, ...]
    hints: tuple[Hint, ...]
    actions: tuple[Action, ...]
    qr: str


def till_of(
    payments: Payments | None,
    company: Company,
    rates: tuple[Rate, ...],
    day: date,
    environ: Mapping[str, str],
) -> Till:
    """The facts, with the password of the environment."""
    return Till(payments, company, rates, day, environ.get(PASSWORD, "").strip())


def paying(offer: Offered, till: Till) -> Paying:
    """How a product can be paid now; what is out of stock has ways, but no links and no code."""
    fit = fitting(till.ways, offer.price, till.seller, till.day)
    code = qr_of(offer.product, till)
    sold = offer.availability is not Availability.OUT_OF_STOCK
    return Paying(
        fit,
        hints(till.ways, offer.price, till.seller, till.day),
        tuple(_actions(fit, offer, till)) if sold else (),
        code[0] if code else "",
    )


def qr_of(product: Product, till: Till) -> tuple[str, str] | None:
    """The path of a product's QR code and what the code says; None where none is offered.

    The path holds a digest of what the code says, so that no cache shows an old sum.
    """
    fit = fitting(till.ways, product.price, till.seller, till.day)
    sold = product.availability is not Availability.OUT_OF_STOCK
    if not sold or till.payee is None or not any(way.kind == "invoice" for way in fit):
        return None
    text = bank_qr.text_of(bank_qr.fields_of(till.payee, product.price, purpose(product.sku)))
    digest = sha256(text.encode()).hexdigest()[:8]
    return f"{FOLDER}/{slug_of(product.sku)[:40]}-{digest}.svg", text


def qr_files(site: Site, products: Products, till: Till) -> Iterator[tuple[str, bytes]]:
    """The file of each QR code of goods that visitors can reach: its path and its SVG."""
    for path, text in _codes(site, products, till):
        yield path, bank_qr.svg_of(text)


def qr_claims(site: Site, products: Products, till: Till) -> Iterator[Claim]:
    """The same files, without making them."""
    for path, _ in _codes(site, products, till):
        yield Claim(path, "content/data/products.yaml", "content/data/products.yaml")


def _codes(site: Site, products: Products, till: Till) -> Iterator[tuple[str, str]]:
    described = {document.product for document in site.live}
    for product in products.products:
        if product.sku in described and (found := qr_of(product, till)):
            yield found


def purpose(sku: str) -> str:
    """What the payer's bank writes: in Russian, because Russian banks read it."""
    return f"Оплата {sku}"


def _actions(ways: tuple[Way, ...], offer: Offered, till: Till) -> Iterator[Action]:
    named = f"{offer.sku} — {offer.name}"
    for way in ways:
        if way.robokassa and till.password:
            bought = robokassa.Bought(offer.price, named, _item(offer.sku), offer.lang)
            yield Action(way, robokassa.link(bought, way.robokassa, till.password))
        elif way.sbp_link:
            yield Action(way, way.sbp_link.url)
        elif way.yoomoney:
            yield Action(way, form=yoomoney.form(offer.price, offer.sku, way.yoomoney, offer.url))


def _item(sku: str) -> str:
    """A sku that needs no encoding, so that everybody signs the same letters."""
    return sku if re.fullmatch(r"[A-Za-z0-9._-]+", sku) else slug_of(sku) or "item"
