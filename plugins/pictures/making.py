"""Making the files that visitors get: upright, in sRGB, without EXIF, in the sizes wanted."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

from PIL import Image, ImageCms, ImageOps

from plugins.pictures.bitmaps import opened
from plugins.pictures.variants import Variant

# What a transparent picture stands on in JPEG: the theme's paper
PAPER = (0xF8, 0xF6, 0xF1)
# One thread a file: AVIF of several threads is not the same twice. Speed 8 costs a few per cent of
# bytes and saves four fifths of the time.
QUALITY: dict[str, dict[str, Any]] = {
    "avif": {"format": "AVIF", "quality": 52, "speed": 8, "max_threads": 1},
    "webp": {"format": "WEBP", "quality": 74, "method": 4},
    "jpg": {"format": "JPEG", "quality": 78, "progressive": True, "optimize": True},
}
PHOTOS = ("JPEG", "MPO")
DEEP = ("I;16", "I;16L", "I;16B", "I;16N", "I")


def made(data: bytes, wanted: Sequence[Variant]) -> Iterator[tuple[Variant, bytes]]:
    """The bytes of each variant of a picture; it is unpacked once."""
    image = opened(data)
    photo = image.format in PHOTOS
    most = max(max(variant.width, variant.height) for variant in wanted)
    image.draft(None, (most, most))
    full = _plain(_in_srgb(ImageOps.exif_transpose(image)))
    sizes: dict[tuple[int, int], Image.Image] = {}
    for variant in wanted:
        size = (variant.width, variant.height)
        if size not in sizes:
            sizes[size] = full.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
        yield variant, _encoded(sizes[size], variant.format, photo)


def _encoded(image: Image.Image, kind: str, photo: bool) -> bytes:
    """The picture in a format. Coloured letters and lines stay sharp: only photos save colour."""
    options = QUALITY[kind]
    if kind == "jpg":
        image = _on_paper(image)
        options = {**options, "subsampling": "4:2:0" if photo else "4:4:4"}
    elif kind == "avif":
        options = {**options, "subsampling": "4:2:0" if photo else "4:4:4"}
    out = BytesIO()
    image.save(out, **options)
    return out.getvalue()


def _on_paper(image: Image.Image) -> Image.Image:
    if image.mode != "RGBA":
        return image
    paper = Image.new("RGB", image.size, PAPER)
    paper.paste(image, mask=image.getchannel("A"))
    return paper


def _in_srgb(image: Image.Image) -> Image.Image:
    """Colours as they are meant where a profile tells; a profile that cannot be read is ignored."""
    profile = image.info.get("icc_profile")
    if not profile or image.mode not in ("RGB", "RGBA", "CMYK"):
        return image
    colours = image.convert("RGB") if image.mode == "RGBA" else image
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        target = ImageCms.createProfile("sRGB")
        converted = ImageCms.profileToProfile(colours, source, target, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image
    if converted is None:
        return image
    if image.mode == "RGBA":
        converted.putalpha(image.getchannel("A"))
    return converted


def _plain(image: Image.Image) -> Image.Image:
    """The picture as RGB, or as RGBA where something of it is transparent; nothing else of it."""
    if image.mode in DEEP:
        image = image.convert("I").point(lambda value: value / 257).convert("L")
    clear = "transparency" in image.info or image.mode in ("RGBA", "LA", "PA", "La", "RGBa")
    plain = image.convert("RGBA" if clear else "RGB")
    if clear and plain.getchannel("A").getextrema()[0] == 255:
        plain = plain.convert("RGB")
    bare = Image.new(plain.mode, plain.size)
    bare.paste(plain)
    return bare
