"""Pelican plugin: write what the payment service reads of the site."""

from pelican import signals
from pelican.generators import Generator
from pelican.writers import Writer

from plugins.checkout.published_files import checkout_files
from plugins.documents.pelican_bridge import site_of, write_file


def write_for_service(generator: Generator, writer: Writer) -> None:
    """A handler: public keys and the catalogue."""
    for path, data in checkout_files(site_of(generator), generator.settings["SHOP"]).items():
        write_file(writer, path, data)


def register() -> None:
    """Called by Pelican."""
    signals.article_writer_finalized.connect(write_for_service)
