"""Pelican plugin: when all pages are written, index them for the visitors' search."""

from pathlib import Path

from pelican import Pelican, signals

from plugins.documents.pelican_bridge import finished, write_file
from plugins.search.index import search_index


def write_index(pelican: Pelican) -> None:
    """A handler: every file of the search index."""
    site, writer = finished(pelican)
    company = pelican.settings["COMPANY"]
    brands = {lang: company.brand.in_language(lang) for lang in site.languages}
    for path, data in search_index(site, Path(writer.output_path), brands).items():
        write_file(writer, path, data)


def register() -> None:
    """Called by Pelican."""
    signals.finalized.connect(write_index)
