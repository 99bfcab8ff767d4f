"""Pictures in running text: each `img` of a body becomes all that browsers choose from."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from plugins.company import Company, Products
from plugins.documents import Document, Edit, Site
from plugins.documents.document import ADDRESSES
from plugins.documents.html import Tag, tags, text_of
from plugins.documents.references import is_picture
from plugins.pictures.album import Album
from plugins.pictures.markup import Place, address_of, shown
from plugins.pictures.shown import file_at, shown_pictures


@dataclass(frozen=True)
class _Page:
    """A document whose pictures are being set."""

    site: Site
    document: Document
    album: Album


def pictures_in_bodies(
    site: Site, album: Album, products: Products, company: Company
) -> Iterator[Edit]:
    """A body editor: pictures with their sizes and formats, links to the files that are made.

    A picture that cannot be shown leaves its description, a link to one its text.
    """
    album.look_at(shown_pictures(site, products, company))
    for document in site.live:
        page = _Page(site, document, album)
        yield from _images(page, _has_picture_above(document, products))
        yield from _links(page)


def _images(page: _Page, taken: bool) -> Iterator[Edit]:
    """Edits of all tags but links. `taken`: the page has its first picture above the body."""
    document, settings, choice = page.document, page.album.settings, True
    for tag in tags(document.body):
        if tag.name == "picture":
            choice = tag.closing
        if tag.closing or tag.name == "a":
            continue
        if tag.name != "img":
            yield from _other(page, tag)
            continue
        first = not taken and len(text_of(document.body[: tag.start])) <= settings.first_screen
        taken = True
        path = file_at(page.site, document, tag.attributes.get("src", ""))
        if path is not None:
            place = Place(settings.in_text, first, choice)
            yield Edit(document, tag.start, tag.end, _image(page.album, tag, path, place))


def _image(album: Album, tag: Tag, path: str, place: Place) -> str:
    picture = album.look(path).picture
    if picture is None:
        return escape(tag.attributes.get("alt", ""))
    return shown(tag, picture, place, album.settings)


def _other(page: _Page, tag: Tag) -> Iterator[Edit]:
    """The still of a film and the like: the address of the file that is made."""
    new = {}
    for name in ADDRESSES:
        path = file_at(page.site, page.document, tag.attributes.get(name, ""))
        picture = page.album.look(path).picture if path and is_picture(path) else None
        if picture:
            new[name] = address_of(picture, page.album.settings)
    if new:
        yield Edit(page.document, tag.start, tag.end, tag.with_attributes(new))


def _links(page: _Page) -> Iterator[Edit]:
    document = page.document
    for link in document.links:
        path = file_at(page.site, document, link.href)
        if path is None or not is_picture(path):
            continue
        picture = page.album.look(path).picture
        if picture is None:
            yield Edit(document, link.start, link.opened, "")
            yield Edit(document, link.closed, link.end, "")
        else:
            tag = Tag(link.start, link.opened, document.body[link.start : link.opened])
            href = address_of(picture, page.album.settings)
            yield Edit(document, link.start, link.opened, tag.with_attributes({"href": href}))


def _has_picture_above(document: Document, products: Products) -> bool:
    product = products.by_sku.get(document.product)
    return bool(product and product.pictures)
