"""Signed links into the payment service: keys, claims, verification, and the button to buy."""

from plugins.checkout.links import checkout_link
from plugins.checkout.settings import Checkout, CheckoutSettings

__all__ = ["Checkout", "CheckoutSettings", "checkout_link"]
