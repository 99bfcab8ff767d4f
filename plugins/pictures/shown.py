"""Which pictures visitors see: those of live documents and of products that are described."""

import re
from collections.abc import Iterable, Iterator

from plugins.company import Company, Products
from plugins.documents import Document, Site
from plugins.documents.references import is_picture, is_private
from plugins.documents.site import names_source, path_below_content

_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|[?#]|\Z", re.IGNORECASE)


def file_at(site: Site, document: Document, address: str) -> str | None:
    """The path below content/ of the file that an address in a body names, facts left out.

    `{static}/pictures/x.jpg`, `/pictures/x.jpg` and a path from the document's own folder.
    """
    if names_source(address):
        target = site.resolve(document, address)
        path = target if isinstance(target, str) else ""
    elif _ELSEWHERE.match(address):
        return None
    else:
        path = path_below_content(address, document.source)
    return path if path in site.files and not is_private(path) else None


def pictures_in(site: Site, document: Document) -> Iterator[str]:
    """Paths of the pictures that a document shows or links to."""
    shown = {picture.src for picture in document.pictures}
    for address in dict.fromkeys(document.addresses):
        path = file_at(site, document, address)
        if path and (address in shown or is_picture(path)):
            yield path


def shown_pictures(site: Site, products: Products, company: Company) -> frozenset[str]:
    """Paths of all pictures that visitors get to see now."""
    found = {path for document in site.live for path in pictures_in(site, document)}
    found.update(picture.file for picture in company.pictures)
    return _public(site, found) | fed_pictures(site, products)


def fed_pictures(site: Site, products: Products) -> frozenset[str]:
    """Paths of the pictures that feeds name: of described products and of articles."""
    described = {document.product for document in site.live}
    goods = (product for product in products.products if product.sku in described)
    found = {picture.file for product in goods for picture in product.pictures}
    articles = (document for document in site.live if document.kind == "article")
    found.update(path for document in articles for path in pictures_in(site, document))
    return _public(site, found)


def _public(site: Site, paths: Iterable[str]) -> frozenset[str]:
    return frozenset(path for path in paths if path in site.files and not is_private(path))
