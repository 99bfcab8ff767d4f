"""old-rates: prices stand beside roubles at a rate older than a month, or without any."""

from collections.abc import Iterator

from plugins.audit.finding import Finding
from plugins.audit.subject import Subject
from plugins.checkout.rates import latest
from plugins.language.messages import message
from plugins.language.problems import Severity
from plugins.language.spoken import Day

RULE, FILE = "old-rates", "content/data/rates.csv"
ADVICE = message("bring new ones: invoke rates")


def old_rates(subject: Subject) -> Iterator[Finding]:
    """Each currency that payments.yaml lists."""
    payments, day = subject.trade.payments, subject.site.now.date()
    for currency in payments.currencies if payments else ():
        rate = latest(subject.trade.rates, currency)
        if rate is None:
            what = message("%(currency)s has no rate: pages leave it out", currency=currency)
        elif rate.is_old(day):
            what = message(
                "the rate of %(currency)s is older than a month: %(date)s",
                currency=currency,
                date=Day(rate.date),
            )
        else:
            continue
        yield Finding(RULE, Severity.WARNING, FILE, 0, what, ADVICE)
