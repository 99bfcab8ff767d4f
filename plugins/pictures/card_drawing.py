"""Drawing a card: the cover of a product passport, in few colours and few bytes.

Three inks on paper, each in steps from paper to full, make a palette: letters are smooth and the
file stays small.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import as_file, files
from io import BytesIO
from typing import Literal

from PIL import Image, ImageDraw, ImageFont

from plugins.pictures.card_lines import ELLIPSIS, LEADING, NO_BREAK, broken, shortened
from plugins.pictures.cards import HEIGHT, WIDTH, Card
from plugins.pictures.store import Store

Ink = Literal["ink", "press", "signal"]
PAPER = (0xF8, 0xF6, 0xF1)
INKS: dict[Ink, tuple[int, int, int]] = {
    "ink": (0x15, 0x18, 0x1D),
    "press": (0x16, 0x3A, 0x78),
    "signal": (0x95, 0x19, 0x0F),
}
STEPS = 16
QUIET, LINE = 205, 120
FONT = "fontpkg_pt_sans"
BOLD, REGULAR = "PT_Sans-Web-Bold.ttf", "PT_Sans-Web-Regular.ttf"
MARGIN = 72
TITLE_TOP, TITLE_BOTTOM = 158, 482
BASE = 530


def card_files(wanted: Iterable[Card], store: Store) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of each card; one that was drawn before comes out of the store."""
    for card in wanted:
        name = card.save_as.rpartition("/")[2]
        data = store.get(name)
        if data is None:
            data = drawn(card)
            store.keep(name, data)
        yield card.save_as, data


def drawn(card: Card) -> bytes:
    """The card as a PNG."""
    layers = {ink: Image.new("L", (WIDTH, HEIGHT)) for ink in INKS}
    pens = {ink: ImageDraw.Draw(layer) for ink, layer in layers.items()}
    _brand(pens["ink"], pens["press"], _drawable(card.brand))
    _title(pens["ink"], _drawable(card.title))
    _foot(pens["ink"], pens["signal"], card)
    picture = _printed(layers)
    out = BytesIO()
    # Level 9 saves a tenth of the bytes and takes eight times as long
    picture.save(out, "PNG", compress_level=7)
    return out.getvalue()


def _brand(pen: ImageDraw.ImageDraw, blue: ImageDraw.ImageDraw, brand: str) -> None:
    """The brand on its own dimension line, as in the header of the site."""
    size, room = 44, WIDTH - 2 * MARGIN - 20
    while size > 24 and _width(brand, size) > room:
        size -= 2
    brand = _fitting(brand, size, room, BOLD)
    left, top = MARGIN, 60
    right = left + _width(brand, size) + 20
    pen.text((left + 10, top), brand, font=_font(BOLD, size), fill=255)
    bottom = top + round(size * 1.62)
    for x in (left, right):
        blue.rectangle((x - 1, top + 2, x + 1, bottom), fill=255)
    y = bottom - 8
    blue.rectangle((left, y - 1, right, y), fill=255)
    for x, way in ((left, 1), (right, -1)):
        blue.polygon([(x, y - 0.5), (x + 14 * way, y - 5), (x + 14 * way, y + 4)], fill=255)


def _title(pen: ImageDraw.ImageDraw, title: str) -> None:
    """The title, in the middle of its field, in the largest letters that fit."""
    room = TITLE_BOTTOM - TITLE_TOP
    lines = broken(title, WIDTH - 2 * MARGIN, room, _width)
    top = TITLE_TOP + (room - lines.height) / 2
    for number, line in enumerate(lines.lines):
        y = top + number * lines.size * LEADING
        pen.text((MARGIN, y), line, font=_font(BOLD, lines.size), fill=255)


def _foot(pen: ImageDraw.ImageDraw, red: ImageDraw.ImageDraw, card: Card) -> None:
    """A hairline; below it the fact at the left, the host at the right; the example says so."""
    pen.rectangle((MARGIN, BASE - 22, WIDTH - MARGIN, BASE - 21), fill=LINE)
    size = 28
    host = _fitting(_drawable(card.host), size, WIDTH / 2)
    from_right = WIDTH - MARGIN - _width(host, size, REGULAR)
    pen.text((from_right, BASE), host, font=_font(REGULAR, size), fill=QUIET)
    fact = _fitting(_drawable(card.fact), size, from_right - MARGIN - 24)
    pen.text((MARGIN, BASE), fact, font=_font(REGULAR, size), fill=QUIET)
    if card.sample:
        red.text((MARGIN, BASE + 40), _drawable(card.sample), font=_font(BOLD, 24), fill=255)


def _fitting(text: str, size: int, width: float, name: str = REGULAR) -> str:
    """The text, cut after a whole word where it is too long."""
    words, shown = text.split(" "), text
    while len(words) > 1 and _width(shown, size, name) > width:
        words.pop()
        shown = " ".join(words).rstrip(" ,;:—–") + ELLIPSIS
    return shortened(shown, size, width, lambda part, height: _width(part, height, name))


def _printed(layers: dict[Ink, Image.Image]) -> Image.Image:
    """All inks on one sheet of paper, as a picture with a palette."""
    sheet = Image.new("P", (WIDTH, HEIGHT))
    palette: list[int] = []
    for number, (ink, colour) in enumerate(INKS.items()):
        for step in range(STEPS):
            share = step / (STEPS - 1)
            mixed = (p + (c - p) * share for p, c in zip(PAPER, colour, strict=True))
            palette += [round(value) for value in mixed]
        table = [number * STEPS + round(level * (STEPS - 1) / 255) for level in range(256)]
        inked = layers[ink].point([0] + [255] * 255)
        sheet.paste(layers[ink].point(table), mask=inked)
    sheet.putpalette(palette)
    return sheet


def _drawable(text: str) -> str:
    """The text without letters that the font lacks: a box tells nobody anything."""
    return "".join(letter for letter in text if letter.isspace() or _has(letter)).strip()


@cache
def _has(letter: str) -> bool:
    font = _font(BOLD, 24)
    return letter == NO_BREAK or bytes(font.getmask(letter)) != bytes(font.getmask("\uffff"))


@cache
def _font(name: str, size: int) -> ImageFont.FreeTypeFont:
    with as_file(files(FONT) / "files" / name) as file:
        return ImageFont.truetype(file, size, layout_engine=ImageFont.Layout.BASIC)


def _width(text: str, size: int, name: str = BOLD) -> float:
    return _font(name, size).getlength(text)
