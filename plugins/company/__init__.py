"""The records of content/data/: who we are, what we sell, how we deliver and serve."""

from plugins.company.company import Company
from plugins.company.delivery import Delivery
from plugins.company.legal import Legal
from plugins.company.networks import Networks, Trademark
from plugins.company.products import Product, Products
from plugins.company.service import Service

__all__ = [
    "Company",
    "Delivery",
    "Legal",
    "Networks",
    "Product",
    "Products",
    "Service",
    "Trademark",
]
