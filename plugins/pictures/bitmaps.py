"""Pictures of pixels before anything is made of them: their size, and whether they are whole."""

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, UnidentifiedImageError

from plugins.language.messages import Message, message
from plugins.language.problems import expected

FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "AVIF", "BMP")
SIDEWAYS = range(5, 9)
ORIENTATION = 0x0112
MEGAPIXEL = 1_000_000
LARGE, LARGEST = 25 * MEGAPIXEL, 100 * MEGAPIXEL
A_PICTURE = message("a JPEG, PNG, WebP, AVIF, GIF or SVG picture")
SAVE_ANEW = message("open it in a picture editor and save it as JPEG or PNG")
DAMAGED = message("the picture is damaged or cut off; put the whole file here again")
MOVES = message(
    "the picture moves; the site shows its first frame, for nothing moves by itself here; "
    "save that frame as a picture of its own"
)

# Sizes are judged below, before anything is unpacked
Image.MAX_IMAGE_PIXELS = None
# Pillow tells the log what it also raises; the log of a build is for its problems
logging.getLogger("PIL").setLevel(logging.CRITICAL)


@dataclass(frozen=True)
class Header:
    """What the first bytes of a picture say. Width and height are those of it upright."""

    width: int
    height: int
    moves: bool


class NotShownError(Exception):
    """Why a file cannot be shown as a picture."""

    def __init__(self, complaint: Message) -> None:
        super().__init__()
        self.complaint = complaint


@contextmanager
def quiet() -> Iterator[None]:
    """Pillow's warnings of harmless oddities are not for owners. For the main thread only."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def opened(data: bytes) -> Image.Image:
    """A picture of which only the header has been read; raises NotShownError."""
    try:
        return Image.open(BytesIO(data), formats=FORMATS)
    except UnidentifiedImageError:
        got = message("something else") if data else message("an empty file")
        raise NotShownError(expected(A_PICTURE, got, SAVE_ANEW)) from None
    except Exception:
        raise NotShownError(DAMAGED) from None


def header_of(data: bytes) -> Header:
    """Size and kind of a picture, nothing unpacked yet; raises NotShownError."""
    image = opened(data)
    width, height = image.size
    if width * height > LARGEST:
        raise NotShownError(too_large(width * height))
    try:
        turned = _orientation(image, data) in SIDEWAYS
        moves = image.format != "MPO" and bool(getattr(image, "is_animated", False))
    except Exception:
        raise NotShownError(DAMAGED) from None
    return Header(height if turned else width, width if turned else height, moves)


def must_be_whole(data: bytes) -> None:
    """Unpack a picture (a JPEG at an eighth of its size); raises NotShownError if that fails."""
    image = opened(data)
    try:
        image.draft(None, (1, 1))
        image.load()
    except Exception:
        raise NotShownError(DAMAGED) from None


def about(header: Header) -> Message | None:
    """What the author of a picture that is shown should know."""
    if header.moves:
        return MOVES
    pixels = header.width * header.height
    return too_large(pixels) if pixels > LARGE else None


def too_large(pixels: int) -> Message:
    """The sentence about a picture with too many pixels: refused, or shown all the same."""
    shown = message("the site shows it reduced; reduce the file itself to about 3,000 pixels")
    refused = message("it is not shown; reduce it to about 3,000 pixels in width")
    limit, advice = (LARGEST, refused) if pixels > LARGEST else (LARGE, shown)
    most = message("at most %(count)s megapixels", count=limit // MEGAPIXEL)
    return expected(most, round(pixels / MEGAPIXEL), advice)


def _orientation(image: Image.Image, data: bytes) -> int:
    """The EXIF orientation; a PNG has to be unpacked for it, so only one that has any."""
    if image.format == "PNG" and b"eXIf" not in data:
        return 1
    return int(image.getexif().get(ORIENTATION, 1))
