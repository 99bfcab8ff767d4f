"""The graph of a page: what stands on it, how it is linked, as one script for search engines."""

import json
from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from plugins.documents import Document, Site
from plugins.listings import Listing
from plugins.structured_data.article import article
from plugins.structured_data.breadcrumbs import breadcrumbs
from plugins.structured_data.complete import complete
from plugins.structured_data.glossary import glossary
from plugins.structured_data.item_list import item_list
from plugins.structured_data.node import Node, reference
from plugins.structured_data.organization import organization
from plugins.structured_data.page import Facts, Page
from plugins.structured_data.person import author, colleague
from plugins.structured_data.product import product
from plugins.structured_data.question import question, questions
from plugins.structured_data.webpage import webpage
from plugins.structured_data.website import website

CONTEXT = "https://schema.org"
# What would end the script or the line inside of it
_UNSAFE = {"<": "\\u003c", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def graph(page: Page) -> list[Node]:
    """Every node of a page, the page first; each reference leads to one of them."""
    firm = organization(page)
    site = website(page, firm)
    inside, main = _within(page, firm), list(_main(page, firm))
    about = inside or (reference(main[0]) if main else None)
    crumbs = breadcrumbs(page, page.facts.crumbs(page.site, page.here))
    return complete([webpage(page, site, firm, about), *main, crumbs, site, firm])


def structured_data(site: Site, here: Document | Listing, html: str, facts: Facts) -> Markup:
    """The template function: the script of a page; empty where search engines are kept out."""
    if isinstance(here, Document) and not here.indexed:
        return Markup("")
    nodes = graph(Page(site, here, facts, html))
    return Markup(f'<script type="application/ld+json">{written(nodes)}</script>')


def written(nodes: list[Node]) -> str:
    """A graph as JSON-LD that may stand in a page."""
    data = {"@context": CONTEXT, "@graph": nodes}
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for letter, safe in _UNSAFE.items():
        text = text.replace(letter, safe)
    return text


def _within(page: Page, firm: Node) -> Any:
    """What a page is mainly about, where it stands inside of its own node."""
    if page.template in ("about", "contacts"):
        return reference(firm)
    if page.template == "questions":
        return questions(page)
    if page.template == "question" and isinstance(page.here, Document):
        return question(page, page.here, firm)
    return None


def _main(page: Page, firm: Node) -> Iterator[Node]:
    """Nodes of their own beside the page's, what it is mainly about first."""
    here = page.here
    if isinstance(here, Listing):
        yield item_list(page, here)
    elif page.template == "glossary":
        yield glossary(page)
    elif page.template == "about":
        yield from (colleague(page, known, firm) for known in page.facts.company.people)
    elif here.kind == "article":
        writer = author(page, here, firm)
        yield article(page, here, writer, firm)
        if writer.keys() > {"@type", "@id"}:
            yield writer
    else:
        offered = page.facts.offered(here)
        if offered is not None:
            yield product(page, offered, firm)
