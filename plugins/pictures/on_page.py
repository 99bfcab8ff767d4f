"""Which pictures a document's page shows, by the addresses that stand in their `src`."""

from collections.abc import Iterator

from plugins.company import Company, Products
from plugins.documents import Document, Site
from plugins.pictures.album import Album
from plugins.pictures.picture import Drawing
from plugins.pictures.shown import pictures_in
from plugins.pictures.variants import fallback


def pictures_on(
    site: Site, document: Document, album: Album, products: Products, company: Company
) -> tuple[str, ...]:
    """Paths on the site of the pictures of a document's page, each once, in their order.

    The file of `src` and no other of its sizes: that is the one search engines know it by.
    """
    files = [*_of_facts(document, products, company), *pictures_in(site, document)]
    found = (_source(file, album) for file in dict.fromkeys(files) if file in site.files)
    return tuple(dict.fromkeys(filter(None, found)))


def _of_facts(document: Document, products: Products, company: Company) -> Iterator[str]:
    """Pictures that no text names: the theme puts them on the page (theme/templates/)."""
    if document.product in products.by_sku:
        yield from (shown.file for shown in products.by_sku[document.product].pictures)
    if document.template == "about":
        yield from (person.photo.file for person in company.people if person.photo)
    if document.template == "contacts":
        yield from (place.map.file for place in company.addresses if place.map)


def _source(file: str, album: Album) -> str:
    picture = album.look(file).picture
    if picture is None:
        return ""
    if isinstance(picture, Drawing):
        return picture.path
    return fallback(picture, album.settings).save_as
