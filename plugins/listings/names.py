"""Short names of pages that the theme itself links to; any other page goes by its title."""

from collections.abc import Mapping
from typing import Protocol

from plugins.language.messages import Message, message

HOME = message("Home")
# By the path below a language's folder
NAMES: Mapping[str, Message] = {
    "pages/index.md": HOME,
    "pages/catalog.md": message("Products"),
    "pages/delivery.md": message("Delivery"),
    "pages/payment.md": message("Payment"),
    "pages/documents.md": message("Documents"),
    "pages/about.md": message("About us"),
    "pages/contacts.md": message("Contacts"),
    "pages/blog.md": message("Articles"),
    "pages/privacy.md": message("Privacy policy"),
    "pages/consent.md": message("Consent to processing"),
    "pages/cookies.md": message("What we remember"),
    "pages/offer.md": message("Public offer"),
    "pages/track.md": message("Track a parcel"),
    "pages/returns.md": message("Returns and warranty"),
    "pages/claim.md": message("Claim form"),
    "pages/promises.md": message("Our promises"),
    "pages/how-we-work.md": message("How we work"),
    "pages/cases.md": message("Cases"),
    "pages/questions.md": message("Questions and answers"),
    "pages/glossary.md": message("Glossary"),
    "pages/subscription.md": message("Subscription"),
    "pages/sitemap.md": message("Site map"),
}


class Named(Protocol):
    """What has a name: a document or a page of a list."""

    @property
    def title(self) -> str:
        """Its heading."""

    @property
    def lang(self) -> str:
        """Its language."""

    @property
    def translation_key(self) -> str:
        """The path below its language's folder."""


def short_name(page: Named) -> str:
    """A page's name in menus and breadcrumbs, in its own language, plain text."""
    known = NAMES.get(page.translation_key)
    return known.in_language(page.lang) if known else page.title
