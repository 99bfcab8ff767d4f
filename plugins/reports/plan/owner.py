"""Whose plan it is: the site's name and address, who writes the digest, who gets it."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from plugins.company.localized import Localized
from plugins.documents import Document
from plugins.documents.addresses import encoded


@dataclass(frozen=True)
class Owner:
    """`address` is the site's (`https://firm.ru`), `sender` an e-mail address, `readers` others."""

    brand: Localized
    address: str
    sender: str
    readers: tuple[str, ...]

    @property
    def host(self) -> str:
        """The name of the site's host."""
        return urlsplit(self.address).hostname or self.address

    def url_of(self, document: Document) -> str:
        """Where visitors find a live document."""
        return f"{self.address}/{encoded(document.url)}"
