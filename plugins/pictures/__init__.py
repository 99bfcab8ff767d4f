"""Pictures in the sizes and formats of every screen, and one to share for every page."""

from plugins.pictures.album import Album
from plugins.pictures.bodies import pictures_in_bodies
from plugins.pictures.cards import share_picture
from plugins.pictures.covers import Cover, cover_of
from plugins.pictures.on_page import pictures_on
from plugins.pictures.picture import Bitmap, Drawing, Picture
from plugins.pictures.rules import card_claims, picture_claims, picture_problems
from plugins.pictures.settings import PictureSettings
from plugins.pictures.templates import in_pixels, picture, product_pictures

__all__ = [
    "Album",
    "Bitmap",
    "Cover",
    "Drawing",
    "Picture",
    "PictureSettings",
    "card_claims",
    "cover_of",
    "in_pixels",
    "picture",
    "picture_claims",
    "picture_problems",
    "pictures_in_bodies",
    "pictures_on",
    "product_pictures",
    "share_picture",
]
