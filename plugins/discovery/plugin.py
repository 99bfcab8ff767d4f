"""Pelican plugin: a feed for each language, pages at redirected addresses, IndexNow's key."""

from functools import partial
from urllib.parse import unquote

from pelican import signals
from pelican.generators import Generator
from pelican.writers import Writer

from plugins.discovery.feeds import feed_of, feed_path
from plugins.discovery.indexnow import key_file
from plugins.documents.addresses import file_of, language_of
from plugins.documents.pelican_bridge import body_of, site_of, write_file, write_page


def write_feeds(generator: Generator, writer: Writer) -> None:
    """A handler: feed.xml for each language, and the key."""
    site, settings = site_of(generator), generator.settings
    address = settings["SITE_ADDRESS"]
    for lang in site.languages:
        title = settings["COMPANY"].brand.in_language(lang)
        feed = feed_of(site, lang, title, address, partial(body_of, generator, address=address))
        write_file(writer, feed_path(lang, site.languages), feed)
    for path, data in key_file(settings["INDEXNOW_KEY"]).items():
        write_file(writer, path, data)


def write_redirects(generator: Generator, writer: Writer) -> None:
    """A handler: redirect.html at every old address."""
    languages = generator.settings["LANGUAGES"]
    for redirect in generator.settings["REDIRECTS"]:
        url = unquote(redirect.old).lstrip("/")
        lang = language_of(url, languages)
        write_page(generator, writer, file_of(url), "redirect", to=redirect.new, lang=lang)


def register() -> None:
    """Called by Pelican."""
    signals.article_writer_finalized.connect(write_feeds)
    signals.article_writer_finalized.connect(write_redirects)
