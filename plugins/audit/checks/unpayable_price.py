"""unpayable-price: no way to pay takes the price of a product in one payment."""

from collections.abc import Iterator

from plugins.audit.finding import Finding
from plugins.audit.subject import Subject
from plugins.checkout.ways import fitting
from plugins.language.messages import message
from plugins.language.problems import Severity
from plugins.language.spoken import Roubles

FILE = "content/data/products.yaml"
ADVICE = message("add a way without a bound, such as an invoice, or mend least and most")


def unpayable_price(subject: Subject) -> Iterator[Finding]:
    """Each product whose page could name no way."""
    if subject.trade.payments is None:
        return
    ways, day = subject.trade.payments.ways, subject.site.now.date()
    for product in subject.trade.products:
        if not fitting(ways, product.price, subject.company.jurisdiction, day):
            what = message(
                "no way to pay takes %(sum)s for %(sku)s",
                sum=Roubles(product.price),
                sku=product.sku,
            )
            yield Finding("unpayable-price", Severity.WARNING, FILE, 0, what, ADVICE)
