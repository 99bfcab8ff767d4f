"""not-in-product-feed: goods that can be had, but lack what product search demands of each."""

from collections.abc import Iterator

from plugins.audit.finding import Finding
from plugins.audit.subject import Subject
from plugins.company.products import Availability
from plugins.discovery.product_feed import lacking
from plugins.language.messages import message
from plugins.language.problems import Severity

RULE = "not-in-product-feed"
WHAT = message("the product feed leaves this product out")
ADVICE = {
    "pictures": message("Yandex takes no product without a picture; add one to products.yaml"),
    "description": message("Yandex takes no product without a description; write «Description:»"),
}


def not_in_product_feed(subject: Subject) -> Iterator[Finding]:
    """Described goods in stock or on order that the feed cannot name."""
    for offer in subject.offers:
        if offer.availability is not Availability.OUT_OF_STOCK:
            for name in lacking(offer):
                file = f"content/{offer.document.source}"
                yield Finding(RULE, Severity.WARNING, file, 1, WHAT, ADVICE[name])
