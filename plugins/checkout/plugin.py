"""Pelican plugin: what the payment service reads of the site, and QR codes of transfers."""

from pelican import signals
from pelican.generators import Generator
from pelican.writers import Writer

from plugins.checkout.published_files import checkout_files
from plugins.checkout.till import qr_files
from plugins.documents.pelican_bridge import site_of, write_file


def write_codes(generator: Generator, writer: Writer) -> None:
    """A handler: an SVG for each product that can be paid by transfer."""
    settings = generator.settings
    for path, data in qr_files(site_of(generator), settings["PRICE_LIST"], settings["TILL"]):
        write_file(writer, path, data)


def write_for_service(generator: Generator, writer: Writer) -> None:
    """A handler: public keys and the catalogue."""
    for path, data in checkout_files(site_of(generator), generator.settings["SHOP"]).items():
        write_file(writer, path, data)


def register() -> None:
    """Called by Pelican."""
    signals.article_writer_finalized.connect(write_codes)
    signals.article_writer_finalized.connect(write_for_service)
