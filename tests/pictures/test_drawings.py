"""SVG: sizes as browsers see them; drawings that act or ask others are refused in clear words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.pictures.drawings import look_at_drawing
from plugins.pictures.picture import Drawing

SPACES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
SVG = f"<svg {SPACES} {{}}>{{}}</svg>"
BOX = 'viewBox="0 0 480 360"'


def size(attributes: str) -> tuple[int, int] | None:
    picture = look_at_drawing("x.svg", SVG.format(attributes, "").encode()).picture
    return (picture.width, picture.height) if picture else None


def complaint(data: str | bytes) -> str:
    look = look_at_drawing("x.svg", data if isinstance(data, bytes) else data.encode())
    assert look.picture is None
    assert look.complaint
    return look.complaint.in_language("en")


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        (BOX, (480, 360)),
        ('viewBox="0,0 , 480.4 359.6"', (480, 360)),
        ('viewBox="-10 -10 0.4 0.3"', (1, 1)),
        (f'{BOX} width="48" height="36px"', (48, 36)),
        (f'{BOX} width="100%" height="100%"', (480, 360)),
        (f'{BOX} width="12cm" height="9cm"', (480, 360)),
        ('width="48" height="36"', (48, 36)),
    ],
)
def test_the_size_is_what_stands_there_else_that_of_the_view_box(
    attributes: str, expected: tuple[int, int]
) -> None:
    assert size(attributes) == expected


@pytest.mark.parametrize("attributes", ["", 'viewBox="0 0"', 'viewBox="a b c d"', 'width="5"'])
def test_a_drawing_without_a_size_is_shown_and_said(attributes: str) -> None:
    look = look_at_drawing("x.svg", SVG.format(attributes, "").encode())

    assert isinstance(look.picture, Drawing)
    assert (look.picture.width, look.picture.height) == (300, 150)
    assert look.complaint
    assert "has no viewBox" in look.complaint.in_language("en")


@pytest.mark.parametrize(
    ("inside", "named"),
    [
        ("<script>alert(1)</script>", "<script>"),
        ("<SCRIPT/>", "<SCRIPT>"),
        ('<rect onclick="x()"/>', "onclick"),
        ('<g ONLOAD="x()"/>', "onload"),
        ("<foreignObject/>", "<foreignObject>"),
        ('<a xlink:href="javascript:x()"/>', "href"),
        ('<set attributeName="href" to=" JavaScript:x()"/>', "to"),
        ('<svg:script xmlns:svg="http://www.w3.org/2000/svg"/>', "<svg:script>"),
    ],
)
def test_a_drawing_that_acts_is_refused(inside: str, named: str) -> None:
    said = complaint(SVG.format(BOX, inside))

    assert said == (
        f"the drawing can act by itself ({named}), so it is not published; "
        "export it anew as plain SVG"
    )


@pytest.mark.parametrize(
    ("inside", "named"),
    [
        ('<image href="https://e.ru/x.png"/>', "https://e.ru/x.png"),
        ('<image xlink:href="x.png"/>', "x.png"),
        ('<use href="//e.ru/x.svg#a"/>', "//e.ru/x.svg#a"),
        ('<image href="data:text/html,x"/>', "data:text/html,x"),
        ('<image href="data:image/svg+xml,x"/>', "data:image/svg+xml,x"),
        ('<rect fill="url(https://e.ru/x.svg#a)"/>', "https://e.ru/x.svg#a"),
        ("<rect style=\"fill: URL( 'x.svg#a' )\"/>", "x.svg#a"),
        ("<style>@import 'x.css';</style>", "'x.css'"),
        ("<style><![CDATA[a{background:url(x.png)}]]></style>", "x.png"),
        ('<style>@font-face{src:local("a"),url("https://e.ru/a.woff2")}</style>', "https://e.ru/a"),
        ('<style>a{background:image-set("https://e.ru/x.png" 1x)}</style>', "https://e.ru/x.png"),
    ],
)
def test_a_drawing_that_asks_for_another_file_is_refused(inside: str, named: str) -> None:
    said = complaint(SVG.format(BOX, inside))

    assert said.startswith(f"the drawing asks for another file ({named}")
    assert said.endswith("so it is not published; put that file inside, or remove it")


@pytest.mark.parametrize(
    "inside",
    [
        '<use href="#a"/>',
        '<rect fill="url(#a)" clip-path="url( #b )"/>',
        '<image href="data:image/png;base64,AAAA"/>',
        "<style>path{fill:url(#a)} @media print{a{color:red}}</style>",
        "<title>онлайн, скидка: https://e.ru</title><desc>javascript:</desc>",
        '<metadata xmlns:rdf="http://x"><rdf:li rdf:resource="http://purl.org/dc"/></metadata>',
        "<?xpacket begin='x'?>",
    ],
)
def test_an_ordinary_drawing_passes(inside: str) -> None:
    look = look_at_drawing("x.svg", SVG.format(BOX, inside).encode())

    assert isinstance(look.picture, Drawing)
    assert (look.picture.width, look.picture.height) == (480, 360)
    assert look.complaint is None


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "expected an SVG drawing, got broken XML (no element found)"),
        (b"\x89PNG\r\n", "expected an SVG drawing, got broken XML"),
        ("<html/>", "expected an SVG drawing, got <html>"),
        ("<svg><g></svg>", "expected an SVG drawing, got broken XML (mismatched tag)"),
        ('<?xml-stylesheet href="x.css"?><svg/>', "the drawing asks for another file"),
        ('<!DOCTYPE svg [<!ENTITY a "b">]><svg/>', "the drawing can act by itself (<!ENTITY>)"),
        (b'<?xml version="1.0" encoding="no-such"?><svg/>', "expected an SVG drawing, got"),
        ("<svg>" + "<g>" * 30_000, "expected an SVG drawing, got broken XML"),
    ],
)
def test_a_file_that_is_no_drawing(data: str | bytes, said: str) -> None:
    assert complaint(data).startswith(said)


def test_the_line_is_said() -> None:
    assert look_at_drawing("x.svg", b"<svg>\n\n<script/></svg>").line == 3
    assert look_at_drawing("x.svg", b"<svg>\n<g>\n</svg>").line == 3


def test_a_drawing_with_a_foreign_doctype_or_in_another_encoding_passes() -> None:
    doctype = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/x.dtd">'
    utf16 = SVG.format(BOX, "<title>Печь</title>").encode("utf-16")

    assert look_at_drawing("x.svg", (doctype + SVG.format(BOX, "")).encode()).complaint is None
    assert look_at_drawing("x.svg", utf16).complaint is None


@given(st.binary(max_size=200))
@settings(deadline=None)
def test_no_bytes_are_too_much(data: bytes) -> None:
    assert look_at_drawing("x.svg", data).picture is None or b"svg" in data
