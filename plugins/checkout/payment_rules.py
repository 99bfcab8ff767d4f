"""What ways to pay ask of a Site before it is built: an account, names that fit, a password."""

from collections.abc import Iterator

from plugins.checkout.providers.bank_qr import LONGEST, payee_problems
from plugins.checkout.till import PASSWORD, Till, purpose
from plugins.company import Products
from plugins.documents import Site
from plugins.language.messages import message
from plugins.language.problems import NOTHING, Problem, Severity, expected

_PAYMENTS = "content/data/payments.yaml"


def payment_problems(_site: Site, products: Products, till: Till) -> Iterator[Problem]:
    """A site rule: whatever hinders a way that payments.yaml offers."""
    kinds = {way.kind for way in till.ways}
    if "invoice" in kinds:
        yield from payee_problems(till.payee)
        yield from _long_purposes(products)
    if "robokassa" in kinds and not till.password:
        what = message("the shop's first password in the environment, or no way of this kind")
        yield Problem(_PAYMENTS, 0, PASSWORD, expected(what, NOTHING), Severity.WARNING)


def _long_purposes(products: Products) -> Iterator[Problem]:
    for product in products.products:
        if len(purpose(product.sku)) > LONGEST["Purpose"]:
            most = LONGEST["Purpose"] - len(purpose(""))
            what = message("at most %(most)s characters, as a bank's QR code holds", most=most)
            text = expected(what, len(product.sku))
            yield Problem("content/data/products.yaml", 0, f"{product.sku[:20]}…", text)
