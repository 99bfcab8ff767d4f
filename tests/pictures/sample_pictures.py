"""The bitmaps of the example site, drawn: `python -m tests.pictures.sample_pictures` writes them.

They show what an owner would photograph: a crate with its marks, a packing list, a name plate. Each
says that it is a sample.
"""

from collections.abc import Callable
from importlib.resources import as_file, files
from math import cos, radians, sin
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

FOLDER = Path(__file__).parents[2] / "content" / "pictures" / "samples"
SCALE = 2
PAPER, INK, QUIET, LINE = "#f8f6f1", "#15181d", "#55595f", "#8a877c"
WOOD, WOOD_SIDE, WOOD_TOP, GRAIN = "#dcc296", "#c4a672", "#e9d5b0", "#b5965f"
SIGNAL, PRESS, STEEL, STEEL_DARK = "#95190f", "#163a78", "#d9dce0", "#8d939b"
Point = tuple[float, float]


class Sheet:
    """A drawing board in whole pixels, drawn at twice the size and then reduced."""

    def __init__(self, width: int, height: int, paper: str = PAPER) -> None:
        self.size = (width, height)
        self.image = Image.new("RGB", (width * SCALE, height * SCALE), paper)
        self.pen = ImageDraw.Draw(self.image)

    def line(self, points: list[Point], colour: str = INK, width: float = 2) -> None:
        """A line through points."""
        self.pen.line(_scaled(points), fill=colour, width=round(width * SCALE), joint="curve")

    def area(self, points: list[Point], fill: str, outline: str = INK, width: float = 2.5) -> None:
        """A filled shape with an outline."""
        self.pen.polygon(_scaled(points), fill=fill)
        self.line([*points, points[0]], outline, width)

    def box(self, at: Point, to: Point, fill: str | None, outline: str = INK) -> None:
        """A rectangle."""
        self.pen.rectangle((*_scaled([at])[0], *_scaled([to])[0]), fill, outline, 2 * SCALE)

    def disc(self, at: Point, radius: float, fill: str | None, outline: str = INK) -> None:
        """A circle."""
        (x, y), r = _scaled([at])[0], radius * SCALE
        self.pen.ellipse((x - r, y - r, x + r, y + r), fill, outline, 2 * SCALE)

    def text(
        self,
        at: Point,
        text: str,
        size: int,
        colour: str = INK,
        *,
        bold: bool = False,
        by: str = "ls",
    ) -> None:
        """A line of text; `by` is Pillow's anchor."""
        self.pen.text(
            _scaled([at])[0], text, fill=colour, font=_font(bold, size * SCALE), anchor=by
        )

    def turned(self, at: Point, text: str, size: int, angle: float, colour: str) -> None:
        """A line of large text, turned."""
        font = _font(True, size * SCALE)
        stamp = Image.new("L", (round(font.getlength(text)) + 20, size * SCALE * 2))
        ImageDraw.Draw(stamp).text((10, 10), text, fill=255, font=font)
        stamp = stamp.rotate(angle, expand=True, resample=Image.Resampling.BICUBIC)
        x, y = _scaled([at])[0]
        corner = (round(x - stamp.width / 2), round(y - stamp.height / 2))
        self.image.paste(Image.new("RGB", stamp.size, colour), corner, stamp)

    def saved(self, file: Path) -> None:
        """Write the drawing as a PNG of few colours."""
        small = self.image.resize(self.size, Image.Resampling.LANCZOS)
        few = small.quantize(64, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        few.save(file, optimize=True)


def crate() -> Sheet:
    """A crate as it arrives: 1 tilt, 2 shock indicator, 3 handling marks, 4 shipping mark."""
    sheet = Sheet(1280, 900)
    front = [(150.0, 300.0), (760.0, 300.0), (760.0, 790.0), (150.0, 790.0)]
    side = [(760.0, 300.0), (1010.0, 190.0), (1010.0, 670.0), (760.0, 790.0)]
    top = [(150.0, 300.0), (400.0, 190.0), (1010.0, 190.0), (760.0, 300.0)]
    sheet.area(top, WOOD_TOP)
    sheet.area(side, WOOD_SIDE)
    sheet.area(front, WOOD)
    for step in range(1, 7):
        y = 300 + 70 * step
        sheet.line([(150, y), (760, y)], GRAIN, 2)
        sheet.line([(760, y), (1010, y - 112 + step * -0.6)], GRAIN, 2)
    for x in (150.0, 690.0):
        sheet.area([(x, 300), (x + 70, 300), (x + 70, 790), (x, 790)], WOOD_TOP, INK, 2)
        for y in (325, 395, 465, 535, 605, 675, 745):
            sheet.disc((x + 20, y), 3, STEEL_DARK, STEEL_DARK)
            sheet.disc((x + 50, y), 3, STEEL_DARK, STEEL_DARK)
    for x in (180.0, 420.0, 660.0):
        sheet.area([(x, 792), (x + 80, 792), (x + 80, 832), (x, 832)], WOOD_SIDE, INK, 2)
    _handling_marks(sheet)
    _shipping_mark(sheet)
    _indicators(sheet)
    _callouts(sheet)
    sheet.text((1280 - 40, 870), "образец · sample", 26, SIGNAL, bold=True, by="rs")
    return sheet


def _handling_marks(sheet: Sheet) -> None:
    """This way up, fragile, keep dry: the signs of ISO 780, painted on the boards."""
    for x in (262.0, 302.0):
        sheet.line([(x, 445), (x, 370)], INK, 9)
        sheet.area([(x - 17, 376), (x + 17, 376), (x, 344)], INK)
    sheet.line([(240, 456), (324, 456)], INK, 7)
    sheet.area([(374, 350), (430, 350), (422, 398), (402, 412), (382, 398)], INK)
    sheet.line([(402, 410), (402, 446)], INK, 8)
    sheet.line([(376, 452), (428, 452)], INK, 8)
    arch = [(500 + 44 * cos(radians(a)), 396 - 44 * sin(radians(a))) for a in range(0, 181, 6)]
    sheet.area(arch, INK)
    sheet.line([(500, 390), (500, 440)], INK, 6)
    sheet.line([(500, 440), (506, 450), (516, 450), (520, 442)], INK, 6)
    for x, y in ((470, 342), (492, 332), (514, 332), (534, 344)):
        sheet.line([(x, y), (x - 5, y + 12)], INK, 4)


def _shipping_mark(sheet: Sheet) -> None:
    rows = ("PV-103", "116 кг · 98 кг", "54 × 88 × 98 см", "место 1 из 1")
    for number, row in enumerate(rows):
        size, bold = (50, True) if number == 0 else (36, False)
        sheet.text((272, 556 + 54 * number), row, size, bold=bold)


def _indicators(sheet: Sheet) -> None:
    sheet.box((560, 500), (668, 610), "#ffffff")
    sheet.area([(614, 512), (652, 578), (576, 578)], SIGNAL, SIGNAL)
    sheet.disc((614, 556), 13, "#ffffff", "#ffffff")
    sheet.text((614, 603), "TILT", 20, bold=True, by="ms")
    sheet.box((560, 640), (668, 750), "#ffffff")
    sheet.box((582, 656), (646, 712), SIGNAL, SIGNAL)
    sheet.box((606, 664), (622, 704), "#ffffff", "#ffffff")
    sheet.text((614, 742), "SHOCK", 20, bold=True, by="ms")


def _callouts(sheet: Sheet) -> None:
    marks: tuple[tuple[str, Point, Point], ...] = (
        ("1", (668, 540), (1120, 480)),
        ("2", (668, 700), (1120, 740)),
        ("3", (402, 344), (300, 110)),
        ("4", (252, 640), (70, 640)),
    )
    for name, start, end in marks:
        sheet.line([start, end], PRESS, 3)
        sheet.disc(start, 6, PRESS, PRESS)
        sheet.disc(end, 36, PAPER, PRESS)
        sheet.text((end[0], end[1] + 1), name, 42, PRESS, bold=True, by="mm")


def packing_list() -> Sheet:
    """The packing list of one machine, as it lies in the crate."""
    sheet = Sheet(1280, 1010, "#e8e4da")
    sheet.box((40, 36), (1240, 974), "#fffefb", LINE)
    sheet.text((92, 128), "Упаковочный лист", 56, bold=True)
    sheet.text((92, 176), "Packing list", 32, QUIET)
    sheet.text((1188, 128), "место 1 из 1", 36, by="rs")
    sheet.text((1188, 176), "заказ 00-000", 32, QUIET, by="rs")
    sheet.line([(92, 206), (1188, 206)], INK, 3)
    facts = (("Товар", "Спиральный тестомес PV-103"), ("Брутто · нетто", "116 кг · 98 кг"))
    for number, (name, value) in enumerate(facts):
        sheet.text((92, 262 + 54 * number), name, 32, QUIET)
        sheet.text((360, 262 + 54 * number), value, 36, bold=number == 0)
    sheet.line([(92, 352), (1188, 352)], LINE, 2)
    rows = (
        ("1", "Тестомес в сборе, на колёсах", "1"),
        ("2", "Ремень запасной", "1"),
        ("3", "Ключ для натяжения ремня", "1"),
        ("4", "Паспорт на русском языке", "1"),
        ("5", "Инструкция на русском языке", "1"),
    )
    sheet.text((92, 398), "№", 28, QUIET)
    sheet.text((160, 398), "Что лежит в ящике", 28, QUIET)
    sheet.text((1188, 398), "штук", 28, QUIET, by="rs")
    for number, (place, name, count) in enumerate(rows):
        y = 458 + 66 * number
        sheet.line([(92, y - 46), (1188, y - 46)], "#d6d2c6", 2)
        sheet.text((92, y), place, 38)
        sheet.text((160, y), name, 38)
        sheet.text((1110, y), count, 38, by="rs")
        sheet.box((1144, y - 32), (1180, y + 4), None)
    sheet.line([(92, 760), (1188, 760)], INK, 3)
    for x, name in ((92, "Упаковал"), (660, "Проверил при получении")):
        sheet.line([(x, 888), (x + 480, 888)], INK, 2)
        sheet.text((x, 924), name, 28, QUIET)
    sheet.turned((640, 610), "ОБРАЗЕЦ", 150, 22, "#eadfd8")
    for number, (place, name, count) in enumerate(rows):
        y = 458 + 66 * number
        sheet.text((92, y), place, 38)
        sheet.text((160, y), name, 38)
        sheet.text((1110, y), count, 38, by="rs")
    return sheet


def name_plate() -> Sheet:
    """The plate that is riveted to a machine: what to compare with the contract."""
    sheet = Sheet(1280, 760, "#b9bec5")
    sheet.pen.rounded_rectangle(
        (60 * SCALE, 50 * SCALE, 1220 * SCALE, 710 * SCALE), 36 * SCALE, STEEL, INK, 3 * SCALE
    )
    for at in ((110.0, 100.0), (1170.0, 100.0), (110.0, 660.0), (1170.0, 660.0)):
        sheet.disc(at, 17, STEEL_DARK)
        sheet.disc(at, 7, "#b9bec5", STEEL_DARK)
    sheet.text((170, 156), "Спиральный тестомес", 54, bold=True)
    sheet.line([(170, 186), (1110, 186)], INK, 3)
    rows = (
        ("Модель", "PV-103"),
        ("Заводской №", "0000-ОБРАЗЕЦ"),
        ("Питание", "380 В, 3 фазы, 50 Гц"),
        ("Мощность", "1,5 кВт"),
        ("Масса", "98 кг"),
        ("Сделано в Китае", "2026"),
    )
    for number, (name, value) in enumerate(rows):
        y = 254 + 76 * number
        sheet.text((170, y), name, 40, "#3b4047")
        sheet.text((520, y), value, 46, bold=True)
        sheet.line([(170, y + 20), (1110, y + 20)], STEEL_DARK, 1.5)
    sheet.text((1110, 690), "образец · sample", 26, SIGNAL, bold=True, by="rs")
    return sheet


DRAWN: dict[str, Callable[[], Sheet]] = {
    "crate.png": crate,
    "packing-list.png": packing_list,
    "name-plate.png": name_plate,
}


def _scaled(points: list[Point]) -> list[Point]:
    return [(x * SCALE, y * SCALE) for x, y in points]


def _font(bold: bool, size: int) -> ImageFont.FreeTypeFont:
    name = "PT_Sans-Web-Bold.ttf" if bold else "PT_Sans-Web-Regular.ttf"
    with as_file(files("fontpkg_pt_sans") / "files" / name) as file:
        return ImageFont.truetype(file, size)


if __name__ == "__main__":
    for file_name, drawing in DRAWN.items():
        drawing().saved(FOLDER / file_name)
