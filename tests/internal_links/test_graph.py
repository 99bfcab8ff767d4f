"""The link graph: numbers that can be worked out on paper, and a large one in seconds."""

import pytest

from plugins.documents import Document, Status
from plugins.internal_links.graph import Edge, LinkGraph, Made, link_graph
from plugins.internal_links.page_rank import page_rank
from tests.audit.subjects import document, site
from tests.internal_links.sample import BLOG, DELIVERY, HOME, article

A, B, C = article("a"), article("b"), article("c")


def edge(source: Document, target: Document, made: Made = "hand", anchor: str = "слова") -> Edge:
    return Edge(source, target, anchor, made)


def graph(*edges: Edge) -> LinkGraph:
    return link_graph(site(HOME, DELIVERY, BLOG, A, B, C), edges, "ru")


def names(documents: tuple[Document, ...]) -> set[str]:
    return {document.title for document in documents}


def test_orphans_are_read_about_in_no_text_whatever_menus_lists_and_related_articles_do() -> None:
    found = graph(
        edge(HOME, DELIVERY, "menu"), edge(BLOG, A, "list"), edge(A, B, "related"), edge(A, C)
    )

    assert names(found.orphans) == {"Доставка", "Статьи", "a", "b"}
    assert names(found.weak) == {"c"}


def test_two_links_from_one_text_are_one_recommendation() -> None:
    found = graph(edge(A, B, "hand"), edge(A, B, "auto"))

    assert [d.title for d in found.read_from[B.source]] == ["a"]
    assert len(found.incoming[B.source]) == 2
    assert names(found.weak) == {"b"}


def test_home_is_never_an_orphan_and_lists_are_no_dead_ends() -> None:
    found = graph(edge(A, B))

    assert "Главная" not in names(found.orphans)
    assert names(found.dead_ends) == {"Доставка", "b", "c"}


def test_depth_counts_clicks_by_the_shortest_way() -> None:
    far = Edge(BLOG, C, "c", "list", clicks=3)
    found = graph(edge(HOME, BLOG, "menu"), edge(BLOG, A, "list"), far, edge(A, B, "related"))

    assert {found.depth[d.source] for d in (HOME,)} == {0}
    assert [found.depth[d.source] for d in (BLOG, A, B, C)] == [1, 2, 3, 4]
    assert DELIVERY.source not in found.depth
    assert graph(edge(HOME, BLOG), far, edge(BLOG, A), edge(A, C)).depth[C.source] == 3


def test_links_to_oneself_and_to_what_lists_do_not_name_are_none() -> None:
    draft = article("draft")
    hidden = document("ru/blog/h.md", status=Status.HIDDEN)
    english = document("en/blog/x.md")
    whole = site(HOME, A, B, hidden, english)
    edges = [edge(A, A), edge(A, hidden), edge(A, draft), edge(A, english), edge(A, B)]

    assert len(link_graph(whole, edges, "ru").edges) == 1
    assert len(link_graph(whole, edges).edges) == 2
    assert link_graph(whole, edges, "en").documents == (english,)


def test_anchors_of_a_target_the_most_used_first_whatever_their_capitals() -> None:
    found = graph(
        edge(A, B, "hand", "Сроки  доставки"),
        edge(C, B, "auto", "сроки доставки"),
        edge(HOME, B, "auto", "здесь"),
        edge(BLOG, B, "list", "b"),
    )

    assert found.anchors[B.source] == (("Сроки доставки", 2), ("здесь", 1))


def test_page_rank_of_a_circle_is_equal_and_sums_to_one() -> None:
    assert page_rank([[1], [2], [0]]) == pytest.approx([1 / 3] * 3)
    assert page_rank([]) == []


def test_page_rank_as_worked_out_by_hand() -> None:
    # Two pages, the first links to the second, the second holds its rank and spreads it:
    # a = 0.075 + 0.425 b and a + b = 1, so a = 0.5 / 1.425
    a = 0.5 / 1.425
    assert page_rank([[1], []]) == pytest.approx([a, 1 - a])


def test_the_rank_of_a_page_that_many_link_to_is_high_and_a_link_counts_once() -> None:
    found = graph(edge(A, B), edge(A, B, "auto"), edge(C, B), edge(HOME, B), edge(B, A))

    assert max(found.rank, key=lambda source: found.rank[source]) == B.source
    assert sum(found.rank.values()) == pytest.approx(1)
