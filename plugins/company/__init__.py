"""The records of content/data/: who we are, what we sell, how we deliver and serve."""

from plugins.company.authors import author_of, person_url
from plugins.company.carriers import Carriers, form_hosts
from plugins.company.company import Company
from plugins.company.currency import Rate
from plugins.company.delivery import Delivery
from plugins.company.legal import Legal
from plugins.company.milestones import Milestones
from plugins.company.networks import Networks, Trademark
from plugins.company.offered import Offered, brand_of, offered
from plugins.company.payments import Payments
from plugins.company.products import Product, Products
from plugins.company.questions import Questions
from plugins.company.returns import Returns
from plugins.company.service import Service

__all__ = [
    "Carriers",
    "Company",
    "Delivery",
    "Legal",
    "Milestones",
    "Networks",
    "Offered",
    "Payments",
    "Product",
    "Products",
    "Questions",
    "Rate",
    "Returns",
    "Service",
    "Trademark",
    "author_of",
    "brand_of",
    "form_hosts",
    "offered",
    "person_url",
]
