"""Signed links into the payment service: keys, claims, verification, and the button to buy."""

from plugins.checkout.links import checkout_link
from plugins.checkout.payment_rules import payment_problems
from plugins.checkout.rates import in_currency
from plugins.checkout.settings import Checkout, CheckoutSettings
from plugins.checkout.till import Till, paying, qr_claims, till_of
from plugins.checkout.ways import fitting, limit_words

__all__ = [
    "Checkout",
    "CheckoutSettings",
    "Till",
    "checkout_link",
    "fitting",
    "in_currency",
    "limit_words",
    "paying",
    "payment_problems",
    "qr_claims",
    "till_of",
]
