"""Pelican plugin: write the pictures of each page, and the one it is shared with."""

from itertools import chain

from pelican import signals
from pelican.generators import Generator
from pelican.writers import Writer

from plugins.documents.pelican_bridge import site_of, write_file
from plugins.pictures.card_drawing import card_files
from plugins.pictures.cards import cards
from plugins.pictures.shown import fed_pictures, shown_pictures


def write_pictures(generator: Generator, writer: Writer) -> None:
    """A handler: every size and format of what visitors see, and drawings as pixels for feeds.

    Nothing that is kept is made anew.
    """
    settings, site = generator.settings, site_of(generator)
    album, products = settings["ALBUM"], settings["PRICE_LIST"]
    files = album.files(shown_pictures(site, products, settings["COMPANY"]))
    for save_as, data in chain(files, album.rasters(fed_pictures(site, products))):
        write_file(writer, save_as, data)


def write_cards(generator: Generator, writer: Writer) -> None:
    """A handler: a picture to share each page with."""
    settings = generator.settings
    facts = settings["COMPANY"], settings["PRICE_LIST"]
    wanted = cards(site_of(generator), *facts, settings["LISTINGS"])
    for save_as, data in card_files(wanted, settings["ALBUM"].store):
        write_file(writer, save_as, data)


def register() -> None:
    """Called by Pelican."""
    signals.article_writer_finalized.connect(write_pictures)
    signals.article_writer_finalized.connect(write_cards)
