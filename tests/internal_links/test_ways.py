"""Ways through a site: what texts, menus, lists and the home page lead to."""

from dataclasses import replace

from plugins.internal_links.graph import Edge
from plugins.internal_links.ways import Ways, edges_of
from plugins.listings import ListingSettings
from tests.audit.subjects import document, site
from tests.internal_links.sample import BLOG, DELIVERY, HOME, article, mention, plan

WAYS = Ways(("pages/delivery.md", "pages/none.md"), ListingSettings(per_page=2))


def edges(*made: str, ways: Ways = WAYS) -> set[tuple[str, str, str, int]]:
    """The edges of a small site made in these ways: source, target, anchor, clicks."""
    ones = [article(f"a{number}", category="Редкое" if number == 4 else "") for number in range(5)]
    oven = document("ru/products/oven.md", kind="product", title="Печь")
    first, second = ones[:2]
    decided = plan([mention(first, second, "вторая")], by_hand=[(second, DELIVERY, "Как  возим")])
    whole = site(HOME, DELIVERY, BLOG, oven, *ones)
    found = edges_of(decided, {first.source: (second,)}, whole, ways)
    return {told(edge) for edge in found if edge.made in made}


def told(edge: Edge) -> tuple[str, str, str, int]:
    return edge.source.title, edge.target.title, edge.anchor, edge.clicks


def test_links_of_texts_keep_their_words() -> None:
    assert edges("auto") == {("a0", "a1", "вторая", 1)}
    assert edges("hand") == {("a1", "Доставка", "Как  возим", 1)}


def test_related_articles_have_the_title_for_an_anchor() -> None:
    assert edges("related") == {("a0", "a1", "a1", 1)}


def test_every_page_leads_home_and_to_the_menu_as_far_as_it_is_there() -> None:
    found = edges("menu")

    assert ("a3", "Доставка", "Доставка", 1) in found
    assert ("a3", "Главная", "Главная", 1) in found
    assert {target for _, target, _, _ in found} == {"Доставка", "Главная"}


def test_a_further_page_of_a_list_is_a_click_more() -> None:
    found = edges("list")

    assert ("Статьи", "a0", "a0", 1) in found
    assert ("Статьи", "a3", "a3", 2) in found
    assert ("Статьи", "a4", "a4", 3) in found


def test_a_hub_is_a_click_from_the_list_of_articles() -> None:
    assert ("Статьи", "a4", "a4", 2) in edges("list")


def test_home_shows_products_and_the_latest_articles() -> None:
    shown = {target for source, target, _, _ in edges("list") if source == "Главная"}

    assert shown == {"Печь", "a0", "a1", "a2"}
    assert len({t for s, t, _, _ in edges("list", ways=replace(WAYS, latest=1))}) == 6


def test_the_page_of_questions_lists_them() -> None:
    page = document("ru/pages/questions.md", template="questions", title="Вопросы")
    question = document("ru/questions/q.md", kind="question", title="Сколько?")
    found = edges_of(plan(), {}, site(HOME, page, question), WAYS)

    assert [told(e) for e in found if e.made == "list"] == [("Вопросы", "Сколько?", "Сколько?", 1)]
