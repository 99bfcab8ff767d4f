"""Pelican plugin: write the page of a failed payment of each product, and where buyers return."""

from types import SimpleNamespace

from pelican import signals
from pelican.generators import Generator
from pelican.writers import Writer

from plugins.after_payment.pages import FAILED, failure_pages
from plugins.after_payment.registration import FILE, registration
from plugins.documents.pelican_bridge import body_of, site_of, write_file, write_page


def write_failures(generator: Generator, writer: Writer) -> None:
    """A handler: failed.html with a product in it."""
    for failure in failure_pages(site_of(generator)):
        document, chosen = failure.document, failure.chosen
        content = body_of(generator, failure.general)
        page = SimpleNamespace(
            document=document, content=content, lang=document.lang, template=FAILED, translations=[]
        )
        write_page(generator, writer, document.save_as, FAILED, page=page, chosen=chosen)


def write_registration(generator: Generator, writer: Writer) -> None:
    """A handler: the file for the payment service."""
    brand = generator.settings["COMPANY"].brand
    site = site_of(generator)
    name = brand.in_language(site.languages[0])
    write_file(writer, FILE, registration(site, name))


def register() -> None:
    """Called by Pelican."""
    signals.article_writer_finalized.connect(write_failures)
    signals.article_writer_finalized.connect(write_registration)
