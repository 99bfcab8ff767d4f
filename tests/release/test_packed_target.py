"""Packed files beside texts: they come and go with them, and a run that dies is made up for."""

import gzip
from pathlib import Path

import brotli
import pytest

from plugins.release.folder import Folder
from plugins.release.packed_target import PackedTarget
from plugins.release.targets import RECORD, digest_of

PAGE = "<h1>Доставка</h1>\n".encode() * 100


@pytest.fixture
def target(tmp_path: Path) -> PackedTarget:
    return PackedTarget(Folder(tmp_path / "site"))


def names(folder: Path) -> list[str]:
    return sorted(f.relative_to(folder).as_posix() for f in folder.rglob("*") if f.is_file())


def test_texts_get_both_kinds_beside_them(target: PackedTarget, tmp_path: Path) -> None:
    for path in ("a/index.html", "robots.txt", "photo.jpg"):
        target.put(path, PAGE, {})
    target.write_state(b"{}")

    site = tmp_path / "site"
    texts = [
        f"{name}{kind}" for name in ("a/index.html", "robots.txt") for kind in ("", ".br", ".gz")
    ]
    assert names(site) == sorted([*texts, "photo.jpg", RECORD])
    assert brotli.decompress((site / "a/index.html.br").read_bytes()) == PAGE
    assert gzip.decompress((site / "a/index.html.gz").read_bytes()) == PAGE
    digest = digest_of(PAGE)
    assert target.files() == {"a/index.html": digest, "photo.jpg": digest, "robots.txt": digest}


def test_they_leave_together(target: PackedTarget, tmp_path: Path) -> None:
    target.put("index.html", PAGE, {})
    target.put("a/index.html", PAGE, {})
    target.remove("a/index.html")

    assert names(tmp_path / "site") == ["index.html", "index.html.br", "index.html.gz"]


def test_what_is_not_packed_yet_is_put_again(target: PackedTarget, tmp_path: Path) -> None:
    """A folder that was published without, or a run that died before the last file."""
    Folder(tmp_path / "site").put("index.html", PAGE, {})
    assert target.files() == {"index.html": ""}
    target.put("index.html", PAGE, {})
    assert target.files() == {"index.html": digest_of(PAGE)}


def test_an_archive_of_our_own_is_a_file_like_any_other(target: PackedTarget) -> None:
    target.put("files/prices.tar.gz", PAGE, {})

    assert target.files() == {"files/prices.tar.gz": digest_of(PAGE)}
