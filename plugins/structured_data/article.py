"""An article of the blog."""

from plugins.documents import Document
from plugins.structured_data.image import image_of
from plugins.structured_data.node import Node, node, reference
from plugins.structured_data.page import Page


def article(page: Page, document: Document, writer: Node, firm: Node) -> Node:
    """An article with its writer, its days and its picture."""
    published, modified = document.published, document.modified
    return node(
        "BlogPosting",
        page.identity("article"),
        headline=page.words(document.title),
        description=page.words(document.description),
        articleSection=page.words(document.category),
        inLanguage=page.lang,
        image=image_of(page, document),
        datePublished=published and published.isoformat(),
        dateModified=modified and modified.isoformat(),
        author=reference(writer) if "@id" in writer else writer,
        publisher=reference(firm),
    )
