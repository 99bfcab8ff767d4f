"""Pictures in the sizes and formats of every screen, and one to share for every page."""

from plugins.pictures.album import Album
from plugins.pictures.picture import Bitmap, Drawing, Picture
from plugins.pictures.settings import PictureSettings

__all__ = ["Album", "Bitmap", "Drawing", "Picture", "PictureSettings"]
