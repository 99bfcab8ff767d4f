"""Signed links into the payment service: keys, claims, verification, and the button to buy."""

from plugins.checkout.bodies import buying_links, link_problems
from plugins.checkout.key_list import CheckoutKey
from plugins.checkout.key_source import key_of
from plugins.checkout.links import checkout_link
from plugins.checkout.making import checkout_of, unready
from plugins.checkout.payment_rules import payment_problems
from plugins.checkout.published_files import checkout_claims
from plugins.checkout.rates import in_currency
from plugins.checkout.settings import Checkout, CheckoutSettings
from plugins.checkout.shop import Shop
from plugins.checkout.till import Till, paying, qr_claims, till_of
from plugins.checkout.ways import fitting

__all__ = [
    "Checkout",
    "CheckoutKey",
    "CheckoutSettings",
    "Shop",
    "Till",
    "buying_links",
    "checkout_claims",
    "checkout_link",
    "checkout_of",
    "fitting",
    "in_currency",
    "key_of",
    "link_problems",
    "paying",
    "payment_problems",
    "qr_claims",
    "till_of",
    "unready",
]
