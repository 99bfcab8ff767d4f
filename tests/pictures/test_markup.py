"""A picture as HTML: all sizes and formats, its own size always, what its author wrote kept."""

import pytest

from plugins.documents.html import Tag, tags
from plugins.pictures.markup import Place, address_of, shown
from plugins.pictures.picture import Bitmap, Drawing
from plugins.pictures.settings import PictureSettings

SETTINGS = PictureSettings(widths=(320, 640))
PHOTO = Bitmap("pictures/печь 1.jpg", 1000, 500, "d")
DRAWING = Drawing("pictures/a.svg", 480, 360)
PLACE = Place("50vw")
WRITTEN = "pictures/%D0%BF%D0%B5%D1%87%D1%8C%201.d"


def html(tag: str, picture: Bitmap | Drawing = PHOTO, place: Place = PLACE) -> str:
    return shown(Tag(0, len(tag), tag), picture, place, SETTINGS)


def test_a_bitmap_in_full() -> None:
    assert html('<img alt="Печь" src="{static}/x.jpg">') == (
        f'<picture><source type="image/avif" srcset="/{WRITTEN}-320.avif 320w, '
        f'/{WRITTEN}-640.avif 640w" sizes="50vw">'
        f'<source type="image/webp" srcset="/{WRITTEN}-320.webp 320w, '
        f'/{WRITTEN}-640.webp 640w" sizes="50vw">'
        '<img width="640" height="320" loading="lazy" alt="Печь" '
        f'src="/{WRITTEN}-640.jpg"></picture>'
    )


def test_a_drawing_in_full() -> None:
    assert html("<img src=x.svg alt>", DRAWING) == (
        '<img width="480" height="360" loading="lazy" src="/pictures/a.svg" alt>'
    )


def test_the_first_picture_of_the_screen_does_not_wait() -> None:
    first = html('<img src="x">', place=Place("50vw", first=True))

    assert 'fetchpriority="high"' in first
    assert "loading" not in first


@pytest.mark.parametrize("written", ['loading="eager"', 'fetchpriority="low"', 'loading="lazy"'])
def test_what_the_author_says_of_loading_counts(written: str) -> None:
    for first in (True, False):
        page = html(f'<img src="x" {written}>', place=Place("50vw", first))
        assert page.count("loading=") + page.count("fetchpriority=") == 1
        assert written in page


@pytest.mark.parametrize(
    ("written", "width", "height", "sizes"),
    [
        ("", "640", "320", "50vw"),
        ('width="300"', "300", "150", "300px"),
        ('width="300px"', "300", "150", "300px"),
        ('width="50%"', "344", "172", "344px"),
        ('height="100"', "200", "100", "50vw"),
        ('width="300" height="300"', "300", "300", "300px"),
        ('width="wide" height="-3"', "640", "320", "50vw"),
        ('width="0"', "640", "320", "50vw"),
        ('sizes="9rem"', "640", "320", "9rem"),
    ],
)
def test_sizes_the_author_gave(written: str, width: str, height: str, sizes: str) -> None:
    page = html(f'<img src="x" {written}>')
    img = next(tag for tag in tags(page) if tag.name == "img").attributes
    sources = [tag.attributes["sizes"] for tag in tags(page) if tag.name == "source"]

    assert (img["width"], img["height"]) == (width, height)
    assert sources == [sizes, sizes]


def test_inside_a_picture_element_of_the_author_there_is_no_second_one() -> None:
    assert html('<img src="x">', place=Place("50vw", choice=False)) == (
        f'<img width="640" height="320" loading="lazy" src="/{WRITTEN}-640.jpg">'
    )


def test_a_site_below_another_address() -> None:
    elsewhere = PictureSettings(address="https://example.com/site")

    assert address_of(DRAWING, elsewhere) == "https://example.com/site/pictures/a.svg"
    assert address_of(PHOTO, elsewhere) == f"https://example.com/site/{WRITTEN}-1000.jpg"
