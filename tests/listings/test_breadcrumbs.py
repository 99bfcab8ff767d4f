"""Breadcrumbs: the way to every kind of page, in each language, and what a site may lack."""

from typing import Any

import pytest

from plugins.documents import Document, Site, Status
from plugins.listings import Listing, ListingSettings, breadcrumbs, listings
from tests.audit.subjects import document, site

SETTINGS = ListingSettings(per_page=1)


def page(source: str, kind: str, title: str, **values: Any) -> Document:
    return document(source, kind=kind, title=title, **values)


def article(lang: str, title: str, category: str) -> Document:
    return page(f"{lang}/blog/{title}.md", "article", title, category=category)


def whole() -> Site:
    return site(
        page("ru/pages/index.md", "home", "Машины из Китая", url=""),
        page("en/pages/index.md", "home", "Machines from China", url="en/"),
        page("ru/pages/blog.md", "list", "Все статьи о машинах", url="blog/", lists="articles"),
        page("en/pages/blog.md", "list", "All articles", url="en/blog/", lists="articles"),
        page("ru/pages/catalog.md", "list", "Каталог", url="products/", lists="products"),
        page("ru/pages/works.md", "list", "Наши работы", url="works/", lists="cases"),
        page("ru/pages/questions.md", "page", "Вопросы", url="questions/"),
        page("ru/pages/delivery.md", "page", "Доставка по России", url="dostavka/"),
        page("ru/pages/license.md", "page", "Лицензия", url="license/"),
        page("ru/pages/404.md", "error", "Нет такой страницы"),
        article("ru", "Поезд или море", "Доставка"),
        article("ru", "Самолёт", "Доставка"),
        article("ru", "Без рубрики", ""),
        article("en", "By rail", "Delivery"),
        page("ru/products/oven.md", "product", "Печь", category="Доставка"),
        page("ru/cases/bakery.md", "case", "Пекарня"),
        page("ru/questions/power.md", "question", "Какая розетка?"),
    )


def way(found: Site, here: Document | Listing) -> str:
    return " > ".join(crumb.name for crumb in breadcrumbs(found, here, SETTINGS))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("ru/pages/index.md", "Главная"),
        ("en/pages/index.md", "Home"),
        ("ru/pages/404.md", ""),
        ("ru/pages/license.md", "Главная > Лицензия"),
        ("ru/pages/delivery.md", "Главная > Доставка"),
        ("ru/pages/blog.md", "Главная > Статьи"),
        ("ru/blog/Самолёт.md", "Главная > Статьи > Доставка > Самолёт"),
        ("ru/blog/Без рубрики.md", "Главная > Статьи > Без рубрики"),
        ("en/blog/By rail.md", "Home > Articles > Delivery > By rail"),
        ("ru/products/oven.md", "Главная > Товары > Печь"),
        ("ru/cases/bakery.md", "Главная > Наши работы > Пекарня"),
        ("ru/questions/power.md", "Главная > Вопросы и ответы > Какая розетка?"),
    ],
)
def test_the_way_to_a_document(source: str, expected: str) -> None:
    assert way(whole(), whole().by_source[source]) == expected


def test_the_way_to_each_page_of_a_list() -> None:
    ways = {here.url: way(whole(), here) for here in listings(whole(), SETTINGS)}

    assert ways["products/"] == "Главная > Товары"
    assert ways["works/"] == "Главная > Наши работы"
    assert ways["blog/"] == "Главная > Статьи"
    assert ways["blog/page/2/"] == "Главная > Статьи > Страница 2"
    assert ways["blog/category/dostavka/"] == "Главная > Статьи > Доставка"
    assert ways["blog/category/dostavka/page/2/"] == "Главная > Статьи > Доставка > Страница 2"
    assert ways["en/blog/category/delivery/"] == "Home > Articles > Delivery"


def test_every_step_has_an_address_and_the_last_is_that_of_the_page() -> None:
    found = whole()
    pages: list[Document | Listing] = [*found.live, *listings(found, SETTINGS)]
    for here in pages:
        urls = [crumb.url for crumb in breadcrumbs(found, here, SETTINGS)]
        assert here.kind == "error" or urls[-1] == here.url
        assert len(set(urls)) == len(urls)

    steps = breadcrumbs(found, found.by_source["ru/blog/Самолёт.md"], SETTINGS)
    assert [c.url for c in steps[:3]] == ["", "blog/", "blog/category/dostavka/"]


def test_a_section_that_a_language_lacks_is_left_out() -> None:
    found = site(
        page("ru/pages/index.md", "home", "Дом", url=""),
        page("ru/products/oven.md", "product", "Печь"),
        page("ru/questions/power.md", "question", "Какая розетка?"),
        article("ru", "Самолёт", "Доставка"),
        page("ru/blog/secret.md", "article", "Тайна", category="Тайное", status=Status.HIDDEN),
    )

    ways = [way(found, here) for here in found.documents[1:]]
    assert ways == [
        "Главная > Печь",
        "Главная > Какая розетка?",
        "Главная > Доставка > Самолёт",
        "Главная > Тайна",
    ]


def test_a_name_is_plain_text_as_its_author_wrote_it() -> None:
    found = site(page("ru/pages/x.md", "page", 'Печь <b> "Бриз" & <script>', url="x/"))

    assert way(found, found.documents[0]) == 'Печь <b> "Бриз" & <script>'
