"""Bitmaps before anything is made: sizes upright, and clear words for what cannot be shown."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from plugins.pictures.bitmaps import (
    NotShownError,
    about,
    header_of,
    must_be_whole,
    quiet,
)
from tests.pictures.examples import huge_png, photo, saved

JPEG = saved(photo())
PNG = saved(photo(), "PNG")
NOT_ONE = (
    "expected a JPEG, PNG, WebP, AVIF, GIF or SVG picture, got {}; "
    "open it in a picture editor and save it as JPEG or PNG"
)
DAMAGED = "the picture is damaged or cut off; put the whole file here again"


def turned(orientation: int, kind: str = "JPEG") -> bytes:
    exif = Image.Exif()
    exif[0x0112] = orientation
    return saved(photo(), kind, exif=exif)


def said_of(data: bytes) -> str:
    """Why a file is not shown; empty where it is."""
    try:
        with quiet():
            header_of(data)
            must_be_whole(data)
    except NotShownError as refused:
        return refused.complaint.in_language("en")
    return ""


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_sizes_are_those_of_the_picture_upright(kind: str, orientation: int) -> None:
    header = header_of(turned(orientation, kind))
    sideways = orientation > 4

    assert (header.width, header.height) == ((480, 640) if sideways else (640, 480))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP", "AVIF", "BMP"])
def test_what_browsers_and_cameras_know_is_shown(kind: str) -> None:
    data = saved(photo(), kind)

    assert said_of(data) == ""
    assert about(header_of(data)) is None


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", NOT_ONE.format("an empty file")),
        (b"this is text", NOT_ONE.format("something else")),
        (b"%PDF-1.7 x", NOT_ONE.format("something else")),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", NOT_ONE.format("something else")),
        (b"<svg/>", NOT_ONE.format("something else")),
        (saved(photo(), "TIFF"), NOT_ONE.format("something else")),
        (b"\x00\x00\x00\x20ftypheic" + bytes(100), NOT_ONE.format("something else")),
        (PNG[: len(PNG) // 2], DAMAGED),
        (PNG[:200] + bytes(100) + PNG[300:], DAMAGED),
        (JPEG[: len(JPEG) // 2], DAMAGED),
        (saved(photo(), "WEBP")[:-500], DAMAGED),
        (saved(photo(), "GIF")[:-500], DAMAGED),
    ],
)
def test_what_is_no_picture_or_a_broken_one(data: bytes, said: str) -> None:
    assert said_of(data) == said


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    assert said_of(huge_png(60_000, 60_000)) == (
        "expected at most 100 megapixels, got 3600; "
        "it is not shown; reduce it to about 3,000 pixels in width"
    )


def test_a_very_large_picture_is_shown_with_a_word_to_its_author() -> None:
    complaint = about(header_of(huge_png(6000, 5000)))

    assert complaint
    assert complaint.in_language("en") == (
        "expected at most 25 megapixels, got 30; "
        "the site shows it reduced; reduce the file itself to about 3,000 pixels"
    )


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG", "AVIF"])
def test_a_picture_that_moves_stands_still_here(kind: str) -> None:
    more = [photo(seed=seed) for seed in (2, 3)]
    complaint = about(header_of(saved(photo(), kind, save_all=True, append_images=more)))

    assert complaint
    assert "shows its first frame" in complaint.in_language("en")


def test_a_camera_s_second_picture_is_no_motion() -> None:
    data = saved(photo(), "MPO", save_all=True, append_images=[photo(seed=2)])

    assert said_of(data) == ""
    assert about(header_of(data)) is None


@given(st.sampled_from([JPEG, PNG]), st.data())
@settings(deadline=None)
def test_no_bytes_are_too_much(data: bytes, draw: st.DataObject) -> None:
    cut = draw.draw(st.integers(0, len(data)))
    noise = draw.draw(st.binary(max_size=30))

    assert isinstance(said_of(data[:cut] + noise + data[cut + len(noise) :]), str)
