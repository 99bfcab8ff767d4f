"""People of the firm, and those who write for it."""

from plugins.company import author_of, person_url
from plugins.company.company import Person
from plugins.documents import Document
from plugins.structured_data.image import picture
from plugins.structured_data.node import Node, node, reference
from plugins.structured_data.page import Page


def person(page: Page, known: Person, firm: Node) -> Node:
    """One of the firm's people; their identity is their place on the page about the firm."""
    url = page.at(person_url(page.site, page.lang, known))
    return node(
        "Person",
        url or f"{page.facts.address}/#{known.key}_",
        name=page.said(known.name),
        url=url,
        jobTitle=page.said(known.role),
        worksFor=reference(firm),
    )


def colleague(page: Page, known: Person, firm: Node) -> Node:
    """The same as the page about the firm tells it: what they do, and their photograph."""
    photo = known.photo
    return person(page, known, firm) | {
        "description": page.said(known.about),
        "image": photo and picture(page, photo.file, page.said(photo.alt)),
    }


def author(page: Page, document: Document, firm: Node) -> Node:
    """Who wrote an article: a person of the firm, somebody by name only, or the firm."""
    known = author_of(document, page.facts.company)
    if known is not None:
        return person(page, known, firm)
    return node("Person", name=page.words(document.author)) if document.author else reference(firm)
