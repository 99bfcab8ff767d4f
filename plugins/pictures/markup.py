"""A picture as HTML: every size and format for the browser to choose from, its size always set."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

from plugins.documents.html import Tag
from plugins.pictures.picture import Drawing, Picture
from plugins.pictures.settings import PictureSettings
from plugins.pictures.variants import MODERN, Variant, fallback, largest, modern, sizes_of

# The text on a desk, in pixels: what per cent are counted of
TEXT_WIDTH = 688
_LENGTH = re.compile(r"\s*([0-9]{1,5}(?:\.[0-9]+)?)\s*(px|%)?\s*")
TYPES = {"avif": "image/avif", "webp": "image/webp"}


@dataclass(frozen=True)
class Place:
    """Where a picture stands: how wide (a `sizes` attribute), first of the first screen or not.

    `choice` is false inside a picture element of the author's own.
    """

    sizes: str
    first: bool = False
    choice: bool = True


def shown(tag: Tag, picture: Picture, place: Place, settings: PictureSettings) -> str:
    """The `img` tag with everything a browser needs; what its author wrote in it stays."""
    added = _attributes(tag.attributes, picture, place, settings)
    img = tag.with_attributes(added)
    if isinstance(picture, Drawing) or not place.choice:
        return img
    narrowed = f"{added['width']}px" if _pixels(tag.attributes.get("width", "")) else place.sizes
    sizes = escape(tag.attributes.get("sizes") or narrowed)
    sources = (
        f'<source type="{TYPES[kind]}" srcset="{_srcset(variants, settings)}" sizes="{sizes}">'
        for kind in MODERN
        for variants in [modern(picture, kind, settings)]
    )
    return f"<picture>{''.join(sources)}{img}</picture>"


def address_of(picture: Picture, settings: PictureSettings) -> str:
    """Where a link to the picture itself leads: the drawing, or the largest JPEG."""
    if isinstance(picture, Drawing):
        return _url(picture.path, settings)
    return _url(largest(picture, settings).save_as, settings)


def _attributes(
    written: Mapping[str, str], picture: Picture, place: Place, settings: PictureSettings
) -> dict[str, str]:
    """What the tag needs beside what is written in it."""
    if isinstance(picture, Drawing):
        file, size = picture.path, (picture.width, picture.height)
    else:
        file, size = fallback(picture, settings).save_as, sizes_of(picture, settings)[-1]
    found = {"src": _url(file, settings), **_size(written, *size)}
    if "loading" not in written and "fetchpriority" not in written:
        found |= {"fetchpriority": "high"} if place.first else {"loading": "lazy"}
    return found


def _size(written: Mapping[str, str], width: int, height: int) -> dict[str, str]:
    """Width and height, in proportion to the one that the author gave, if any."""
    wide, high = (_pixels(written.get(name, "")) for name in ("width", "height"))
    if wide and not high:
        width, height = wide, round(wide * height / width)
    elif high and not wide:
        width, height = round(high * width / height), high
    elif wide and high:
        width, height = wide, high
    return {"width": str(max(1, width)), "height": str(max(1, height))}


def _pixels(written: str) -> int:
    """A length that an author wrote: pixels, or per cent of the text's width; 0 for none."""
    found = _LENGTH.fullmatch(written)
    if found is None:
        return 0
    number = float(found[1])
    return round(number * TEXT_WIDTH / 100 if found[2] == "%" else number)


def _srcset(variants: Iterable[Variant], settings: PictureSettings) -> str:
    return escape(", ".join(f"{_url(v.save_as, settings)} {v.width}w" for v in variants))


def _url(save_as: str, settings: PictureSettings) -> str:
    return f"{settings.address}/{quote(save_as)}"
