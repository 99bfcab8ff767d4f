"""The way from the home page to a page, as the page shows it."""

from collections.abc import Sequence

from plugins.listings import Crumb
from plugins.structured_data.node import Node, node
from plugins.structured_data.page import Page


def breadcrumbs(page: Page, crumbs: Sequence[Crumb]) -> Node:
    """The steps to a page; a way of one step is none, and is left out."""
    return node(
        "BreadcrumbList",
        page.identity("breadcrumb"),
        itemListElement=[
            node("ListItem", position=number, name=page.words(crumb.name), item=page.at(crumb.url))
            for number, crumb in enumerate(crumbs, 1)
        ]
        if len(crumbs) > 1
        else [],
    )
