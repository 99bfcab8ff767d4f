"""checkout-link: a link that the service would refuse now, or before the site comes out again."""

from collections.abc import Iterator

from plugins.audit.finding import Finding
from plugins.audit.subject import Subject
from plugins.checkout.keys import by_kid
from plugins.checkout.links import PARAMETER
from plugins.checkout.refusals import Reason, Refused
from plugins.checkout.settings import Checkout
from plugins.checkout.tokens import verified
from plugins.language.messages import Message, message
from plugins.language.problems import Severity

SOONER = message("release the site sooner, or set a longer CHECKOUT.period")
ANEW = message("build the site anew; write links as {checkout}sku, never by hand")


def checkout_link(subject: Subject) -> Iterator[Finding]:
    """Each page whose links are refused; one finding a page and a reason."""
    checkout = subject.sale.checkout
    if checkout is None or checkout.settings.off:
        return
    start = f"{checkout.address}?{PARAMETER}="
    for page in subject.pages:
        tokens = (href.removeprefix(start) for href in page.links if href.startswith(start))
        faults = dict.fromkeys(_fault(subject, checkout, token) for token in tokens)
        for what, advice in filter(None, faults):
            file = subject.file_of(page)
            yield Finding("checkout-link", Severity.ERROR, file, 0, what, advice)


def _fault(subject: Subject, checkout: Checkout, token: str) -> tuple[Message, Message] | None:
    keys = by_kid((checkout.key.public, *checkout.public_keys))
    last = subject.sale.needed_until(checkout)
    try:
        verified(token, keys, checkout.audience, checkout.now)
        verified(token, keys, checkout.audience, last)
    except Refused as refused:
        if refused.reason is Reason.EXPIRED:
            text = message(
                "links to payment end before %(day)s: before they are renewed", day=last.date()
            )
            return text, SOONER
        return message(
            "the payment service would refuse a link: %(why)s", why=refused.message
        ), ANEW
    return None
