"""Links that authors made, in whatever spelling: which document each leads to."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from posixpath import join, normpath
from urllib.parse import unquote, urlsplit

from plugins.documents import Document, Site
from plugins.documents.addresses import Redirect
from plugins.documents.site import names_source
from plugins.internal_links.links import HandLink

INDEX = "index.html"


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
        return self._at(self._path(document, href))

    def _path(self, document: Document, href: str) -> str | None:
        try:
            parts, own = urlsplit(href.strip()), urlsplit(self.site_address)
        except ValueError:
            return None
        if parts.scheme not in ("", "http", "https"):
            return None
        if parts.netloc and _host(parts.netloc) != _host(own.netloc):
            return None
        path = unquote(parts.path)
        if not path and not parts.netloc:
            return document.url
        if not path.startswith("/") and not parts.netloc:
            path = join("/", document.url.rpartition("/")[0], path)
        return path.removeprefix(own.path.rstrip("/")).lstrip("/")

    def _at(self, path: str | None) -> Document | None:
        seen: set[str] = set()
        while path is not None and path not in seen:
            seen.add(path)
            for spelling in _spellings(path):
                if spelling in self.site.by_url:
                    return self.site.by_url[spelling]
            path = next((self.redirects[s] for s in _spellings(path) if s in self.redirects), None)
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


def _host(netloc: str) -> str:
    return netloc.rpartition("@")[2].lower().removeprefix("www.").removesuffix(":443")


def _spellings(path: str) -> tuple[str, ...]:
    """`blog/x`, `blog/x/`, `blog/x/index.html` and `blog//x/../x/` are one page."""
    plain = normpath(f"/{path}").lstrip("/") if path else ""
    plain = plain.removesuffix(INDEX).rstrip("/")
    return (path, f"{plain}/" if plain else "", plain)
