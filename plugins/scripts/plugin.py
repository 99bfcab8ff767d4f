"""Pelican plugin: write the scripts that the site needs."""

from pelican import signals
from pelican.generators import Generator
from pelican.writers import Writer

from plugins.documents.pelican_bridge import site_of, write_file


def write_scripts(generator: Generator, writer: Writer) -> None:
    """A handler: every published script."""
    for name, data in generator.settings["SCRIPTS"].files(site_of(generator)):
        write_file(writer, name, data)


def register() -> None:
    """Called by Pelican."""
    signals.article_writer_finalized.connect(write_scripts)
