"""The picture that stands for an article where others tell of it: feeds, Dzen."""

from dataclasses import dataclass

from plugins.company import Company, Products
from plugins.documents import Document, Site
from plugins.pictures.album import Album
from plugins.pictures.card_drawing import card_files
from plugins.pictures.cards import card_of
from plugins.pictures.picture import Bitmap
from plugins.pictures.shown import pictures_in
from plugins.pictures.variants import largest

# Dzen takes no cover that is narrower
NARROWEST = 700


@dataclass(frozen=True)
class Cover:
    """A file of the output; `length` is its size in bytes."""

    save_as: str
    type: str
    length: int


def cover_of(
    site: Site, document: Document, album: Album, company: Company, products: Products
) -> Cover:
    """The first photo of a document that is wide enough, else the picture it is shared with."""
    for path in pictures_in(site, document):
        picture = album.look(path).picture
        if isinstance(picture, Bitmap):
            file = largest(picture, album.settings)
            if file.width >= NARROWEST:
                data = dict(album.files([path]))[file.save_as]
                return Cover(file.save_as, "image/jpeg", len(data))
    card = card_of(document, company, products)
    ((save_as, data),) = card_files([card], album.store)
    return Cover(save_as, "image/png", len(data))
