"""The picture that stands for an article in feeds: its first wide photo, else its card."""

from pathlib import Path

import pytest

from plugins.documents import Document
from plugins.pictures import Album, PictureSettings, cover_of
from plugins.pictures.cards import card_of
from plugins.pictures.store import Store
from tests.documents.examples import document, site
from tests.pictures.examples import photo, read, saved
from tests.pictures.test_cards import FIRM, GOODS

FILES = frozenset({"pictures/wide.jpg", "pictures/small.png", "pictures/drawn.svg"})


@pytest.fixture
def album(tmp_path: Path) -> Album:
    folder = tmp_path / "pictures"
    folder.mkdir()
    (folder / "wide.jpg").write_bytes(saved(photo(900, 600)))
    (folder / "small.png").write_bytes(saved(photo(699, 500), "PNG"))
    (folder / "drawn.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"/>')
    return Album(tmp_path, PictureSettings(), Store(tmp_path / "store"))


def article(*names: str) -> Document:
    body = "".join(f'<img src="{{static}}/pictures/{name}">' for name in names)
    return document("ru/blog/a.md", body, kind="article")


@pytest.mark.parametrize("names", [["wide.jpg"], ["drawn.svg", "small.png", "wide.jpg"]])
def test_the_first_photo_that_is_wide_enough(names: list[str], album: Album) -> None:
    text = article(*names)
    cover = cover_of(site(text, files=FILES), text, album, FIRM, GOODS)
    data = dict(album.files(["pictures/wide.jpg"]))[cover.save_as]

    assert (cover.type, cover.length) == ("image/jpeg", len(data))
    assert read(data).size == (900, 600)


@pytest.mark.parametrize("names", [[], ["small.png"], ["drawn.svg"], ["lost.jpg"]])
def test_without_one_it_is_the_card(names: list[str], album: Album) -> None:
    text = article(*names)
    cover = cover_of(site(text, files=FILES), text, album, FIRM, GOODS)

    assert cover.save_as == card_of(text, FIRM, GOODS).save_as
    assert cover.type == "image/png"
    assert cover.length > 1000
