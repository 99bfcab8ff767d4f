"""Pelican plugin: write the lists of each language."""

from pelican import signals
from pelican.generators import Generator
from pelican.writers import Writer

from plugins.documents.pelican_bridge import body_of, site_of, write_page
from plugins.listings.listing import listings


def write_lists(generator: Generator, writer: Writer) -> None:
    """A handler: every page of every list, rendered by list.html."""
    for listing in listings(site_of(generator), generator.settings["LISTINGS"]):
        intro = body_of(generator, listing.document) if listing.document else ""
        write_page(generator, writer, listing.save_as, "list", listing=listing, intro=intro)


def register() -> None:
    """Called by Pelican."""
    signals.article_writer_finalized.connect(write_lists)
