"""Links that authors made, in whatever spelling: which document each leads to."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from plugins.documents import Document, Site
from plugins.documents.addresses import Redirect
from plugins.documents.own_addresses import site_path, spellings
from plugins.documents.site import names_source
from plugins.internal_links.links import HandLink


@dataclass(frozen=True, eq=False)
class Addresses:
    """What knows a document by any address: `site_address` is `https://firm.ru`."""

    site: Site
    site_address: str
    redirects: Mapping[str, str]

    def document_at(self, document: Document, href: str) -> Document | None:
        """The document that a link of another leads to; None for what is elsewhere or nowhere."""
        if names_source(href):
            target = self.site.resolve(document, href)
            return target if isinstance(target, Document) else None
        return self._at(site_path(document, href, self.site_address))

    def _at(self, path: str | None) -> Document | None:
        seen: set[str] = set()
        while path is not None and path not in seen:
            seen.add(path)
            for spelling in spellings(path):
                if spelling in self.site.by_url:
                    return self.site.by_url[spelling]
            path = next((self.redirects[s] for s in spellings(path) if s in self.redirects), None)
        return None


def addresses(site: Site, site_address: str, redirects: Iterable[Redirect]) -> Addresses:
    """The same with redirects as redirects.csv has them."""
    known = {unquote(r.old).lstrip("/"): unquote(r.new).lstrip("/") for r in redirects}
    return Addresses(site, site_address, known)


def links_by_hand(known: Addresses, document: Document) -> Iterator[HandLink]:
    """The links of a document's text to other documents of the site, in order."""
    for link in document.links:
        target = known.document_at(document, link.href)
        if target is not None and target is not document:
            yield HandLink(document, target, " ".join(link.text.split()))
