"""When a page changed: what its authors say, or those of what it lists; never the build."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from plugins.discovery.changed import changed, list_changed, page_changed
from plugins.documents import Document, Site
from plugins.documents.front_matter import MOSCOW
from plugins.listings import ListingSettings, listings
from tests.audit.subjects import NOW, document, site
from tests.reading import text

FIRST = datetime(2026, 10, 1, 10, tzinfo=MOSCOW)
TWO_A_PAGE = ListingSettings(per_page=2)


def day(number: int | None) -> datetime | None:
    return None if number is None else FIRST + timedelta(days=number)


def article(name: str, out: int | None, again: int | None = None, **values: Any) -> Document:
    """An article that came out on one day and was changed on another."""
    values |= {"published": day(out), "modified": day(again)}
    return document(f"ru/blog/{name}.md", kind="article", **values)


def of_lists(whole: Site) -> dict[str, datetime | None]:
    """Address of each page of each list to its last change."""
    return {page.url: list_changed(page, whole.now) for page in listings(whole, TWO_A_PAGE)}


@pytest.mark.parametrize(
    ("out", "again", "last"), [(1, None, 1), (1, 5, 5), (5, 1, 5), (None, 3, 3), (None, None, None)]
)
def test_the_later_of_date_and_modified(
    out: int | None, again: int | None, last: int | None
) -> None:
    assert changed(article("a", out, again), NOW) == day(last)


def test_a_change_that_has_not_come_changes_nothing() -> None:
    planned = article("b", 1, 400)
    blog = document("ru/pages/blog.md", kind="list", lists="articles")

    assert changed(planned, NOW) == day(1)
    assert of_lists(site(blog, planned, article("a", 3))) == {"blog/": day(3)}


def test_a_list_changes_with_what_it_lists() -> None:
    blog = document("ru/pages/blog.md", kind="list", lists="articles", modified=day(2))
    pages = of_lists(site(blog, article("a", 1), article("b", 3, 7), article("c", 5)))

    assert pages == {"blog/": day(7), "blog/page/2/": day(5)}


def test_what_comes_out_moves_further_pages_and_a_mended_text_does_not() -> None:
    blog = document("ru/pages/blog.md", kind="list", lists="articles")
    old = [article("a", 1), article("b", 2), article("c", 3)]

    assert of_lists(site(blog, *old))["blog/page/2/"] == day(3)
    assert of_lists(site(blog, *old, article("d", 4, 9)))["blog/page/2/"] == day(4)


def test_the_text_of_a_list_stands_on_its_first_page_only() -> None:
    blog = document("ru/pages/blog.md", kind="list", lists="articles", modified=day(9))
    pages = of_lists(site(blog, *(article(name, 1) for name in "abc")))

    assert pages == {"blog/": day(9), "blog/page/2/": day(1)}


def test_a_hub_changes_with_its_own_articles() -> None:
    both = site(article("a", 1, category="Оплата"), article("b", 5, category="Пошлины"))

    assert of_lists(both) == {
        "blog/category/oplata/": day(1),
        "blog/category/poshliny/": day(5),
    }


def test_a_list_of_what_has_no_dates_says_nothing() -> None:
    catalog = document("ru/pages/catalog.md", kind="list", lists="products")
    product = document("ru/products/a.md", kind="product")

    assert of_lists(site(catalog, product)) == {"catalog/": None}
    assert of_lists(site(catalog)) == {"catalog/": None}


def test_the_home_page_changes_with_the_goods_and_the_newest_articles() -> None:
    home = document("ru/pages/index.md", kind="home", modified=day(0))
    goods = document("ru/products/p.md", kind="product", modified=day(2))
    old = article("old", 1, 30)
    newest = [article(name, 3) for name in "abc"]

    assert page_changed(site(home), home) == day(0)
    assert page_changed(site(home, goods), home) == day(2)
    assert page_changed(site(home, old, goods), home) == day(30)
    assert page_changed(site(home, old, goods, *newest), home) == day(3)


def test_the_home_page_names_three_articles() -> None:
    assert '"article")[:3]' in text("theme/templates/home.html")


def test_a_page_of_questions_and_the_map_change_when_something_comes_out() -> None:
    questions = document("ru/pages/questions.md", template="questions")
    plan = document("ru/pages/map.md", template="sitemap")
    asked = document("ru/questions/q.md", kind="question", published=day(2), modified=day(8))
    whole = site(questions, plan, asked, article("a", 4))

    assert page_changed(whole, questions) == day(2)
    assert page_changed(whole, plan) == day(4)


def test_another_language_changes_nothing() -> None:
    plan = document("ru/pages/map.md", template="sitemap")
    english = document("en/blog/a.md", kind="article", published=day(4))

    assert page_changed(site(plan, english), plan) is None
