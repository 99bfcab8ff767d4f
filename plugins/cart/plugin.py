"""Pelican plugin: write what the cart reads of each product."""

from pelican import signals
from pelican.generators import Generator
from pelican.writers import Writer

from plugins.cart.goods import goods_files
from plugins.documents.pelican_bridge import site_of, write_file


def write_goods(generator: Generator, writer: Writer) -> None:
    """A handler: a file for each product and language that has a cart."""
    settings = generator.settings
    for path, data in goods_files(site_of(generator), settings["SHOP"], settings["COMPANY"]):
        write_file(writer, path, data)


def register() -> None:
    """Called by Pelican."""
    signals.article_writer_finalized.connect(write_goods)
