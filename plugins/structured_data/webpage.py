"""The page itself, by its kind, and what else in the graph it is about."""

from typing import Any

from plugins.documents import Document
from plugins.structured_data.node import Node, node, reference
from plugins.structured_data.page import Page

KINDS = {
    "about": "AboutPage",
    "contacts": "ContactPage",
    "questions": "FAQPage",
    "question": "QAPage",
    "list": "CollectionPage",
}
# What has a node of its own there is described by that node
DESCRIBED = ("article", "product")
# Kinds that are nothing without what they hold
HOLDING = ("FAQPage", "QAPage")


def webpage(page: Page, site: Node, firm: Node, main: Any) -> Node:
    """A page; `main` is what it is mainly about: a node, a reference, several nodes, or None."""
    here, kind = page.here, KINDS.get(page.template, "WebPage")
    return node(
        "WebPage" if kind in HOLDING and not main else kind,
        page.identity("webpage"),
        url=page.url,
        name=page.words(here.title),
        description=None if here.kind in DESCRIBED else page.words(here.description),
        inLanguage=page.lang,
        isPartOf=reference(site),
        breadcrumb={"@id": page.identity("breadcrumb")},
        mainEntity=main,
        about=reference(firm) if page.template == "home" else None,
        **_dates(here) if isinstance(here, Document) and here.kind != "article" else {},
    )


def _dates(document: Document) -> Node:
    """When a page came out and was changed, where it says so; an article says it of itself."""
    return {
        "datePublished": document.published and document.published.isoformat(),
        "dateModified": document.modified and document.modified.isoformat(),
    }
