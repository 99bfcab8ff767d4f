"""Signed links into the payment service: keys, claims, verification, and the button to buy."""

from plugins.checkout.bodies import buying_links, link_problems
from plugins.checkout.key_list import CheckoutKey
from plugins.checkout.key_source import key_of
from plugins.checkout.links import checkout_link
from plugins.checkout.making import checkout_of, unready
from plugins.checkout.published_files import checkout_claims
from plugins.checkout.settings import Checkout, CheckoutSettings
from plugins.checkout.shop import Shop

__all__ = [
    "Checkout",
    "CheckoutKey",
    "CheckoutSettings",
    "Shop",
    "buying_links",
    "checkout_claims",
    "checkout_link",
    "checkout_of",
    "key_of",
    "link_problems",
    "unready",
]
