"""Judges of bank QR codes that know nothing of our own: a picture of the SVG, and the standard.

The picture is drawn from the path of the SVG (M, m, h and nothing else) and read by zxing-cpp;
the text is read by the rules of GOST R 56042-2014.
"""

import re
from xml.etree import ElementTree

import zxingcpp
from PIL import Image

REQUIRED = ("Name", "PersonalAcc", "BankName", "BIC", "CorrespAcc")
SCALE = 4
QR_CODES = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
SVG = "{http://www.w3.org/2000/svg}"


def decoded(svg: bytes) -> zxingcpp.Barcode:
    """What a camera sees."""
    # No other codes: in the dots of one, the reader sometimes takes a row for a bar code
    found = zxingcpp.read_barcodes(drawn(svg), formats=QR_CODES)
    assert len(found) == 1
    return found[0]


def drawn(svg: bytes) -> Image.Image:
    """The picture: light where the background is, dark along the strokes."""
    root = ElementTree.fromstring(svg)
    size = int(root.attrib["viewBox"].split()[2])
    field = Image.new("L", (size, size), 255)
    (strokes,) = (p.attrib["d"] for p in root.iter(f"{SVG}path") if p.get("stroke") == "#000")
    x = y = 0.0
    for command, numbers in re.findall(r"([Mmh])([^Mmh]*)", strokes):
        values = [float(number) for number in re.findall(r"-?[\d.]+", numbers)]
        if command == "h":
            field.paste(0, (int(x), int(y), int(x + values[0]), int(y) + 1))
            x += values[0]
        else:
            x, y = (values[0], values[1]) if command == "M" else (x + values[0], y + values[1])
    return field.resize((size * SCALE, size * SCALE), Image.Resampling.NEAREST)


def quiet_modules(svg: bytes) -> int:
    """How many light modules stand around the code."""
    picture = drawn(svg)
    dark = picture.point(lambda light: 255 - light).getbbox()
    assert dark
    margins = (dark[0], dark[1], picture.width - dark[2], picture.height - dark[3])
    return min(margins) // SCALE


def parsed(text: str) -> dict[str, str]:
    """Fields of a payment by the standard: format, version, encoding, separator, pairs."""
    assert text.startswith("ST0001"), text[:8]
    assert text[6] == "2"
    separator, *rest = text[7:8], *text[8:].split(text[7])
    assert separator.isascii()
    assert not separator.isalnum()
    pairs = [part.split("=", 1) for part in rest]
    assert all(len(pair) == 2 and pair[1] for pair in pairs)
    assert [key for key, _ in pairs[:5]] == list(REQUIRED)
    assert len({key for key, _ in pairs}) == len(pairs)
    return {pair[0]: pair[1] for pair in pairs}
