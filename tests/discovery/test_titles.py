"""Titles for search results: a pattern for each kind, the brand where it fits, in pixels."""

from typing import Any

import pytest

from plugins.company import Company
from plugins.discovery import TitleSettings, page_title
from plugins.discovery.title_width import pixels
from plugins.documents import Site
from plugins.language.problems import ProblemsFound
from plugins.listings import ListingSettings, listings
from tests.audit.subjects import document, site
from tests.company.records import COMPANY

FIRM = Company.model_validate(
    COMPANY
    | {
        "brand": {"ru": "Печь и Верстак", "en": "Oven & Bench"},
        "tagline": {"ru": "Машины из Китая", "en": "Machines from China"},
    }
)
LISTS = ListingSettings(per_page=1)
PLAIN = TitleSettings()


def firm() -> Site:
    def page(source: str, kind: str, title: str, url: str, **more: Any) -> Any:
        return document(source, kind=kind, title=title, url=url, **more)

    return site(
        page("ru/pages/index.md", "home", "Продаём машины", ""),
        page("en/pages/index.md", "home", "We sell machines", "en/"),
        page("ru/pages/blog.md", "list", "Все статьи", "blog/", lists="articles"),
        page("ru/blog/a.md", "article", "Чем везти", "blog/a/", category="Доставка"),
        page("ru/blog/b.md", "article", "Щ" * 40, "blog/b/", category="Доставка"),
        page("ru/products/x.md", "product", 'Печь "Бриз" & <b>', "products/x/"),
    )


def title(source: str, settings: TitleSettings = PLAIN) -> str:
    return page_title(firm(), firm().by_source[source], settings, FIRM, LISTS)


def test_the_home_page_says_who_we_are() -> None:
    assert title("ru/pages/index.md") == "Печь и Верстак — Машины из Китая"
    assert title("en/pages/index.md") == "Oven & Bench — Machines from China"


def test_the_brand_ends_a_title_where_it_fits() -> None:
    assert title("ru/blog/a.md") == "Чем везти — Печь и Верстак"
    assert title("ru/blog/b.md") == "Щ" * 40


def test_a_title_is_plain_text_as_its_author_wrote_it() -> None:
    assert title("ru/products/x.md") == 'Печь "Бриз" & <b> — Печь и Верстак'


def test_lists_name_their_page_and_hubs_their_section() -> None:
    found = {
        here.url: page_title(firm(), here, PLAIN, FIRM, LISTS) for here in listings(firm(), LISTS)
    }

    assert found == {
        "blog/": "Все статьи — Печь и Верстак",
        "blog/page/2/": "Все статьи — страница 2 — Печь и Верстак",
        "blog/category/dostavka/": "Доставка — Статьи — Печь и Верстак",
        "blog/category/dostavka/page/2/": "Доставка — Статьи — страница 2 — Печь и Верстак",
    }


def test_patterns_are_settings() -> None:
    settings = TitleSettings({"product": "{title} | {section} | {brand}"}, ending=" / {tagline}")

    assert title("ru/products/x.md", settings) == 'Печь "Бриз" & <b> | Главная | Печь и Верстак'
    assert title("ru/blog/a.md", settings) == "Чем везти / Машины из Китая"


def test_a_heading_with_braces_is_not_filled_in_again() -> None:
    strange = document("ru/pages/y.md", title="{brand} {нет}", url="y/")

    assert page_title(firm(), strange, PLAIN, FIRM, LISTS) == "{brand} {нет} — Печь и Верстак"


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        (
            {"pattern": "{name}"},
            "TITLES: pattern: expected text with any of these places: "
            "{title}, {section}, {brand}, {tagline}, got '{name}'",
        ),
        ({"pattern": "{title"}, "got '{'"),
        ({"ending": " "}, "got ' '"),
        ({"patterns": {"product": "{title} {price}"}}, "TITLES: product: "),
        ({"patterns": {"goods": "{title}"}}, "TITLES: patterns: expected a kind of pages (home, "),
    ],
)
def test_a_pattern_that_cannot_be_filled_in(values: dict[str, Any], problem: str) -> None:
    with pytest.raises(ProblemsFound) as found:
        TitleSettings(**values)

    assert problem in found.value.in_language("en")


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        # Arial of 20 pixels: a space 5.6, digits 11.1, W 18.9, i 4.4, ш 16.0, г 7.3
        (" ", 5.56),
        ("2026", 44.49),
        ("Wi", 23.32),
        ("шаг", 34.46),
        ("漢", 11.12),
    ],
)
def test_widths_are_those_of_arial(text: str, width: float) -> None:
    assert pixels(text, 20) == pytest.approx(width, abs=0.01)


def test_equal_counts_of_letters_are_not_equally_wide() -> None:
    assert pixels("шшшшш", 18) > 2 * pixels("ггггг", 18)
