"""What checks of law go by: where the documents stand, which networks and words are allowed."""

from dataclasses import dataclass
from datetime import date

from plugins.company.networks import Networks
from plugins.consent import LegalPages

NO_NETWORKS = Networks(checked=date.min)
PAGES = LegalPages()


@dataclass(frozen=True)
class Law:
    """The owner's facts that checks of law compare with.

    `words` are Latin words allowed in Russian interfaces, lower case; `form_hosts` where forms
    may lead; `metrica` is the counter, empty without one.
    """

    pages: LegalPages = PAGES
    networks: Networks = NO_NETWORKS
    words: frozenset[str] = frozenset()
    form_hosts: frozenset[str] = frozenset()
    metrica: str = ""


NO_LAW = Law()
