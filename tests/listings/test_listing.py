"""Lists of each language: their pages, addresses, neighbours, and what stands in them."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.documents import Document, Site, Status
from plugins.documents.front_matter import MOSCOW
from plugins.listings import Listing, ListingSettings, hubs, listings
from tests.audit.subjects import document, site

SETTINGS = ListingSettings(per_page=3)
FIRST = datetime(2026, 1, 1, 10, tzinfo=MOSCOW)


def article(
    name: str, day: int = 0, lang: str = "ru", category: str = "", **values: Any
) -> Document:
    moment = FIRST + timedelta(days=day)
    source = f"{lang}/blog/{name}.md"
    return document(source, kind="article", published=moment, category=category, **values)


def list_page(lang: str = "ru", lists: str = "articles", **values: Any) -> Document:
    url = "blog/" if lang == "ru" else f"{lang}/blog/"
    plain: dict[str, Any] = {
        "kind": "list",
        "lists": lists,
        "url": url,
        "save_as": f"{url}index.html",
    }
    return document(f"{lang}/pages/blog.md", **(plain | values))


def blog(count: int) -> tuple[Listing, ...]:
    """The pages of a blog of so many articles."""
    articles = (article(f"a{number}", number) for number in range(count))
    return tuple(listings(site(list_page(), *articles), SETTINGS))


@pytest.mark.parametrize(
    ("count", "shares"),
    [(0, [0]), (1, [1]), (2, [2]), (3, [3]), (4, [3, 1]), (6, [3, 3]), (7, [3, 3, 1])],
)
def test_how_a_list_is_cut_into_pages(count: int, shares: list[int]) -> None:
    pages = blog(count)

    assert shares == [len(page.documents) for page in pages]
    assert [page.number for page in pages] == list(range(1, len(shares) + 1))
    assert {page.total for page in pages} == {len(shares)}


@given(st.integers(0, 40))
def test_every_article_stands_on_one_page_newest_first(count: int) -> None:
    titles = [shown.title for page in blog(count) for shown in page.documents]

    assert titles == [f"a{number}" for number in reversed(range(count))]


def test_addresses_of_pages_and_their_neighbours() -> None:
    first, second, third = blog(7)

    assert [(page.url, page.save_as) for page in (first, second, third)] == [
        ("blog/", "blog/index.html"),
        ("blog/page/2/", "blog/page/2/index.html"),
        ("blog/page/3/", "blog/page/3/index.html"),
    ]
    assert (first.previous_url, first.next_url) == (None, "blog/page/2/")
    assert (second.previous_url, second.next_url) == ("blog/", "blog/page/3/")
    assert (third.previous_url, third.next_url) == ("blog/page/2/", None)


def test_a_page_that_stands_alone_has_no_neighbours() -> None:
    (only,) = blog(3)

    assert (only.previous_url, only.next_url, only.total) == (None, None, 1)


def test_the_parts_of_addresses_are_settings() -> None:
    settings = ListingSettings(per_page=1, page="stranica", hub="temy")
    documents = (list_page(), article("a", category="Печи"), article("b", category="Печи"))

    assert [page.url for page in listings(site(*documents), settings)] == [
        "blog/",
        "blog/stranica/2/",
        "temy/pechi/",
        "temy/pechi/stranica/2/",
    ]


def bilingual() -> Site:
    return site(
        list_page("ru", title="Блог", description="О доставке"),
        list_page("en", title="Blog"),
        article("russian", 1, category="Доставка"),
        article("both", 2, category="Доставка"),
        article("both", 2, "en", "Delivery"),
        article("english", 3, "en", "Payment"),
        article("draft", 4, category="Черновики", status=Status.DRAFT),
        article("hidden", 5, category="Скрытое", status=Status.HIDDEN),
        article("later", 900, category="Потом"),
    )


def test_each_language_lists_only_its_own_live_documents() -> None:
    shown = {
        (page.lang, page.url): [each.source for each in page.documents]
        for page in listings(bilingual(), SETTINGS)
    }

    assert shown == {
        ("ru", "blog/"): ["ru/blog/both.md", "ru/blog/russian.md"],
        ("en", "en/blog/"): ["en/blog/english.md", "en/blog/both.md"],
        ("ru", "blog/category/dostavka/"): ["ru/blog/both.md", "ru/blog/russian.md"],
        ("en", "en/blog/category/delivery/"): ["en/blog/both.md"],
        ("en", "en/blog/category/payment/"): ["en/blog/english.md"],
    }


def test_what_a_template_gets_of_a_list_and_of_a_hub() -> None:
    russian, _, hub, *_ = listings(bilingual(), SETTINGS)

    assert (russian.kind, russian.title, russian.description, russian.category) == (
        "articles",
        "Блог",
        "О доставке",
        "",
    )
    assert russian.document is not None
    assert (hub.kind, hub.title, hub.description, hub.category, hub.document) == (
        "category",
        "Доставка",
        "",
        "Доставка",
        None,
    )


def test_only_the_first_page_of_a_list_has_translations() -> None:
    first, second = blog(4)
    *_, hub = listings(bilingual(), SETTINGS)

    assert [page.translation_key for page in (first, second, hub)] == ["pages/blog.md", "", ""]


def test_a_list_of_products_has_products_only() -> None:
    catalogue = list_page(lists="products", url="products/")
    goods = [document(f"ru/products/{name}.md", kind="product") for name in "ba"]
    pages = list(listings(site(catalogue, article("x"), *goods), SETTINGS))

    assert [(page.kind, [d.title for d in page.documents]) for page in pages] == [
        ("products", ["a", "b"])
    ]


def test_a_list_that_is_not_live_is_not_written() -> None:
    assert list(listings(site(list_page(status=Status.DRAFT), article("x")), SETTINGS)) == []


def test_hubs_stand_in_the_order_of_the_alphabet() -> None:
    names = ["Юридическое", "Ёмкости", "доставка", "Жильё", "Bosch", "Елабуга"]
    articles = (article(f"a{n}", n, category=name) for n, name in enumerate([*names, "Bosch"]))

    assert hubs(site(*articles), "ru", SETTINGS) == (
        ("Bosch", "blog/category/bosch/"),
        ("доставка", "blog/category/dostavka/"),
        ("Елабуга", "blog/category/yelabuga/"),
        ("Ёмкости", "blog/category/yomkosti/"),
        ("Жильё", "blog/category/zhilyo/"),
        ("Юридическое", "blog/category/yuridicheskoye/"),
    )


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_a_language_without_articles_has_no_hubs(lang: str) -> None:
    assert hubs(site(), lang, SETTINGS) == ()
