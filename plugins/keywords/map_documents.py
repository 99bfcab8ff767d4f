"""The documents that the rows of a relevance map may name, and which one a wrong name means."""

from collections.abc import Collection, Mapping
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

SUFFIXES = (".md", ".markdown", ".html", ".htm")


class DocumentsMeant:
    """The documents of a language; without a list of `documents` each path below it exists.

    `addresses` are site paths and the source of the document at each.
    """

    def __init__(
        self, lang: str, documents: Collection[str] | None, addresses: Mapping[str, str]
    ) -> None:
        self.lang = lang
        self._documents = documents
        mine = [path for path in documents or () if path.startswith(f"{lang}/")]
        self._by_path = {_without_suffix(path): path for path in mine}
        self._by_name = {_name(path): path for path in mine}
        known = ((address, source) for address, source in addresses.items() if source in mine)
        self._by_address = {address.strip("/").casefold(): source for address, source in known}

    def has(self, document: str) -> bool:
        """Whether the cell of a document is as it should be; an empty one is."""
        exists = self._documents is None or document in self._documents
        return not document or (exists and document.startswith(f"{self.lang}/"))

    def meant(self, document: str) -> str:
        """The document that a wrong path or the address of a page means; "" for none."""
        path = _site_path(document)
        known = self._by_address.get(path) if _is_address(document) else None
        by_path = self._by_path.get(_without_suffix(path.removeprefix("content/")))
        return known or by_path or self._by_name.get(_name(path), "")


def _is_address(document: str) -> bool:
    return document.startswith("/") or "://" in document or document.endswith("/")


def _site_path(document: str) -> str:
    """The path without a host, a query and slashes around it, in small letters."""
    try:
        path = urlsplit(document).path
    except ValueError:  # a broken host: «https://[»
        path = document
    return unquote(path).strip("/").casefold()


def _without_suffix(path: str) -> str:
    folded = path.casefold()
    suffix = next((suffix for suffix in SUFFIXES if folded.endswith(suffix)), "")
    return folded.removesuffix(suffix)


def _name(path: str) -> str:
    return PurePosixPath(_without_suffix(path)).name
