"""Pelican plugin: write feeds, the sitemap, robots.txt, and a page at each redirected address."""

from functools import partial

from pelican import signals
from pelican.generators import Generator
from pelican.writers import Writer

from plugins.discovery.feed_files import feed_files
from plugins.discovery.for_robots import robot_files
from plugins.discovery.redirects import redirect_pages
from plugins.documents.pelican_bridge import body_of, site_of, write_file, write_page


def write_feeds(generator: Generator, writer: Writer) -> None:
    """A handler: the feeds of each language, of Dzen and of goods."""
    body = partial(body_of, generator, address=generator.settings["SITE_ADDRESS"])
    for path, data in feed_files(site_of(generator), generator.settings, body):
        write_file(writer, path, data)


def write_for_robots(generator: Generator, writer: Writer) -> None:
    """A handler: robots.txt, the sitemap and the key of IndexNow."""
    for path, data in robot_files(site_of(generator), generator.settings):
        write_file(writer, path, data)


def write_redirects(generator: Generator, writer: Writer) -> None:
    """A handler: redirect.html at every old address."""
    for page in redirect_pages(site_of(generator), generator.settings["REDIRECTS"]):
        write_page(generator, writer, page.save_as, "redirect", to=page.to, lang=page.lang)


def register() -> None:
    """Called by Pelican."""
    signals.article_writer_finalized.connect(write_feeds)
    signals.article_writer_finalized.connect(write_for_robots)
    signals.article_writer_finalized.connect(write_redirects)
