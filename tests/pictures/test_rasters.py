"""Drawings as pixels: light, on white, the same on every machine."""

from pathlib import Path

import pytest
from PIL import Image

from plugins.pictures.drawings import look_at_drawing
from plugins.pictures.picture import Drawing
from plugins.pictures.plain_drawing import plain
from plugins.pictures.rasters import LONGEST, raster, raster_path
from tests.pictures.examples import read

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {}"><style>{}</style>{}</svg>'
SHIPPED = sorted(Path("content/pictures/products").glob("*.svg"))
PRESS_BLUE = (0x16, 0x3A, 0x78)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("svg{--a:#123}path{fill:var(--a)}", "svg{--a:#123}path{fill:#123}"),
        ("path{fill:var( --a , #456 )}", "path{fill:#456}"),
        ("path{fill:var(--a,rgb(1,2,3))}", "path{fill:rgb(1,2,3)}"),
        ("path{fill:var(--a,var(--b,red))}", "path{fill:red}"),
        ("path{fill:var(--a)}", "path{fill:inherit}"),
        ("svg{--b:var(--a);--a:red}p{fill:var(--b)}", "svg{--b:red;--a:red}p{fill:red}"),
        ("@media screen and (prefers-color-scheme:dark){p{fill:red}q{fill:red}}r{}", "r{}"),
        ("@media print{}@media(max-width:9px){p{x:y}}r{}", "r{}"),
        ("/* @media { */p{fill:red}", "p{fill:red}"),
        ('<path style="fill:var(--a)"/><svg style="--a:red"/>', None),
    ],
)
def test_properties_are_told_and_screens_left_out(written: str, expected: str | None) -> None:
    assert plain(written) == (expected or '<path style="fill:red"/><svg style="--a:red"/>')


def test_properties_that_stand_for_each_other_end() -> None:
    assert "var(" in plain("svg{--a:var(--b);--b:var(--a)}p{fill:var(--a)}")


def drawn(size: str, style: str = "", inside: str = "", encoding: str = "utf-8") -> Image.Image:
    head = f'<?xml version="1.0" encoding="{encoding}"?>'
    data = (head + SVG.format(size, style, inside)).encode(encoding)
    picture = look_at_drawing("pictures/x.svg", data).picture
    assert isinstance(picture, Drawing)
    return read(raster(data, picture)).convert("RGB")


@pytest.mark.parametrize(
    ("size", "pixels"),
    [
        ("480 360", (1200, 900)),
        ("36 48", (900, 1200)),
        ("1 1", (1200, 1200)),
        ("1 9999", (1, 1200)),
    ],
)
def test_the_longer_side_is_as_wide_as_pages_show(size: str, pixels: tuple[int, int]) -> None:
    assert drawn(size).size == pixels


def test_paper_is_white_and_colours_are_those_of_the_day() -> None:
    style = "svg{--a:#163a78}@media (prefers-color-scheme:dark){svg{--a:#fff}}path{fill:var(--a)}"
    picture = drawn("4 4", style, '<path d="M0 0h2v4h-2z"/>')

    assert picture.getpixel((900, 600)) == (255, 255, 255)
    assert picture.getpixel((300, 600)) == PRESS_BLUE


@pytest.mark.parametrize("family", ["system-ui,Arial,sans-serif", "serif", "Unknown", "monospace"])
def test_letters_come_from_our_font_whatever_is_asked_for(family: str) -> None:
    text = '<text x="4" y="30" font-family="{}">Ёж, 1060 ₽</text>'

    ours = drawn("99 40", "", text.format("PT Sans"))

    assert drawn("99 40", "", text.format(family)).tobytes() == ours.tobytes()
    assert min(drawn("99 40", "", text.format(family)).convert("L").tobytes()) < 64


def test_other_encodings_are_read() -> None:
    letters = '<text x="4" y="30">Печь</text>'
    expected = drawn("99 40", "", letters).tobytes()

    assert drawn("99 40", "", letters, "windows-1251").tobytes() == expected
    assert drawn("99 40", "", letters, "utf-16").tobytes() == expected


def test_the_name_follows_the_drawing() -> None:
    one = look_at_drawing("pictures/a/x.svg", SVG.format("4 4", "", "").encode()).picture
    other = look_at_drawing("pictures/a/x.svg", SVG.format("4 5", "", "").encode()).picture
    assert isinstance(one, Drawing)
    assert isinstance(other, Drawing)

    assert raster_path(one).startswith("pictures/a/x.")
    assert raster_path(one).endswith(f"-{LONGEST}.png")
    assert raster_path(one) != raster_path(other)


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.stem)
def test_drawings_of_the_example_are_ink_and_blue_on_white(file: Path) -> None:
    data = file.read_bytes()
    picture = look_at_drawing(f"pictures/{file.name}", data).picture
    assert isinstance(picture, Drawing)
    pixels = read(raster(data, picture)).convert("RGB")
    colours = {colour: n for n, colour in pixels.getcolors(1 << 24) or ()}

    assert pixels.size == (1200, 900)
    assert pixels.getpixel((2, 2)) == (255, 255, 255)
    assert colours[PRESS_BLUE] > 500, "dimensions and their figures are blue"
    assert (0, 0, 0) not in colours, "nothing is filled with black"
    assert raster(data, picture) == raster(data, picture)
