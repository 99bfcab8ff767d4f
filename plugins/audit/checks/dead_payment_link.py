"""dead-payment-link: a page leads to a payment system that exists no more, or names its purse."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from plugins.audit.finding import Finding
from plugins.audit.page import Page
from plugins.audit.pieces import addresses
from plugins.audit.subject import Subject
from plugins.company.pay_systems import GONE, WEBMONEY_ROUBLES, Gone
from plugins.language.messages import Message, message
from plugins.language.problems import Severity

RULE = "dead-payment-link"
_HOSTS = tuple(host for gone in GONE for host in gone.hosts)
# A rouble purse; other things are numbered so, too: it counts only where WebMoney is spoken of
_PURSE = re.compile(r"\b[RP][0-9]{12}\b")


def dead_payment_link(subject: Subject) -> Iterator[Finding]:
    """Links and forms, each address once a page, and rouble purses of WebMoney."""
    for page in subject.pages:
        if any(host in page.html for host in _HOSTS):
            yield from _links(subject, page)
        if "webmoney" in page.html.lower():
            for purse in dict.fromkeys(_PURSE.findall(page.html)):
                yield _finding(subject, page, purse, WEBMONEY_ROUBLES)


def _links(subject: Subject, page: Page) -> Iterator[Finding]:
    for address in addresses(page.html, "href", "src", "action"):
        for gone in GONE:
            if _host(address) in gone.hosts:
                yield _finding(subject, page, address, gone)


def _finding(subject: Subject, page: Page, what: str, gone: Gone) -> Finding:
    said = message("the page names %(what)s: %(why)s", what=what, why=gone.why)
    return Finding(
        RULE,
        Severity.ERROR,
        subject.file_of(page),
        subject.line_of(page, what),
        said,
        instead_of(gone),
    )


def instead_of(gone: Gone) -> Message:
    """What to offer in the place of a system that has ended."""
    return message("offer instead: %(instead)s", instead=gone.instead)


def _host(address: str) -> str:
    try:
        return (urlsplit(address.strip()).hostname or "").lower().removeprefix("www.")
    except ValueError:
        return ""
