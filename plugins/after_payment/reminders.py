"""Reminders of a payment that failed: where the form is sent, if the owner has such a place."""

import re
from dataclasses import dataclass
from typing import Protocol

from plugins.company import Carriers, Payments
from plugins.company import form_hosts as hosts_of_company
from plugins.language.messages import message
from plugins.language.problems import Problem, ProblemsFound, expected
from plugins.security.policy import HTTPS_ADDRESS, origin_of


@dataclass(frozen=True)
class Reminders:
    """Where the form is sent; without an address there is a letter instead of a form."""

    address: str = ""

    def __post_init__(self) -> None:
        if self.address and not re.fullmatch(HTTPS_ADDRESS, self.address):
            what = message("an https address with a path, such as https://example.com/remind")
            wrong = expected(what, f"'{self.address}'")
            raise ProblemsFound([Problem("pelicanconf.py", 0, "REMINDERS", wrong)])

    @property
    def hosts(self) -> tuple[str, ...]:
        """The host that a policy must let forms be sent to."""
        return (origin_of(self.address),) if self.address else ()


class Asking(Protocol):
    """Whatever has forms: the hosts that they are sent to."""

    @property
    def hosts(self) -> tuple[str, ...]:
        """Scheme and host of each."""


def form_hosts(
    carriers: Carriers | None, payments: Payments | None, *asking: Asking
) -> tuple[str, ...]:
    """All hosts that forms of the site send to, each once."""
    hosts = (host for one in asking for host in one.hosts)
    return tuple(dict.fromkeys((*hosts_of_company(carriers, payments), *hosts)))
