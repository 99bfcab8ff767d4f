"""The template filter `picture`: a file of content/ as HTML; and where pictures of goods stand."""

from html import escape

from markupsafe import Markup

from plugins.company import Product
from plugins.documents.html import Tag
from plugins.pictures.album import Album
from plugins.pictures.markup import Place, shown
from plugins.pictures.picture import Bitmap, Picture
from plugins.pictures.rasters import raster_path
from plugins.pictures.variants import largest


def picture(file: str, alt: str, sizes: str, first: bool = False, *, album: Album) -> Markup:
    """A picture by its path below content/; empty where it cannot be shown.

    `sizes` says how wide the theme sets it (the attribute of that name); `first` is for the first
    picture of the first screen.
    """
    found = album.look(file).picture
    if found is None:
        return Markup("")
    text = f'<img src="" alt="{escape(alt)}">'
    place = Place(sizes, first)
    return Markup(shown(Tag(0, len(text), text), found, place, album.settings))


def product_pictures(product: Product, album: Album) -> tuple[str, ...]:
    """Paths on the site of a product's pictures, the largest of each, in their order.

    Photos are JPEG, drawings PNG: product search and feeds take nothing else.
    """
    found = (album.look(shown.file).picture for shown in product.pictures)
    return tuple(in_pixels(picture, album) for picture in found if picture is not None)


def in_pixels(picture: Picture, album: Album) -> str:
    """Path on the site of a picture as JPEG or PNG, the largest there is."""
    if isinstance(picture, Bitmap):
        return largest(picture, album.settings).save_as
    return raster_path(picture)
