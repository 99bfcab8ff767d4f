"""Phrases of one word: when they say which page is meant, and when they do not."""

import pytest

from plugins.internal_links.general_words import is_general
from plugins.internal_links.links import Rule
from plugins.internal_links.plan import link_plan
from plugins.keywords.relevance_map import KeyPhrase
from tests.documents.examples import document
from tests.internal_links.examples import article, linker, rules, site_with

PAGE = "ru/pages/delivery.md"


@pytest.mark.parametrize(
    ("phrase", "title", "general"),
    [
        ("слой", "Слои", False),
        ("оплата", "Оплата и возврат", False),
        ("доставка", "Доставка из Китая: сроки и цены", False),
        ("доставка", "Доставка: сроки и цены", False),
        ("маска", "Маска слоя", True),
        ("маска", "Быстрая маска", True),
        ("порог", "Уровни", True),
        ("оплата", "Способы оплаты", True),
        ("функция", "Функция-конструктор", True),
        ("НДС", "Налоги в примерах", False),
        ("gunicorn", "Запуск вручную", False),
        ("usb-3", "Разъёмы", False),
        ('"слой"', "Уровни", False),
        ("маска слоя", "Уровни", False),
    ],
)
def test_one_common_word_is_linked_to_the_page_of_that_name(
    phrase: str, title: str, general: bool
) -> None:
    exact = phrase.startswith('"')

    assert is_general(KeyPhrase(phrase, PAGE, exact=exact), document(PAGE, title=title)) is general


@pytest.mark.parametrize(
    ("title", "general"), [("Delivery from China", False), ("Delivery terms", True)]
)
def test_the_same_in_english(title: str, general: bool) -> None:
    page = "en/pages/delivery.md"

    assert is_general(KeyPhrase("delivery", page), document(page, title=title)) is general


def test_goods_keep_their_names_everywhere() -> None:
    goods = document("ru/products/mixer.md", title="Спиральный тестомес", kind="product")

    assert not is_general(KeyPhrase("тестомес", goods.source), goods)


@pytest.mark.parametrize(
    "text",
    ["быстрая маска", "маска слоя", "маска выделенной области", "гонка масок", "маска GIMP"],
)
def test_a_word_of_a_larger_term_is_no_link(text: str) -> None:
    body = f"<p>Здесь {text}.</p><p>А здесь маска.</p>"
    site = site_with(article(body), delivery={"title": "Маски"})

    plan = link_plan(site, linker("маска,ru/pages/delivery.md,1,,,-1\n"))

    assert [link.form for link in plan.links] == ["маска"]
    assert [rule for _, rule in rules(plan)] == [Rule.PART_OF_TERM]


def test_the_map_may_allow_a_general_word() -> None:
    site = site_with(article("<p>Здесь порог, там порог слоя.</p>"), delivery={"title": "Уровни"})
    row = "порог,ru/pages/delivery.md,1,,,"

    refused = link_plan(site, linker(f"{row}\n".replace(",,,", ",,x,")))
    allowed = link_plan(site, linker(f"{row}да\n"))

    assert {rule for _, rule in rules(refused)} == {Rule.GENERAL_WORD}
    assert len(allowed.links) == 1


def test_a_word_of_every_other_page_tells_no_page_apart() -> None:
    texts = [article("<p>Здесь слой.</p>", f"ru/blog/{n}.md") for n in range(7)]
    rest = [article("<p>Здесь другое.</p>", f"ru/blog/{n}.md") for n in range(7, 20)]
    row = "слой,ru/pages/delivery.md,1,,x,\n"

    common = link_plan(site_with(*texts, *rest, delivery={"title": "Слои"}), linker(row))
    rare = link_plan(site_with(*texts[:5], *rest, delivery={"title": "Слои"}), linker(row))

    assert {rule for _, rule in rules(common)} == {Rule.GENERAL_WORD}
    assert len(rare.links) > 0
