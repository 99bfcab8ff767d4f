"""The site of a language, and how it is searched."""

from plugins.documents.addresses import prefix
from plugins.structured_data.node import Node, node, reference
from plugins.structured_data.page import Page


def website(page: Page, publisher: Node) -> Node:
    """The site that a page is part of: each language has one, at its home page."""
    url = f"{page.facts.address}/{prefix(page.lang, page.site.languages)}"
    return node(
        "WebSite",
        f"{url}#website",
        url=url,
        name=page.said(page.facts.company.brand),
        inLanguage=page.lang,
        publisher=reference(publisher),
        potentialAction=_search(page) if page.template == "home" else None,
    )


def _search(page: Page) -> Node:
    """How the site is searched, by an address with the words in it (RFC 6570)."""
    url = page.url_of("search")
    target = node("EntryPoint", urlTemplate=url and f"{url}?q={{query}}")
    return node("SearchAction", target=target)
