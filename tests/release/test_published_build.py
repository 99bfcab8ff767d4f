"""What a real build publishes: what its layout, a price and a text change, and the key's file."""

import re
from pathlib import Path

import pytest

from plugins.audit import pages_in
from plugins.documents.pelican_bridge import build
from plugins.release.published import Changes, Published, changes
from plugins.release.state import PUBLISHED, record_published, remembered
from tests.sites import copy_of_shipped, forget_plugins, output_of, project

SITE = "https://firm.ru"
KEY = "0123456789abcdef"


def published_by(settings: Path) -> Published:
    """What a build of a project publishes, as it is remembered."""
    forget_plugins()
    folder = settings.parent
    build(settings, folder / "output")
    record_published(folder / "state" / PUBLISHED, folder / "output", SITE)
    found = remembered(folder / "state" / PUBLISHED)
    assert isinstance(found, Published)
    return found


def replace(file: Path, old: str, new: str) -> None:
    """Replace a text that must stand in a file."""
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The settings of a copy of the shipped site."""
    return copy_of_shipped(tmp_path_factory.mktemp("shop"))


@pytest.fixture(scope="module")
def before(shop: Path) -> Published:
    return published_by(shop)


def test_pages_are_published_without_errors_and_redirects(shop: Path, before: Published) -> None:
    pages = pages_in(shop.parent / "output")[0]
    closed = {f"/{page.url}" for page in pages if not page.is_indexed}

    assert {"/", "/en/", "/blog/", "/products/"} <= before.pages.keys()
    assert "/404.html" in closed
    assert closed.isdisjoint(before.pages)
    assert len(before.pages) + len(closed) == len(pages)


def test_another_layout_changes_no_page(shop: Path, before: Published) -> None:
    theme = shop.parent / "theme" / "templates"
    changed = {
        "includes/footer.html": ("</footer>", "<p>Новый подвал</p></footer>"),
        "includes/offer.html": ('class="offer"', 'class="offer new"'),
        "style.css": ("margin: 0;", "margin: 1px;"),
        "article.html": ("set next = related(site, here)", "set next = related(site, here)[:1]"),
        "base.html": ('<main id="main_"', '<main data-new id="main_"'),
    }
    kept = {name: (theme / name).read_text("utf-8") for name in changed}
    for name, (old, new) in changed.items():
        replace(theme / name, old, new)
    after = published_by(shop)
    for name, text in kept.items():
        (theme / name).write_text(text, "utf-8")

    assert changes(before.pages, after.pages) == Changes()


def test_another_price_changes_the_pages_that_show_it(shop: Path, before: Published) -> None:
    file = shop.parent / "content/data/products.yaml"
    kept = file.read_text("utf-8")
    first = re.search(r'price: "(\d+)"', kept)
    assert first
    file.write_text(kept.replace(first[0], f'price: "{int(first[1]) + 7}"', 1), "utf-8")
    found = changes(before.pages, published_by(shop).pages)
    file.write_text(kept, "utf-8")

    assert {"/", "/en/", "/products/", "/en/products/"} <= set(found.changed)
    assert [url for url in found.changed if url.startswith(("/products/", "/en/products/"))]
    assert not [url for url in found.urls if "/blog/" in url]
    assert (found.added, found.removed) == ((), ())


@pytest.mark.parametrize("key", [KEY, ""])
def test_the_file_of_the_key_is_written_where_there_is_a_key(
    tmp_path: Path, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VITRINA_INDEXNOW_KEY", key)
    output = output_of(project(tmp_path))

    assert output.get(f"{KEY}.txt") == (KEY.encode() if key else None)
    assert bool(key) == any(path.endswith(".txt") and KEY in path for path in output)
