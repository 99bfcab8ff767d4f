"""A stand-in for the payment service: for previews and tests, on this machine only."""

from plugins.payment_service.app import application
from plugins.payment_service.merchants import Item, Merchant
from plugins.payment_service.service import Service

__all__ = ["Item", "Merchant", "Service", "application"]
