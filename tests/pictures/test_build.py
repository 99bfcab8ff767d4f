"""Pictures in a build: made once, never the original, clear words for what cannot be shown."""

import re
from pathlib import Path

import pytest

from plugins.documents import read_site
from plugins.pictures import album
from plugins.release.audited import audited
from tests.pictures.examples import huge_png, photo, saved
from tests.sites import (
    SITE,
    Files,
    copy_of_shipped,
    forget_plugins,
    output_of,
    project,
    run,
    warnings,
)

ARTICLE = "Title: Статья\nDate: 2026-11-01\n\n![Печь]({static}/pictures/x.jpg)\n\nТекст.\n"
PAGE = "blog/statya/index.html"
PHOTO = saved(photo(900, 600))


def shown(data: bytes, name: str = "x.jpg") -> Files:
    text = ARTICLE.replace("x.jpg", name)
    return {"ru/blog/x.md": text, f"pictures/{name}": data}


HOSTILE: list[tuple[str, bytes, str, str, str]] = [
    (
        "no picture",
        b"just a text",
        "x.jpg",
        "expected a JPEG, PNG, WebP, AVIF, GIF or SVG picture, got something else; "
        "open it in a picture editor and save it as JPEG or PNG",
        "ожидалось: картинка JPEG, PNG, WebP, AVIF, GIF или SVG; получено: что-то другое; "
        "откройте файл в редакторе и сохраните как JPEG или PNG",
    ),
    (
        "a truncated one",
        PHOTO[: len(PHOTO) // 2],
        "x.jpg",
        "the picture is damaged or cut off; put the whole file here again",
        "файл картинки повреждён или обрезан; положите его сюда заново целиком",
    ),
    (
        "a decompression bomb",
        huge_png(60_000, 60_000),
        "x.png",
        "expected at most 100 megapixels, got 3600; it is not shown; "
        "reduce it to about 3,000 pixels in width",
        "ожидалось: не больше 100 мегапикселей; получено: 3600; на сайт она не попадёт; "
        "уменьшите её примерно до 3000 пикселей в ширину",
    ),
    (
        "a drawing with a script",
        b'<svg viewBox="0 0 4 3">\n<script>alert(1)</script></svg>',
        "x.svg",
        "the drawing can act by itself (<script>), so it is not published; "
        "export it anew as plain SVG",
        "в рисунке есть то, что действует само (<script>), поэтому на сайт он не попадёт; "
        "сохраните его заново как простой SVG",
    ),
]


@pytest.mark.parametrize(
    ("data", "name", "english", "russian"),
    [row[1:] for row in HOSTILE],
    ids=[r[0] for r in HOSTILE],
)
def test_what_cannot_be_shown_is_said_and_all_else_is_built(
    tmp_path: Path, data: bytes, name: str, english: str, russian: str
) -> None:
    settings = project(tmp_path, shown(data, name))
    place = f"content/pictures/{name}" + (":2" if name.endswith("svg") else "")
    forget_plugins()
    said = warnings(settings)
    page = (tmp_path / "output" / PAGE).read_text("utf-8")

    assert said == {"en": [f"{place}: {english}"], "ru": [f"{place}: {russian}"]}
    assert "<p>Печь</p>\n<p>Текст.</p>" in page
    assert not list((tmp_path / "output/pictures").glob("x.*"))
    assert list((tmp_path / "output/pictures").glob("kettle.*.avif"))


def test_publishing_refuses_what_cannot_be_shown(tmp_path: Path) -> None:
    project(tmp_path, shown(b"just a text"))
    done = run(tmp_path, "pelican", "-s", "publishconf.py")

    assert done.returncode == 1
    assert "content/pictures/x.jpg: expected a JPEG" in done.stderr
    assert "Traceback" not in done.stderr


def test_thirty_megapixels_are_shown_reduced_with_a_warning(tmp_path: Path) -> None:
    data = saved(photo(600, 500).resize((6000, 5000)))
    settings = project(tmp_path, shown(data))
    forget_plugins()
    said = warnings(settings)["en"]
    output = tmp_path / "output"
    made = {re.sub(r".*-(\d+)\.", r"\1.", f.name): f for f in output.glob("pictures/x.*")}

    assert said == [
        "content/pictures/x.jpg: expected at most 25 megapixels, got 30; "
        "the site shows it reduced; reduce the file itself to about 3,000 pixels"
    ]
    assert {"1440.avif", "1440.webp", "1440.jpg", "320.avif"} <= made.keys()
    assert 'width="1440" height="1200"' in (output / PAGE).read_text("utf-8")


def test_no_original_is_published_only_what_is_made_and_drawings(tmp_path: Path) -> None:
    files = {
        **shown(PHOTO),
        "pictures/unused.jpg": saved(photo(50, 50, 2)),
        "pictures/unused.svg": "<svg/>",
        "ru/blog/y.md": ARTICLE.replace("Статья", "Ещё\nSlug: more").replace(
            "![Печь]({static}/pictures/x.jpg)",
            "[целиком]({static}/pictures/x.jpg), [в папке]({attach}near.png), "
            "![Рисунок]({attach}near.svg)",
        ),
        "ru/blog/near.png": saved(photo(50, 40, 3), "PNG"),
        "ru/blog/near.svg": '<svg viewBox="0 0 4 3"><!-- как есть --></svg>',
    }
    settings = project(tmp_path, files)
    output = output_of(settings)
    originals = {f.read_bytes() for f in (tmp_path / "content").rglob("*.*") if f.suffix != ".svg"}
    page = output["blog/more/index.html"].decode()

    assert not [path for path, data in output.items() if data in originals]
    assert not [path for path in output if "unused" in path]
    assert output["ru/blog/near.svg"] == files["ru/blog/near.svg"].encode()  # type: ignore[union-attr]
    for href in re.findall(r'(?:href|src)="/([^"]*(?:jpg|svg|png))"', page):
        assert href in output


def test_a_draft_s_pictures_leave_no_trace(tmp_path: Path) -> None:
    secret = saved(photo(70, 50, 9))
    draft = ARTICLE.replace("Date:", "Status: draft\nDate:")
    files: dict[str, str | bytes | None] = {
        "ru/blog/x.md": draft.replace("x.jpg", "sec.jpg"),
        "ru/blog/z.md": ARTICLE.replace("2026-11", "2027-11").replace("x.jpg", "later.jpg"),
        "pictures/sec.jpg": secret,
        "pictures/later.jpg": b"not even a picture",
    }
    settings = project(tmp_path, files)
    forget_plugins()

    assert warnings(settings)["en"] == []
    names = [str(f) for f in (tmp_path / "output").rglob("*")]
    assert not [name for name in names if "sec." in name or "later" in name]


def test_the_second_build_makes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = project(tmp_path, shown(PHOTO))
    first = output_of(settings)

    def never(*_: object) -> None:
        raise AssertionError("made again")

    monkeypatch.setattr(album, "made", never)
    monkeypatch.setattr("plugins.pictures.card_drawing.drawn", never)
    assert first == output_of(settings)


def test_reading_the_site_makes_no_picture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = project(tmp_path, shown(saved(photo(333, 222, 5))))
    monkeypatch.setattr("plugins.pictures.store.Store.keep", lambda *_: pytest.fail("written"))
    forget_plugins()
    site, _ = read_site(settings)

    assert site.find("ru/blog/x.md")


def test_every_page_of_the_shipped_site_has_its_card_and_one_icon(tmp_path: Path) -> None:
    output = output_of(copy_of_shipped(tmp_path))
    pages = {
        path: data.decode()
        for path, data in output.items()
        if path.endswith(".html") and b'http-equiv="refresh"' not in data
    }
    for path, page in pages.items():
        icons = re.findall(r'<link rel="[^"]*icon[^"]*"[^>]*>', page)
        assert len(icons) == 1, path
        assert 'type="image/svg+xml"' in icons[0]
        shared = re.findall(r'<meta property="og:image" content="https://[^/]+/(.*?)">', page)
        assert len(shared) == (0 if path.endswith("404.html") else 1), path
        assert all(output[card].startswith(b"\x89PNG") for card in shared), path
        assert page.count('content="summary_large_image"') == len(shared)


def test_the_audit_knows_pictures_of_products(tmp_path: Path) -> None:
    settings = project(tmp_path, {"pictures/unused.jpg": PHOTO})
    forget_plugins()
    _, findings = audited(settings, lambda *_: None, publishing=False)
    unused = [f.file for f in findings if f.rule == "file-not-in-site"]

    assert (SITE / "content/pictures/kettle.png").is_file()
    assert unused == ["content/pictures/secret.png", "content/pictures/unused.jpg"]
