"""Links to the site's own pages, in whatever spelling their authors wrote them."""

from collections.abc import Iterable, Mapping
from posixpath import join, normpath
from urllib.parse import unquote, urlsplit

from plugins.documents.document import Document
from plugins.documents.site import Site, names_source
from plugins.documents.stages import live

INDEX = "index.html"


def site_path(document: Document, href: str, site_address: str) -> str | None:
    """The path on the site, without its first slash, that a link of a document means.

    `site_address` is `https://firm.ru`. None for other sites, mail and the like.
    """
    try:
        parts, own = urlsplit(href.strip()), urlsplit(site_address)
        host = _host(parts.netloc)
    except ValueError:
        return None
    if parts.scheme not in ("", "http", "https"):
        return None
    if parts.netloc and host != _host(own.netloc):
        return None
    path = unquote(parts.path)
    if not path and not parts.netloc:
        return document.url
    if not path.startswith("/") and not parts.netloc:
        path = join("/", document.url.rpartition("/")[0], path)
    return path.removeprefix(own.path.rstrip("/")).lstrip("/")


def spellings(path: str) -> tuple[str, ...]:
    """`blog/x`, `blog/x/`, `blog/x/index.html` and `blog//x/../x/` are one page."""
    plain = normpath(f"/{path}").lstrip("/") if path else ""
    plain = plain.removesuffix(INDEX).rstrip("/")
    return (path, f"{plain}/" if plain else "", plain)


def absent(site: Site) -> Mapping[str, Document]:
    """Paths where nothing answers now to their documents, which are not live."""
    waiting = (d for d in site.documents if not live(d, site.now) and d.url not in site.by_url)
    return {unquote(document.url): document for document in waiting}


def leads_to_absent(
    site: Site, known: Mapping[str, Document], document: Document, href: str, site_address: str
) -> bool:
    """Whether an address in a document is that of one that is not live; `known` are `absent`."""
    if names_source(href):
        target = site.resolve(document, href)
        return isinstance(target, Document) and not live(target, site.now)
    path = site_path(document, href, site_address)
    return path is not None and _is_one_of(spellings(path), known)


def _is_one_of(paths: Iterable[str], known: Mapping[str, Document]) -> bool:
    return any(path in known for path in paths)


def _host(netloc: str) -> str:
    host = netloc.rpartition("@")[2].lower().removeprefix("www.").removesuffix(":443")
    return host if host.isascii() else host.encode("idna").decode()
