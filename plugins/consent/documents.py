"""The documents of law: where they stand, and what they lack."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import astuple, dataclass
from typing import Protocol

from markupsafe import Markup, escape

from plugins.company.networks import Networks
from plugins.documents import Document, Site
from plugins.documents.html import tags
from plugins.language.messages import Message, message
from plugins.language.problems import Problem, expected

TEMPLATE = "legal"
# What the template fills in: alone in a paragraph, or within a sentence
BLOCKS = ("purposes", "consents", "processors", "remembered", "counter", "seller", "notice")
WORDS = ("name", "short_name", "numbers", "address", "phone", "email", "site", "version", "storage")
# Not `href="{filename}/…"`
_PLACE = re.compile(r"(?<!\")\{([a-z_]+)\}")
_PARAGRAPH = re.compile(r"<p>\{([a-z_]+)\}</p>")


@dataclass(frozen=True)
class LegalPages:
    """Paths of the documents below the folder of a language."""

    privacy: str = "pages/privacy.md"
    consent: str = "pages/consent.md"
    remembered: str = "pages/cookies.md"
    offer: str = "pages/offer.md"

    @property
    def all(self) -> tuple[str, ...]:
        """Every path, in the order of the foot of a page."""
        return astuple(self)


class Asking(Protocol):
    """Whatever puts forms on pages."""

    def asks(self, document: Document) -> bool:
        """Whether the page of a document carries one."""


def problems(
    site: Site, pages: LegalPages, metrica: str, networks: Networks, forms: Asking
) -> Iterator[Problem]:
    """A site rule: documents of law that lack, and places in them that nothing fills in."""
    yield from missing_documents(site, pages, metrica, forms)
    yield from unknown_places(site, [owner.key for owner in networks.owners])


def missing_documents(
    site: Site, pages: LegalPages, metrica: str, forms: Asking | None = None
) -> Iterator[Problem]:
    """Documents that must be there because of a form or of Metrica."""
    for lang in sorted({document.lang for document in site.live}):
        why = _reason(site, lang, metrica, forms)
        if why is None:
            continue
        for path in (pages.privacy, pages.consent, *([pages.remembered] if metrica else [])):
            document = site.find(f"{lang}/{path}")
            if document is None or document.words == 0:
                yield Problem(f"content/{lang}/{path}", 0, "", why)


def _reason(site: Site, lang: str, metrica: str, forms: Asking | None) -> Message | None:
    if metrica:
        return message(
            "this text is missing, and METRICA is set: write what a visitor agrees to, "
            "or leave METRICA empty"
        )
    here = (document for document in site.live if document.lang == lang)
    form = next((d for d in here if has_form(d.body) or (forms and forms.asks(d))), None)
    if form is None:
        return None
    return message(
        "this text is missing, and content/%(form)s has a form: write what a visitor agrees to, "
        "or remove the form",
        form=form.source,
    )


def has_form(body: str) -> bool:
    """Whether an author wrote a form into a body."""
    return "<form" in body.lower() and any(tag.name == "form" for tag in tags(body))


def filled(html: str, parts: Mapping[str, str]) -> Markup:
    """The template filter: a text of law with what belongs into its braces; parts are HTML-safe.

    A part whose name is one of BLOCKS takes the place of a whole paragraph.
    """
    blocks = {name: part for name, part in parts.items() if name in BLOCKS}
    text = _PARAGRAPH.sub(lambda m: str(escape(blocks[m[1]])) if m[1] in blocks else m[0], html)
    return Markup(_PLACE.sub(lambda m: str(escape(parts[m[1]])) if m[1] in parts else m[0], text))


def unknown_places(site: Site, notes: Collection[str] = ()) -> Iterator[Problem]:
    """Places in documents of law that nothing fills in, or not there.

    `notes` are the keys of notes, which may stand in any text.
    """
    for document in site.live:
        if document.template == TEMPLATE:
            yield from _unknown(document, notes)


def _unknown(document: Document, notes: Collection[str]) -> Iterator[Problem]:
    alone = {found[1] for found in _PARAGRAPH.finditer(document.body)}
    for name in dict.fromkeys(_PLACE.findall(document.body)):
        place = f"{{{name}}}"
        if name in notes:
            continue
        if name not in BLOCKS + WORDS:
            names = ", ".join(f"{{{known}}}" for known in WORDS + BLOCKS)
            text = expected(message("one of %(names)s", names=names), f"'{place}'")
        elif name in BLOCKS and name not in alone:
            text = message("%(place)s must stand in a paragraph of its own", place=place)
        else:
            continue
        yield Problem(f"content/{document.source}", document.line_of(place), "", text)
