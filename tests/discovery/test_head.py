"""The head of every page of the shipped site, as search engines and networks read it."""

import re
from collections import Counter
from html import unescape

import pytest

from plugins.documents.addresses import file_of
from plugins.documents.html import tags
from tests.product_facts import Output
from tests.sites import copy_of_shipped, output_of

SITE = "https://pech-verstak.example/"
STYLES = re.compile(r"<style>.*?</style>", re.DOTALL)
ONCE = ("description", "keywords", "robots", "viewport", "yandex-verification")
OF_A_CARD = {
    "og:type", "og:title", "og:description", "og:url", "og:locale", "og:site_name", "og:image",
    "og:image:type", "og:image:width", "og:image:height", "og:image:alt",
}  # fmt: skip

# Where buyers come back to from the payment service
RETURNED = (
    "oplata-ne-proshla/|oplata-otmenena/|uzhe-oplachen/|vremya-oplaty-vyshlo/|zakaz-oplachen/"
    "|en/(?:payment-|order-paid|already-paid)"
)


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Output:
    """The shipped site with a code of Yandex Webmaster."""
    settings = copy_of_shipped(tmp_path_factory.mktemp("shipped"))
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("VITRINA_YANDEX_VERIFICATION", "0123456789abcdef")
        return output_of(settings)


@pytest.fixture(scope="module")
def pages(output: Output) -> dict[str, str]:
    """Every page by its file, styles left out."""
    found = {path: data.decode() for path, data in output.items() if path.endswith(".html")}
    return {path: STYLES.sub("", text) for path, text in found.items()}


def meta(page: str) -> dict[str, str]:
    """Contents by name or property; what may stand several times, once."""
    found = (tag.attributes for tag in tags(page) if tag.name == "meta")
    named = ((a.get("name") or a.get("property"), a.get("content", "")) for a in found)
    return {name: content for name, content in named if name}


def links(page: str, rel: str) -> list[dict[str, str]]:
    """The attributes of each link element of a kind."""
    return [t.attributes for t in tags(page) if t.name == "link" and t.attributes.get("rel") == rel]


def test_each_page_says_each_thing_once(pages: dict[str, str]) -> None:
    for path, page in pages.items():
        names = Counter(t.attributes.get("name") for t in tags(page) if t.name == "meta")
        assert all(names[name] <= 1 for name in ONCE), path
        assert len(re.findall("<title>", page)) == 1, path


def test_each_page_is_canonical_for_itself(pages: dict[str, str]) -> None:
    for path, page in pages.items():
        canonical = [link["href"] for link in links(page, "canonical")]
        own = SITE + path.removesuffix("index.html")
        assert canonical == ([] if path.endswith("404.html") else [own])


def test_each_page_has_one_icon_a_drawing_with_its_type(
    pages: dict[str, str], output: Output
) -> None:
    for path, page in pages.items():
        icons = [t.attributes for t in tags(page) if "icon" in t.attributes.get("rel", "").split()]
        assert icons == [{"rel": "icon", "type": "image/svg+xml", "href": "/theme/favicon.svg"}], (
            path
        )
    assert output["theme/favicon.svg"].startswith(b"<svg")


def test_networks_get_a_whole_card_of_every_page(pages: dict[str, str], output: Output) -> None:
    for path, page in pages.items():
        card = {name: text for name, text in meta(page).items() if name.startswith("og:")}
        if path.endswith("404.html"):
            assert not card
            continue
        assert card.keys() >= OF_A_CARD, path
        assert card["og:url"] == SITE + path.removesuffix("index.html")
        assert (card["og:image:width"], card["og:image:height"]) == ("1200", "630")
        assert output[card["og:image"].removeprefix(SITE)].startswith(b"\x89PNG")
        assert unescape(card["og:title"])


def test_an_article_tells_its_times_author_and_section(pages: dict[str, str]) -> None:
    found = meta(pages["blog/chem-vezti-oborudovanie-iz-kitaya/index.html"])

    assert {name: text for name, text in found.items() if name.startswith("article:")} == {
        "article:published_time": "2026-10-27T10:00:00+03:00",
        "article:modified_time": "2026-11-22T10:00:00+03:00",
        "article:section": "Доставка",
        "article:author": f"{SITE}o-kompanii/#vetrova_",
    }
    assert found["og:type"] == "article"


def test_only_articles_tell_times(pages: dict[str, str]) -> None:
    for path, page in pages.items():
        told = any(name.startswith("article:") for name in meta(page))
        article = re.fullmatch(r"(en/)?blog/(?!category/)[^/]+/index.html", path)
        assert told == bool(article), path


def test_phrases_of_the_relevance_map(pages: dict[str, str]) -> None:
    found = {path: meta(page).get("keywords") for path, page in pages.items()}

    assert found["products/spiralnyy-testomes-30-litrov/index.html"] == (
        "тестомес, тестомес купить, тестомес спиральный, тестомес для пекарни, "
        "тестомес 30 литров, тестомес 30 л, тестомес для пиццерии"
    )
    assert found["blog/category/dostavka/index.html"] is None
    assert all(words is None or 1 <= len(words.split(", ")) <= 10 for words in found.values())


def test_the_code_of_yandex_stands_on_the_home_page(pages: dict[str, str]) -> None:
    found = [path for path, page in pages.items() if "yandex-verification" in meta(page)]

    assert found == ["index.html"]
    assert meta(pages["index.html"])["yandex-verification"] == "0123456789abcdef"


def test_every_language_of_a_page_names_every_other(pages: dict[str, str]) -> None:
    for path, page in pages.items():
        others = {a["hreflang"]: a["href"] for a in links(page, "alternate") if "hreflang" in a}
        if others:
            assert others.keys() == {"ru", "en", "x-default"}, path
            assert SITE + path.removesuffix("index.html") in others.values()
            assert {file_of(href.removeprefix(SITE)) for href in others.values()} <= pages.keys()


def test_only_pages_that_nobody_looks_for_are_not_indexed(pages: dict[str, str]) -> None:
    closed = {path for path, page in pages.items() if meta(page).get("robots") == "noindex"}
    paid = {path for path in closed if re.match(RETURNED, path)}

    assert len(paid) > 10
    lost = {"404.html", "en/404.html"}
    search = {"poisk/index.html", "en/search/index.html"}
    cart = {"korzina/index.html", "en/cart/index.html"}
    assert closed - paid == lost | search | cart
