"""Signed links into the payment service: keys, claims, verification, and the button to buy."""

from plugins.checkout.bodies import buying_links
from plugins.checkout.key_list import CheckoutKey
from plugins.checkout.key_source import key_of
from plugins.checkout.links import checkout_link
from plugins.checkout.making import checkout_of, unready
from plugins.checkout.rates import in_currency
from plugins.checkout.settings import Checkout, CheckoutSettings
from plugins.checkout.shop import Shop
from plugins.checkout.site_rules import file_claims, problems
from plugins.checkout.till import Till, paying, till_of
from plugins.checkout.ways import fitting

__all__ = [
    "Checkout",
    "CheckoutKey",
    "CheckoutSettings",
    "Shop",
    "Till",
    "buying_links",
    "checkout_link",
    "checkout_of",
    "file_claims",
    "fitting",
    "in_currency",
    "key_of",
    "paying",
    "problems",
    "till_of",
    "unready",
]
