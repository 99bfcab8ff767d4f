"""What visitors were given, by content: what counts as a change of a page and what does not."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.audit.page import Page
from plugins.release.published import changes, digest, published, told

SITE = "https://firm.ru"
PAGE = """<!DOCTYPE html>
<html lang="ru"><head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-AAA='">
<title>Печь «Малая» — Фирма</title>
<meta name="description" content="Греет сто кубометров.">
<style>p { color: red }</style>
<script type="application/ld+json">{"price": "100"}</script>
</head><body>
<header><a href="/">Главная</a></header>
<main id="main_" class="product">
<nav aria-label="Где вы"><ol><li><a href="/catalog/">Каталог</a></li></ol></nav>
<h1>Печь «Малая»</h1>
<p class="price">129&nbsp;000 ₽</p>
<p>Греет <a href="/blog/teplo/#kak">сто кубометров</a> за час.</p>
<img src="/pictures/pech-aaa-640.avif" alt="Печь спереди">
<aside><h2>Читайте также</h2><ul><li><a href="/blog/drova/">Дрова</a></li></ul></aside>
</main>
<footer>© Фирма, 2026</footer>
</body></html>
"""


def page(html: str, path: str = "products/pech/index.html") -> Page:
    return Page(path, html)


def changed(old: str, new: str) -> bool:
    """Whether a page is another one after a replacement in it, which must be possible."""
    assert old in PAGE
    return digest(page(PAGE), SITE) != digest(page(PAGE.replace(old, new)), SITE)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("© Фирма, 2026", "© Фирма, 2027 <b>новый подвал</b>"),
        ("color: red", "color: blue"),
        ("sha256-AAA=", "sha256-BBB="),
        ('<li><a href="/blog/drova/">Дрова</a></li>', '<li><a href="/blog/kamen/">Камень</a></li>'),
        ('<a href="/">Главная</a>', '<a href="/menu/">Меню</a>'),
        ('<a href="/catalog/">Каталог</a>', '<a href="/goods/">Товары</a>'),
        ('class="product"', 'class="goods wide" data-x="1"'),
        ('<p class="price">', '<div class="cost"><p class="price" itemprop="price">'),
        ("129&nbsp;000 ₽", "129 000\u202f₽"),
        ("сто кубометров</a> за", "сто кубо\u00adметров</a>\n  за"),
        ("pech-aaa-640.avif", "pech-bbb-800.webp"),
        ('{"price": "100"}', '{"price": "200"}'),
        ('href="/blog/teplo/#kak"', 'href="https://firm.ru/blog/teplo/"'),
        ('<meta charset="utf-8">', '<meta charset="utf-8"><link rel="icon" href="/x.svg">'),
    ],
)
def test_a_change_of_the_layout_changes_no_page(old: str, new: str) -> None:
    assert not changed(old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("129&nbsp;000", "119&nbsp;000"),
        ("<h1>Печь «Малая»</h1>", "<h1>Печь «Большая»</h1>"),
        ("— Фирма</title>", "— купить</title>"),
        ("Греет сто кубометров.", "Греет двести кубометров."),
        ("за час", "за два часа"),
        ("/blog/teplo/", "/blog/zharko/"),
        ("Печь спереди", "Печь сбоку"),
    ],
)
def test_a_change_of_the_content_changes_the_page(old: str, new: str) -> None:
    assert changed(old, new)


NOINDEX = '<meta name="robots" content="noindex">'
MOVED = '<meta http-equiv="refresh" content="0; url=/new/">'


@pytest.mark.parametrize("mark", [NOINDEX, MOVED])
def test_what_engines_may_not_list_is_left_out(mark: str) -> None:
    found = published(
        [
            page(PAGE, "index.html"),
            page(PAGE, "blog/x/index.html"),
            page(PAGE.replace("<title>", f"{mark}<title>"), "old/index.html"),
        ],
        SITE,
    )

    assert found.address == SITE
    assert list(found.pages) == ["/", "/blog/x/"]


@pytest.mark.parametrize("mark", [NOINDEX, MOVED])
def test_a_page_that_is_now_a_redirect_or_closed_is_removed(mark: str) -> None:
    before = published([page(PAGE)], SITE)
    after = published([page(PAGE.replace("<title>", f"{mark}<title>"))], SITE)

    assert changes(before.pages, after.pages).removed == ("/products/pech/",)


def test_a_digest_is_the_same_in_every_run() -> None:
    assert re.fullmatch("[0-9a-f]{32}", digest(page(PAGE), SITE))
    assert digest(page(PAGE), SITE) == digest(page(PAGE), SITE)


@pytest.mark.parametrize("html", ["", "<main>", "<main><nav>", "</nav></aside>x", '<a href="//[">'])
def test_broken_pages_have_digests_too(html: str) -> None:
    assert digest(page(html), SITE)


# --- Changes ---

states = st.dictionaries(st.sampled_from("abcdefgh"), st.sampled_from("123"), max_size=8)


def test_changes_by_kind() -> None:
    found = changes({"/a/": "1", "/b/": "1", "/c/": "1"}, {"/b/": "1", "/c/": "2", "/d/": "1"})

    assert (found.added, found.changed, found.removed) == (("/d/",), ("/c/",), ("/a/",))
    assert found.urls == ("/d/", "/c/", "/a/")


@given(states, states)
def test_whoever_is_told_all_changes_knows_what_is_there(
    before: dict[str, str], after: dict[str, str]
) -> None:
    found = changes(before, after)

    assert told(before, after, found.urls) == after
    assert len(set(found.urls)) == len(found.urls)
    assert set(found.urls) == {u for u in before | after if before.get(u) != after.get(u)}
    assert set(found.added) == after.keys() - before.keys()
    assert set(found.removed) == before.keys() - after.keys()


@given(states, states, st.integers(0, 8))
def test_whoever_was_told_a_part_is_told_the_rest_next_time(
    before: dict[str, str], after: dict[str, str], count: int
) -> None:
    urls = changes(before, after).urls
    known = told(before, after, urls[:count])

    assert set(changes(known, after).urls) == set(urls[count:])


@given(states)
def test_nothing_changes_without_a_change(state: dict[str, str]) -> None:
    assert changes(state, dict(state)).urls == ()
