"""The album: a file is read once a build and made once for good, and looking writes nothing."""

import os
import shutil
from pathlib import Path

import pytest

from plugins.pictures import Album, Bitmap, Drawing, PictureSettings, album
from plugins.pictures.store import Store
from tests.pictures.examples import photo, read, saved

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"/>'


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    (folder / "pictures").mkdir(parents=True)
    (folder / "pictures/a.jpg").write_bytes(saved(photo(400, 300)))
    (folder / "pictures/b.png").write_bytes(saved(photo(200, 100, 2), "PNG"))
    (folder / "pictures/c.svg").write_bytes(SVG)
    return folder


PATHS = ("pictures/a.jpg", "pictures/b.png", "pictures/c.svg")


def album_of(content: Path) -> Album:
    return Album(content, PictureSettings(widths=(160, 320)), Store(content.parent / "cache"))


def files_in(folder: Path) -> dict[str, bytes]:
    return {str(f.relative_to(folder)): f.read_bytes() for f in folder.rglob("*") if f.is_file()}


def test_looking_tells_what_there_is_and_writes_nothing(content: Path) -> None:
    before = files_in(content.parent)
    looked = album_of(content)
    looked.look_at(PATHS)

    assert [type(looked.look(path).picture) for path in PATHS] == [Bitmap, Bitmap, Drawing]
    assert looked.look("pictures/none.jpg").picture is None
    assert before == files_in(content.parent)


def test_a_file_is_read_once(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reads: list[str] = []
    read_bytes = Path.read_bytes

    def counted(file: Path) -> bytes:
        reads.append(file.name)
        return read_bytes(file)

    monkeypatch.setattr(Path, "read_bytes", counted)
    looked = album_of(content)
    for _ in range(3):
        looked.look_at(PATHS)
        assert looked.look(PATHS[0]).picture

    assert sorted(reads) == ["a.jpg", "b.png", "c.svg"]


def test_every_file_is_made_and_named_once(content: Path) -> None:
    shutil.copy(content / "pictures/a.jpg", content / "pictures/a.jpeg")
    made = list(album_of(content).files([*PATHS, "pictures/a.jpeg"]))
    names = [name for name, _ in made]

    assert len(names) == len(set(names))
    assert dict(made)["pictures/c.svg"] == SVG
    assert {read(data).size for name, data in made if name.endswith("-320.avif")} == {(320, 240)}
    assert sum(name.endswith((".avif", ".webp", ".jpg")) for name in names) == 10


def test_a_second_time_nothing_is_made(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = list(album_of(content).files(PATHS))

    def never(*_: object) -> None:
        raise AssertionError("made again")

    monkeypatch.setattr(album, "made", never)
    monkeypatch.setattr(album, "must_be_whole", never)
    for file in content.rglob("*.*"):
        os.utime(file, (0, 0))

    assert first == list(album_of(content).files(PATHS))


def test_a_changed_picture_is_made_anew_under_a_new_name(content: Path) -> None:
    before = {name for name, _ in album_of(content).files(PATHS)}
    (content / "pictures/b.png").write_bytes(saved(photo(200, 100, 3), "PNG"))
    after = {name for name, _ in album_of(content).files(PATHS)}

    assert all(name.startswith("pictures/b.") for name in before ^ after)
    assert before != after


def test_what_is_lost_from_the_store_is_made_again(content: Path) -> None:
    first = list(album_of(content).files(PATHS))
    kept = sorted((content.parent / "cache").rglob("*.avif"))
    kept[0].unlink()
    kept[1].write_bytes(b"")

    assert first == list(album_of(content).files(PATHS))


def test_a_store_that_is_a_file_is_no_error(content: Path) -> None:
    (content.parent / "cache").write_text("")

    assert len(list(album_of(content).files(PATHS))) == 11


def test_a_broken_picture_hinders_no_other(content: Path) -> None:
    (content / "pictures/a.jpg").write_bytes(b"no picture")
    looked = album_of(content)

    assert looked.look("pictures/a.jpg").picture is None
    assert len(list(looked.files(PATHS))) == 6
