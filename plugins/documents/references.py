"""References of documents to documents and files: which are broken, and where they stand."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from plugins.documents.document import Document
from plugins.documents.site import Site, names_source
from plugins.documents.sources import DATA
from plugins.language.messages import Message, message
from plugins.language.problems import Problem, Severity

PRIVATE = (".csv", ".tsv", ".xlsx", ".yaml", ".yml")
PICTURES = (
    *(".svg", ".svgz", ".jpg", ".jpeg", ".jfif", ".png", ".apng", ".gif", ".webp", ".avif"),
    *(".bmp", ".tif", ".tiff", ".heic", ".heif", ".psd", ".raw", ".dng"),
)


@dataclass(frozen=True)
class BrokenReference:
    """A link or a picture of a document that leads nowhere, to facts, or says nothing."""

    document: Document
    href: str
    kind: Literal["link", "picture", "private", "silent"]

    @property
    def line(self) -> int:
        """The line of the source file."""
        return self.document.line_of(self.href)

    @property
    def severity(self) -> Severity:
        """Facts must not be published at all; the rest stops publishing."""
        return Severity.ERROR if self.kind == "private" else Severity.WARNING


WHAT: dict[str, Message] = {
    "link": message("the link %(href)s leads to a file that is not there; mend or remove it"),
    "picture": message("the picture %(href)s is not there; add the file or mend its name"),
    "private": message("%(href)s is a file of facts, it is not published; remove the link"),
    "silent": message(
        "the picture %(href)s has no description; write in the square brackets what it shows"
    ),
}


def is_private(path: str) -> bool:
    """Whether a path below content/ is that of facts or of a spreadsheet: never published."""
    return path.startswith(f"{DATA}/") or path.lower().endswith(PRIVATE)


def is_picture(path: str) -> bool:
    """Whether a path is that of a picture: its original is never published as it is."""
    return path.lower().endswith(PICTURES)


def referred_files(site: Site) -> frozenset[str]:
    """Paths below content/ of the files that live documents link to; no facts, no pictures."""
    targets = (
        site.resolve(document, address)
        for document in site.live
        for address in set(document.addresses) - {picture.src for picture in document.pictures}
        if names_source(address)
    )
    files = (target for target in targets if isinstance(target, str))
    return frozenset(path for path in files if not is_private(path) and not is_picture(path))


def broken_references(site: Site) -> tuple[BrokenReference, ...]:
    """Broken references of all live documents that name a source file (`{filename}…`, `#…`)."""
    return tuple(found for document in site.live for found in _broken(site, document))


def _broken(site: Site, document: Document) -> Iterator[BrokenReference]:
    pictures = {picture.src for picture in document.pictures}
    for address in filter(names_source, document.addresses):
        target = site.resolve(document, address)
        if isinstance(target, str) and is_private(target):
            yield BrokenReference(document, address, "private")
        elif address in pictures and not isinstance(target, str):
            yield BrokenReference(document, address, "picture")
        elif target is None:
            yield BrokenReference(document, address, "link")
    for picture in document.pictures:
        if not picture.alt:
            yield BrokenReference(document, picture.src, "silent")


def sentence(reference: BrokenReference) -> Message:
    """What is wrong with a reference and what to do."""
    return message(WHAT[reference.kind].text, href=reference.href)


def problems_of_references(references: Iterable[BrokenReference]) -> list[Problem]:
    """The same as problems of a build."""
    return [
        Problem(f"content/{r.document.source}", r.line, "", sentence(r), r.severity)
        for r in references
    ]
