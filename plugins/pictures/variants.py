"""Which files are made of a bitmap: sizes, formats and names."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

from plugins.pictures.picture import Bitmap
from plugins.pictures.settings import PictureSettings

Format = Literal["avif", "webp", "jpg"]
# Formats that browsers choose from, the smallest first; JPEG is for those that know neither
MODERN: tuple[Format, ...] = ("avif", "webp")
FALLBACK_WIDTH = 720
# WebP ends at 16,383 pixels
TALLEST = 16_000
# A new number makes every picture anew, under new names
RECIPE = 1


@dataclass(frozen=True)
class Variant:
    """A file of the output that is made of a bitmap."""

    width: int
    height: int
    format: Format
    save_as: str


def digest_of(data: bytes) -> str:
    """What stands in the names of the files made of these bytes: equal bytes, equal names."""
    return sha256(b"recipe %d\n" % RECIPE + data).hexdigest()[:10]


def sizes_of(bitmap: Bitmap, settings: PictureSettings) -> tuple[tuple[int, int], ...]:
    """Widths and heights, ascending; the last is the largest that visitors get."""
    widest = min(settings.widths[-1], bitmap.width, bitmap.width * TALLEST // bitmap.height)
    widest = max(widest, 1)
    # A size that saves next to nothing is not worth a file
    widths = [width for width in settings.widths if width <= widest * 0.9]
    ratio = bitmap.height / bitmap.width
    return tuple((w, min(max(1, round(w * ratio)), TALLEST)) for w in (*widths, widest))


def modern(bitmap: Bitmap, kind: Format, settings: PictureSettings) -> tuple[Variant, ...]:
    """The variants of one format, the narrowest first."""
    return tuple(_variant(bitmap, size, kind) for size in sizes_of(bitmap, settings))


def fallback(bitmap: Bitmap, settings: PictureSettings) -> Variant:
    """The JPEG for browsers that know no other format."""
    sizes = sizes_of(bitmap, settings)
    size = next((s for s in sizes if s[0] >= FALLBACK_WIDTH), sizes[-1])
    return _variant(bitmap, size, "jpg")


def largest(bitmap: Bitmap, settings: PictureSettings) -> Variant:
    """The JPEG that a link to the picture leads to."""
    return _variant(bitmap, sizes_of(bitmap, settings)[-1], "jpg")


def variants_of(bitmap: Bitmap, settings: PictureSettings) -> tuple[Variant, ...]:
    """Every file that is made of a bitmap, each once."""
    return tuple(dict.fromkeys(_variants(bitmap, settings)))


def _variants(bitmap: Bitmap, settings: PictureSettings) -> Iterator[Variant]:
    for kind in MODERN:
        yield from modern(bitmap, kind, settings)
    yield fallback(bitmap, settings)
    yield largest(bitmap, settings)


def _variant(bitmap: Bitmap, size: tuple[int, int], kind: Format) -> Variant:
    name = bitmap.path.removeprefix("pictures/").rpartition(".")[0] or "picture"
    save_as = f"pictures/{name}.{bitmap.digest}-{size[0]}.{kind}"
    return Variant(size[0], size[1], kind, save_as)
