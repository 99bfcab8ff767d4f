"""Which page answers which outcome; of the failure, one page for each product.

A static page cannot read what it is asked. So what was chosen stands in its path, the reason in
its fragment, and nothing of it needs a script.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from plugins.documents import Document, Site
from plugins.documents.addresses import file_of, folder_of

# The template of a page, and the outcome of a payment that it answers
OUTCOMES = {
    "paid": "success",
    "failed": "failure",
    "cancelled": "cancelled",
    "expired": "expired",
    "already-paid": "paid",
}
FAILED = "failed"
SKU_PLACE = "{sku}"


def outcome_of(template: str) -> str:
    """The outcome that a page with this template answers; empty for other pages."""
    return OUTCOMES.get(template, "")


@dataclass(frozen=True)
class FailurePage:
    """The page of a failed payment for one product.

    `document` is the page for all products under the address of this one, `chosen` the product's
    own page, `general` the page that an author wrote.
    """

    document: Document
    chosen: Document
    general: Document


def outcome_pages(site: Site) -> Mapping[tuple[str, str], Document]:
    """The page of each language and outcome, the first of those that there are."""
    found: dict[tuple[str, str], Document] = {}
    for document in site.live:
        outcome = OUTCOMES.get(document.template)
        if outcome:
            found.setdefault((document.lang, outcome), document)
    return found


@lru_cache(maxsize=4)
def failure_pages(site: Site) -> tuple[FailurePage, ...]:
    """A page for each live product of each language that has a page of failures."""
    pages = outcome_pages(site)
    found = []
    for chosen in site.live:
        general = pages.get((chosen.lang, "failure"))
        if chosen.kind == "product" and chosen.product and general:
            url = f"{general.url}{folder_of(chosen.product)}/"
            named = replace(general, url=url, save_as=file_of(url))
            found.append(FailurePage(named, chosen, general))
    return tuple(found)
