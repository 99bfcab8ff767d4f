"""unusable-way: payments.yaml lists a way to pay that visitors are never offered."""

from collections.abc import Iterator

from plugins.audit.checks.dead_payment_link import instead_of
from plugins.audit.finding import Finding
from plugins.audit.subject import Subject
from plugins.company import Company
from plugins.company.pay_systems import GONE_KINDS, forbidden
from plugins.company.payments import Way
from plugins.language.messages import Message, message
from plugins.language.problems import Severity
from plugins.language.spoken import Day

FILE = "content/data/payments.yaml"
FIRMS_INN = 10
REMOVE = message("remove it, or mend what it says of itself")
ABROAD = message("name a way that sellers of this country may use, such as an invoice")
FIRM = message("use YooKassa: a firm's customers pay through a payment service")


def unusable_way(subject: Subject) -> Iterator[Finding]:
    """Ways that have ended, that the seller's country excludes, or that take a person's wallet."""
    if subject.trade.payments is None:
        return
    for way in subject.trade.payments.ways:
        found = _why(way, subject)
        if found is not None:
            why, advice = found
            what = message("the way “%(way)s” is never offered: %(why)s", way=way.name, why=why)
            yield Finding("unusable-way", Severity.WARNING, FILE, 0, what, advice)


def _why(way: Way, subject: Subject) -> tuple[Message, Message] | None:
    day, seller = subject.site.now.date(), subject.company.jurisdiction
    gone = GONE_KINDS.get(way.kind)
    if gone and not way.alive(day):
        return gone.why, instead_of(gone)
    if way.until and not way.alive(day) and way.until < day:
        return message("it ended on %(date)s", date=Day(way.until)), REMOVE
    if barred := forbidden(seller, way.systems):
        names = ", ".join(sorted(name.upper() for name in barred))
        why = message(
            "the European Union's 19th package, of 23 October 2025, forbids its sellers %(names)s",
            names=names,
        )
        return why, ABROAD
    if not way.open_to(seller):
        return message("countries leaves out the seller's own, %(code)s", code=seller), REMOVE
    if way.yoomoney and _is_firm(subject.company):
        return message("such a wallet belongs to a person, and the seller is a firm"), FIRM
    return None


def _is_firm(company: Company) -> bool:
    return company.inn is not None and len(company.inn) == FIRMS_INN
