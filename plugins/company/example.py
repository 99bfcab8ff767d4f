"""The shipped company is an example: it may be looked at, never published."""

from collections.abc import Iterator

from plugins.company.company import Company
from plugins.documents import Site
from plugins.language.messages import message
from plugins.language.problems import Problem

FILE = "content/data/company.yaml"
ADVICE = message("the company is the shipped example; put your own facts here and example: false")


def example_problems(_site: Site, company: Company) -> Iterator[Problem]:
    """A site rule for publishing: the example company must have gone."""
    if company.example or company.site.endswith(".example"):
        yield Problem(FILE, 0, "example", ADVICE)
