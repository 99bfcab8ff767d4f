"""References of documents to documents and files: which are broken, and where they stand."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from plugins.documents.document import Document
from plugins.documents.edits import Edit
from plugins.documents.site import Site, names_source
from plugins.documents.stages import live
from plugins.language.messages import Message, message
from plugins.language.problems import Problem, Severity


@dataclass(frozen=True)
class BrokenReference:
    """A link or a picture of a document that leads nowhere."""

    document: Document
    href: str
    kind: Literal["link", "picture"]

    @property
    def line(self) -> int:
        """The line of the source file."""
        return self.document.line_of(self.href)


WHAT: dict[str, Message] = {
    "link": message("the link %(href)s leads to a file that is not there; mend or remove it"),
    "picture": message("the picture %(href)s is not there; add the file or mend its name"),
}


def broken_references(site: Site) -> tuple[BrokenReference, ...]:
    """Broken references of all live documents that name a source file (`{filename}…`, `#…`)."""
    return tuple(found for document in site.live for found in _broken(site, document))


def _broken(site: Site, document: Document) -> Iterator[BrokenReference]:
    for link in document.links:
        if not names_source(link.href):
            continue
        target = site.resolve(document, link.href)
        if target is None:
            yield BrokenReference(document, link.href, "link")
    for picture in document.pictures:
        if names_source(picture.src) and not isinstance(site.resolve(document, picture.src), str):
            yield BrokenReference(document, picture.src, "picture")


def sentence(reference: BrokenReference) -> Message:
    """What is wrong with a reference and what to do."""
    return message(WHAT[reference.kind].text, href=reference.href)


def problems_of_references(references: Iterable[BrokenReference]) -> list[Problem]:
    """The same as warnings of a build (errors when publishing)."""
    return [
        Problem(f"content/{r.document.source}", r.line, "", sentence(r), Severity.WARNING)
        for r in references
    ]


def without_links_to_unpublished(site: Site) -> Iterator[Edit]:
    """A body editor: a link to a document that is not live is printed as its text alone."""
    for document in site.live:
        for link in document.links:
            target = site.resolve(document, link.href) if names_source(link.href) else None
            if isinstance(target, Document) and not live(target, site.now):
                yield Edit(document, link.start, link.opened, "")
                yield Edit(document, link.closed, link.end, "")
