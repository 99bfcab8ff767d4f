"""Two toy body editors and a toy page writer, to try the seam with."""

from collections.abc import Iterator

from pelican import signals
from pelican.generators import Generator
from pelican.writers import Writer

from plugins.documents import Edit, Site
from plugins.documents.pelican_bridge import site_of, write_file


def stressed(site: Site) -> Iterator[Edit]:
    """Every «нужен» becomes strong: two insertions."""
    yield from _wrapped(site, "нужен", "<strong>", "</strong>")


def marked(site: Site) -> Iterator[Edit]:
    """Every «доставк» is marked: two insertions."""
    yield from _wrapped(site, "доставк", "<mark>", "</mark>")


def shouting(site: Site) -> Iterator[Edit]:
    """Every «нужен» is replaced: it overlaps with what `stressed` does."""
    for document in site.live:
        at = document.body.find("нужен")
        if at >= 0:
            yield Edit(document, at - 1, at + 5, "НУЖЕН")


def write_census(generator: Generator, writer: Writer) -> None:
    """A handler: how many documents are live."""
    write_file(writer, "census.txt", f"{len(site_of(generator).live)}\n".encode())


def register() -> None:
    """Called by Pelican."""
    signals.article_writer_finalized.connect(write_census)


def _wrapped(site: Site, word: str, before: str, after: str) -> Iterator[Edit]:
    for document in site.live:
        at = document.body.find(word)
        if at >= 0:
            yield Edit(document, at, at, before)
            yield Edit(document, at + len(word), at + len(word), after)
