"""Which files are made: never wider than the original, named by what they hold."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.pictures.picture import Bitmap
from plugins.pictures.settings import PictureSettings
from plugins.pictures.variants import (
    TALLEST,
    digest_of,
    fallback,
    largest,
    modern,
    sizes_of,
    variants_of,
)

SETTINGS = PictureSettings()


def bitmap(width: int, height: int, path: str = "pictures/x.jpg") -> Bitmap:
    return Bitmap(path, width, height, "0123456789")


@pytest.mark.parametrize(
    ("size", "widths"),
    [
        ((4000, 3000), [320, 480, 720, 1080, 1440]),
        ((1500, 1000), [320, 480, 720, 1080, 1440]),
        ((1100, 1000), [320, 480, 720, 1100]),
        ((800, 600), [320, 480, 720, 800]),
        ((750, 600), [320, 480, 750]),
        ((320, 240), [320]),
        ((300, 200), [300]),
        ((1, 1), [1]),
        ((100, 50_000), [32]),
        ((1, 90_000), [1]),
    ],
)
def test_widths(size: tuple[int, int], widths: list[int]) -> None:
    assert [width for width, _ in sizes_of(bitmap(*size), SETTINGS)] == widths


@given(st.integers(1, 20_000), st.integers(1, 20_000))
@settings(deadline=None)
def test_sizes_ascend_keep_the_proportion_and_fit_into_every_format(w: int, h: int) -> None:
    sizes = sizes_of(bitmap(w, h), SETTINGS)

    assert list(sizes) == sorted(set(sizes))
    for width, height in sizes:
        assert 1 <= width <= min(w, 1440)
        assert 1 <= height <= TALLEST
        assert abs(height - width * h / w) <= 1 or height == TALLEST


def test_names_hold_the_path_the_digest_and_the_width() -> None:
    small = bitmap(400, 300)

    assert [variant.save_as for variant in variants_of(small, SETTINGS)] == [
        "pictures/x.0123456789-320.avif",
        "pictures/x.0123456789-400.avif",
        "pictures/x.0123456789-320.webp",
        "pictures/x.0123456789-400.webp",
        "pictures/x.0123456789-400.jpg",
    ]
    elsewhere = bitmap(400, 300, "ru/blog/фото печи.jpeg")
    assert fallback(elsewhere, SETTINGS).save_as == "pictures/ru/blog/фото печи.0123456789-400.jpg"


def test_equal_bytes_have_equal_names_and_no_others() -> None:
    assert digest_of(b"a") == digest_of(b"a") != digest_of(b"b")


def test_the_fallback_is_of_a_middle_size_and_a_link_leads_to_the_largest() -> None:
    large = bitmap(4000, 3000)

    assert (fallback(large, SETTINGS).width, largest(large, SETTINGS).width) == (720, 1440)
    assert {fallback(large, SETTINGS), largest(large, SETTINGS)} < set(variants_of(large, SETTINGS))
    assert [v.width for v in modern(large, "avif", SETTINGS)] == [320, 480, 720, 1080, 1440]
