"""The shipped company is an example: it may be looked at, never published."""

from collections.abc import Iterator

from plugins.company.company import Company
from plugins.documents import Site
from plugins.language.messages import message
from plugins.language.problems import NOTHING, Problem, expected

FILE = "content/data/company.yaml"
ADVICE = message("the company is the shipped example; put your own facts here and example: false")


MARK = message(
    "the line «Sample: …»: what in this case is invented; the company is the shipped example"
)


def unmarked_cases(site: Site, company: Company) -> Iterator[Problem]:
    """A site rule: a case of the example company says in the same place that it is a sample."""
    for document in site.live if company.example else ():
        if document.kind == "case" and not document.sample:
            file = f"content/{document.source}"
            yield Problem(file, 1, "Sample", expected(MARK, NOTHING))


def example_problems(_site: Site, company: Company) -> Iterator[Problem]:
    """A site rule for publishing: the example company must have gone."""
    if company.example or company.site.endswith(".example"):
        yield Problem(FILE, 0, "example", ADVICE)
