"""Pelican plugin: write the script of the choice, where a counter is configured."""

from pathlib import Path

from pelican import signals
from pelican.generators import Generator
from pelican.writers import Writer

from plugins.consent.metrica import SCRIPT
from plugins.documents.pelican_bridge import write_file


def write_script(generator: Generator, writer: Writer) -> None:
    """A handler: consent.js of the theme, as it is."""
    if generator.settings["METRICA"]:
        script = Path(generator.settings["THEME"], "scripts", SCRIPT)
        write_file(writer, SCRIPT, script.read_bytes())


def register() -> None:
    """Called by Pelican."""
    signals.article_writer_finalized.connect(write_script)
