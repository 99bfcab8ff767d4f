"""Pelican plugin: write the QR code of each product's bank transfer."""

from pelican import signals
from pelican.generators import Generator
from pelican.writers import Writer

from plugins.checkout.till import qr_files
from plugins.documents.pelican_bridge import write_file


def write_codes(generator: Generator, writer: Writer) -> None:
    """A handler: an SVG for each product that can be paid by transfer."""
    settings = generator.settings
    for path, data in qr_files(settings["PRICE_LIST"], settings["TILL"]):
        write_file(writer, path, data)


def register() -> None:
    """Called by Pelican."""
    signals.article_writer_finalized.connect(write_codes)
