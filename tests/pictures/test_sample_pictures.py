"""The bitmaps of the example site are our own drawings, small, and what their script draws."""

from pathlib import Path

import pytest
from PIL import Image, ImageChops

from tests.pictures.sample_pictures import DRAWN, FOLDER


@pytest.mark.parametrize("name", DRAWN)
def test_a_picture_is_what_its_script_draws(name: str, tmp_path: Path) -> None:
    DRAWN[name]().saved(tmp_path / name)
    drawn, shipped = (Image.open(folder / name).convert("L") for folder in (tmp_path, FOLDER))

    assert ImageChops.difference(drawn, shipped).getextrema() == (0, 0)
    assert (FOLDER / name).stat().st_size < 150_000


def test_there_are_no_others() -> None:
    assert sorted(file.name for file in FOLDER.iterdir()) == sorted(DRAWN)
