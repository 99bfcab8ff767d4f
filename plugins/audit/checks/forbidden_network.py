"""forbidden-network: a page leads to a network that may not be advertised in Russia."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from plugins.audit.finding import Finding
from plugins.audit.pieces import addresses
from plugins.audit.subject import Subject
from plugins.company.networks import Owner
from plugins.language.messages import message
from plugins.language.problems import Severity

ADVICE = message("remove the link; visitors from Russia are on VK, OK, MAX, Dzen and Rutube")
SEVERITIES = {"forbidden": Severity.ERROR, "doubtful": Severity.WARNING}


def forbidden_network(subject: Subject) -> Iterator[Finding]:
    """Links, icons and data that name such a host, each address once a page."""
    owners = subject.law.networks.owners
    for page in subject.pages:
        if not any(host in page.html for owner in owners for host in owner.hosts):
            continue
        for address in addresses(page.html, "href", "src", "action", "content"):
            for owner in owners:
                if _leads_to(address, owner):
                    what = message(
                        "the page leads to %(address)s: %(why)s",
                        address=address,
                        why=owner.why,
                    )
                    line = subject.line_of(page, address)
                    file, severity = subject.file_of(page), SEVERITIES[owner.link]
                    yield Finding("forbidden-network", severity, file, line, what, ADVICE)


def _leads_to(address: str, owner: Owner) -> bool:
    try:
        host = (urlsplit(address.strip()).hostname or "").lower()
    except ValueError:
        return False
    return any(host == known or host.endswith(f".{known}") for known in owner.hosts)
