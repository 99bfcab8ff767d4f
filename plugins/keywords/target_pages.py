"""Which document stands at the page that a person chose for a phrase in another tool."""

from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import unquote, urlsplit

from plugins.keywords.exports import Export

Address = tuple[str, str]


def located(export: Export, lang: str, addresses: Mapping[str, str]) -> Export:
    """The export with the document of each target page that is one of the site in this language.

    `addresses` are the full address of each live document and its source. The page that a search
    engine showed for a phrase is not the one that should answer it: it gives no document.
    """
    known = {_address(url): source for url, source in addresses.items()}
    known |= {("", path): source for (_, path), source in known.items()}
    phrases = (
        replace(found, document=_document(found.target, lang, known)) if found.target else found
        for found in export.phrases
    )
    return replace(export, phrases=tuple(phrases))


def _document(target: str, lang: str, known: Mapping[Address, str]) -> str:
    """The source of a document, "" where the target is none of this language."""
    source = target.replace("\\", "/").removeprefix("content/")
    if not source.endswith(".md"):
        source = known.get(_address(target), "")
    return source if source.startswith(f"{lang}/") else ""


def _address(url: str) -> Address:
    """Host and path as they are compared: no scheme, no www, letters rather than codes."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").removeprefix("www.").encode("idna").decode()
    except (ValueError, UnicodeError):
        return url, ""
    path = f"{parts.path}?{parts.query}" if parts.query else parts.path.rstrip("/")
    return host, unquote(path)
