"""checkout-on-trial: payment links are signed with the key that everybody has."""

from collections.abc import Iterator

from plugins.audit.finding import Finding
from plugins.audit.subject import Subject
from plugins.language.messages import message
from plugins.language.problems import Severity

FILE = "pelicanconf.py"
WHAT = message("payment links are on trial: signed with the published example key")
ADVICE = message("make a key with `invoke keys new`, or set CHECKOUT to off")


def checkout_on_trial(subject: Subject) -> Iterator[Finding]:
    """A warning while one looks around, an error when one publishes."""
    checkout = subject.sale.checkout
    if checkout is not None and checkout.demo and not checkout.settings.off:
        severity = Severity.ERROR if subject.publishing else Severity.WARNING
        yield Finding("checkout-on-trial", severity, FILE, 0, WHAT, ADVICE)
