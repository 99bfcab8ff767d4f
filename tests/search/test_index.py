"""The index of a built site: what is in it, that it repeats, what it does when something fails."""

import gzip
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from plugins.documents import read_site
from plugins.language.problems import ProblemsFound
from plugins.search import bundle, kept
from plugins.search.index import search_index
from tests.sites import LANGUAGES, complaints, forget_plugins, output_of, project
from tests.test_theme import themed

ARTICLE = "Title: {title}\nSlug: {slug}\nDate: 2026-11-06\nCategory: Чайники\n{more}\n{body}\n"
SEARCH = "Title: Поиск\nSlug: poisk\nStatus: hidden\nTemplate: search\n\nПишите.\n"
BRANDS = {"ru": "Чайник и Заварник", "en": "Kettle & Pot"}
SECRETS = {
    "ru/blog/a.md": ("Черновик", "Status: draft\n", "Слово кракозябра."),
    "ru/blog/b.md": ("Будущее", "Date: 2027-01-01\n", "Слово кракозябра."),
    "ru/blog/c.md": ("Спрятано", "Status: hidden\n", "Слово кракозябра."),
}


def index_of(output: Mapping[str, bytes]) -> dict[str, bytes]:
    return {path: data for path, data in output.items() if path.startswith("pagefind/")}


def unpacked(files: Mapping[str, bytes]) -> Iterator[bytes]:
    for path, data in files.items():
        packed = data[:2] == b"\x1f\x8b" and not path.endswith(".pagefind")
        yield gzip.decompress(data) if packed else data


def fragments(files: Mapping[str, bytes]) -> dict[str, Any]:
    """Address to what results show of it."""
    found = {}
    for path, data in files.items():
        if "/fragment/" in path:
            shown = json.loads(gzip.decompress(data).removeprefix(b"pagefind_dcd"))
            found[shown["url"]] = shown
    return found


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The index of the small site in the shipped theme, with texts that nobody may find."""
    files: dict[str, str | bytes | None] = {
        path: ARTICLE.format(title=title, slug=path[8], more=more, body=body)
        if "Date" not in more
        else f"Title: {title}\nSlug: b\n{more}Category: Чайники\n\n{body}\n"
        for path, (title, more, body) in SECRETS.items()
    }
    files["ru/pages/search.md"] = SEARCH
    forget_plugins()
    return index_of(output_of(themed(tmp_path_factory.mktemp("built"), files)))


def test_listed_pages_are_in_the_index(built: dict[str, bytes]) -> None:
    found = fragments(built)

    assert {"/", "/dostavka/", "/products/", "/en/", "/en/delivery/"} <= found.keys()
    labels = {shown["meta"]["label"] for shown in found.values()}
    assert labels == {"", "Товар", "Статья", "Article"}


def test_what_is_not_listed_or_not_indexed_leaves_no_trace(built: dict[str, bytes]) -> None:
    everything = b"".join(unpacked(built))

    assert "кракозябр".encode() not in everything
    assert "/poisk/" not in fragments(built)
    assert "/404.html" not in fragments(built)


def test_what_stands_on_every_page_is_not_in_the_text(built: dict[str, bytes]) -> None:
    shown = " ".join(page["content"] for page in fragments(built).values())

    assert "К содержанию страницы" not in shown
    assert "Продавец" not in shown
    assert "Остались сомнения" not in shown


def test_only_what_the_site_needs_of_pagefind_is_published(built: dict[str, bytes]) -> None:
    names = {path.split("/")[1] for path in built}
    metas = {name for name in names if name.endswith(".pf_meta")}

    assert len(metas) == len(LANGUAGES)
    assert names - metas == {
        "fragment",
        "index",
        "pagefind-entry.json",
        "pagefind.js",
        "wasm.en.pagefind",
        "wasm.ru.pagefind",
    }


def test_two_indexes_of_the_same_pages_are_equal_made_anew_or_kept(tmp_path: Path) -> None:
    settings = themed(tmp_path, {})
    forget_plugins()
    output_of(settings)
    site, _ = read_site(settings)
    folder = settings.parent / "output"
    cache = tmp_path / "cache"
    first = search_index(site, folder, BRANDS, cache)
    again = search_index(site, folder, BRANDS, cache)
    for file in cache.glob("*.zip"):
        file.write_bytes(b"damaged")
    anew = search_index(site, folder, BRANDS, cache)
    elsewhere = search_index(site, folder, BRANDS, tmp_path / "another")

    assert first
    assert first == again == anew == elsewhere
    assert len(list(cache.glob("*.zip"))) == 1


def test_an_owner_may_do_without_words(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(kept, "RULES", (tmp_path / "words.csv",))

    assert kept.fingerprint([("a",)]) != kept.fingerprint([("b",)])


def test_a_changed_page_makes_another_index(tmp_path: Path) -> None:
    settings = themed(tmp_path, {})
    forget_plugins()
    output_of(settings)
    site, _ = read_site(settings)
    folder, cache = settings.parent / "output", tmp_path / "cache"
    before = search_index(site, folder, BRANDS, cache)
    page = folder / "dostavka/index.html"
    page.write_text(page.read_text("utf-8").replace("</main>", "<p>Шмель</p></main>"), "utf-8")
    after = search_index(site, folder, BRANDS, cache)
    changed = fragments(after)["/dostavka/"]

    assert "Шмель" in changed["content"]
    assert before.keys() != after.keys()


def test_a_theme_that_marks_nothing_has_no_index(tmp_path: Path) -> None:
    assert not index_of(output_of(project(tmp_path)))


def test_nobody_else_writes_into_the_folder_of_the_index(tmp_path: Path) -> None:
    page = "Title: Поиск\nURL: pagefind/\n\nТекст.\n"

    assert complaints(project(tmp_path, {"ru/pages/pagefind.md": page})) == {
        "en": [
            "content/ru/pages/pagefind.md:1: Slug: the address /pagefind belongs to "
            "plugins/search already; give one of them another Slug"
        ],
        "ru": [
            "content/ru/pages/pagefind.md:1: Slug: адрес /pagefind уже занят: plugins/search; "
            "дайте одному из них другой Slug"
        ],
    }


def test_a_pagefind_that_fails_is_an_error_without_a_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "broken"
    broken.write_text("#!/bin/sh\necho no memory >&2\nexit 3\n", "utf-8")
    broken.chmod(0o755)
    monkeypatch.setattr(bundle, "get_executable", lambda: broken)
    with pytest.raises(ProblemsFound) as raised:
        list(bundle.bundle([]))

    said = [raised.value.in_language(lang).splitlines()[0] for lang in LANGUAGES]
    assert said == [
        "search: Pagefind made no search index: no memory",
        "search: Pagefind не построил индекс поиска: no memory",
    ]


def test_settings_of_the_environment_do_not_reach_pagefind(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PAGEFIND_FORCE_LANGUAGE", "de")
    settings = themed(tmp_path, {})
    forget_plugins()
    output_of(settings)
    site, _ = read_site(settings)
    files = search_index(site, settings.parent / "output", BRANDS, tmp_path / "cache")

    assert not [path for path in files if "de" in path.rpartition("/")[2].split("_")]
