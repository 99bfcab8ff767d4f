"""Pictures: of an article the first one in its text, else the one that it is shared with."""

from plugins.documents import Document
from plugins.pictures import Bitmap, share_picture
from plugins.pictures.markup import address_of
from plugins.pictures.shown import file_at
from plugins.pictures.variants import largest
from plugins.structured_data.node import Node, node
from plugins.structured_data.page import Page

# Pixels, by the codes of UN/CEFACT, Recommendation 20
PIXELS = "E37"


def image_of(page: Page, document: Document) -> Node:
    """The picture that stands for an article."""
    for shown in document.pictures:
        file = file_at(page.site, document, shown.src)
        found = picture(page, file, page.words(shown.alt or "")) if file else None
        if found is not None:
            return found
    facts = page.facts
    card = share_picture(document, facts.company, facts.products)
    return _image(f"{facts.address}/{card.url}", card.width, card.height, page.words(card.alt))


def picture(page: Page, file: str, alt: str) -> Node | None:
    """A picture of content/ as visitors get it at its largest; None for a drawing or a broken one.

    Search engines show no drawings beside an article.
    """
    album = page.facts.album
    found = album.look(file).picture
    if not isinstance(found, Bitmap):
        return None
    size = largest(found, album.settings)
    url = f"{page.facts.address}{address_of(found, album.settings)}"
    return _image(url, size.width, size.height, alt)


def _image(url: str, width: int, height: int, caption: str) -> Node:
    return node(
        "ImageObject",
        url,
        url=url,
        width=node("QuantitativeValue", value=width, unitCode=PIXELS),
        height=node("QuantitativeValue", value=height, unitCode=PIXELS),
        caption=caption,
    )
