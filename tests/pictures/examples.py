"""Bitmaps for tests, drawn when they are wanted."""

import random
import zlib
from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw

BITMAPS = (".png", ".jpg", ".webp", ".avif", ".gif")


def photo(width: int = 640, height: int = 480, seed: int = 1) -> Image.Image:
    """Something with soft colours and hard edges, always the same for a seed."""
    chance = random.Random(seed)
    soft = Image.frombytes("RGB", (8, 6), chance.randbytes(8 * 6 * 3))
    image = soft.resize((width, height), Image.Resampling.BICUBIC)
    pen = ImageDraw.Draw(image)
    for _ in range(8):
        x, y = chance.randrange(width), chance.randrange(height)
        pen.rectangle((x, y, x + width // 8, y + height // 8), tuple(chance.randbytes(3)))
    return image


def saved(image: Image.Image, kind: str = "JPEG", **options: Any) -> bytes:
    """The bytes of a picture in a format of Pillow."""
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def read(data: bytes) -> Image.Image:
    """A picture, unpacked."""
    image = Image.open(BytesIO(data))
    image.load()
    return image


def described(path: str, data: bytes) -> bytes:
    """A file of the output as it is; of a bitmap, one line that says what it is."""
    if not path.endswith(BITMAPS):
        return data
    image = read(data)
    return f"{image.format} {image.width}x{image.height} {image.mode}\n".encode()


def huge_png(width: int, height: int) -> bytes:
    """A PNG whose header promises these sizes, in a few hundred bytes."""
    data = bytearray(saved(Image.new("1", (8, 8)), "PNG"))
    data[16:24] = width.to_bytes(4, "big") + height.to_bytes(4, "big")
    data[29:33] = zlib.crc32(data[12:29]).to_bytes(4, "big")
    return bytes(data)
