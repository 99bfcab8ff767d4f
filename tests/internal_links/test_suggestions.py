"""What writers are told to link: where, which words, and in which order."""

import pytest

from plugins.documents import Document
from plugins.internal_links.graph import LinkGraph, link_graph
from plugins.internal_links.links import LinkPlan, Rule
from plugins.internal_links.markdown_places import line_in_markdown
from plugins.internal_links.nearness import Nearness
from plugins.internal_links.suggestions import SOFT, Suggestion, plans, suggestions
from plugins.internal_links.ways import Related, Ways, edges_of
from tests.audit.subjects import document, site, subject
from tests.internal_links.sample import DELIVERY, HOME, article, mention, plan, refused

SENTENCE = "Сколько стоит доставка, скажет менеджер."
A = article("a", f"Начало.\n\n{SENTENCE}")
B, C, D = article("b"), article("c", category="Новости"), article("d")


def graph(decided: LinkPlan, related: Related | None = None) -> LinkGraph:
    whole = site(HOME, DELIVERY, A, B, C, D)
    return link_graph(whole, edges_of(decided, related or {}, whole, Ways()), "ru")


def suggested(decided: LinkPlan, related: Related | None = None) -> tuple[Suggestion, ...]:
    return suggestions(decided, graph(decided, related), related or {})


def ends(found: tuple[Suggestion, ...]) -> list[tuple[str, str]]:
    return [(one.document.title, one.target.title) for one in found]


def test_a_suggestion_has_file_line_sentence_and_a_ready_link() -> None:
    (one,) = suggested(plan([], [refused(Rule.PAGE_FULL, A, DELIVERY, "доставка", SENTENCE)]))

    assert (one.document, one.line, one.sentence) == (A, 6, SENTENCE)
    assert one.markdown == "[доставка]({filename}/ru/pages/delivery.md)"


@pytest.mark.parametrize("rule", Rule)
def test_only_soft_rules_leave_something_to_suggest(rule: Rule) -> None:
    found = suggested(plan([], [refused(rule, A, DELIVERY, "доставка")]))

    assert bool(found) == (rule in SOFT)


def test_a_target_is_suggested_once_for_a_page_and_never_where_a_link_is() -> None:
    refusals = [
        refused(Rule.ANCHOR_WORN, A, DELIVERY, "доставка"),
        refused(Rule.PAGE_FULL, A, DELIVERY, "доставки"),
        refused(Rule.PAGE_FULL, B, DELIVERY, "доставки"),
        refused(Rule.PAGE_FULL, C, DELIVERY, "доставки"),
    ]
    found = suggested(plan([mention(B, DELIVERY, "x")], refusals, [(C, DELIVERY, "тут")]))

    assert ends(found) == [("a", "Доставка")]
    assert found[0].rule is Rule.PAGE_FULL


def test_targets_that_nobody_links_to_come_first() -> None:
    refusals = [refused(Rule.PAGE_FULL, A, B, "б"), refused(Rule.PAGE_FULL, A, C, "в")]

    assert ends(suggested(plan([mention(D, B, "б")], refusals))) == [("a", "c"), ("a", "b")]


def test_the_best_page_comes_first_close_in_content_then_much_linked_to() -> None:
    refusals = [refused(Rule.PAGE_FULL, source, DELIVERY, "доставка") for source in (A, B, D)]
    decided = plan([mention(C, D, "г"), mention(A, D, "г")], refusals)

    assert ends(suggested(decided)) == [(name, "Доставка") for name in "dab"]
    close = {DELIVERY.source: (B,)}
    assert ends(suggested(decided, close))[0] == ("b", "Доставка")


def test_words_of_an_orphan_that_stand_apart_are_suggested_to_be_written_together() -> None:
    text = "<p>Мы возим печи, и наша доставка начинается из Китая.</p>"
    page = document("ru/a.md", text, f"Title: A\n\n{text[3:-4]}\n")
    target = document("ru/d.md", "<p>Сроки.</p>")
    keywords = "phrase,document,frequency,group,note\nдоставка из китая,ru/d.md,5,,\n"
    judged = subject(documents=[page, target], keywords={"ru": keywords})
    found = suggestions(plan(), link_graph(judged.site, (), "ru"), {}, judged.studies)

    assert [(one.document, one.target, one.rule) for one in found] == [(page, target, None)]
    assert found[0].markdown == "[доставка из китая]({filename}/ru/d.md)"
    assert found[0].line == 3


def test_every_lonely_page_has_a_plan_the_farthest_from_home_first() -> None:
    decided = plan([mention(HOME, B, "б")], [refused(Rule.PAGE_FULL, B, C, "в")])
    related: Related = {A.source: (B, D)}
    whole = graph(decided, related)
    made = plans(whole, suggested(decided, related), related, Nearness(whole.documents, "ru"))

    # No way leads to Доставка; home shows a, b and c; d is related to a
    assert [one.target.title for one in made] == ["Доставка", "d", "a", "c", "b"]
    assert [d.title for d in made[2].near] == ["b", "d"]
    assert ends(made[3].suggestions) == [("b", "c")]


def test_a_lonely_page_that_no_text_names_gets_the_pages_about_the_same_things() -> None:
    titles = ("Растаможка станка", "Как растаможить станки", "Чем кормить кота", "Станок и таможня")
    pages = [document(f"ru/p{n}.md", title=title, description="") for n, title in enumerate(titles)]
    pages += [document(f"ru/x{n}.md", title=f"Тема {n}", description="") for n in range(9)]
    whole = link_graph(site(*pages), (), "ru")
    made = {p.target: p for p in plans(whole, (), {}, Nearness(whole.documents, "ru"))}

    assert {d.title for d in made[pages[0]].near} == {titles[1], titles[3]}
    assert made[pages[2]].near == ()


def markdown(text: str) -> Document:
    return document("ru/a.md", "", f"Title: A\nDate: 2026-11-01\n\n{text}")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Первое.\n\nО доставке из Китая.\n", 6),
        ("Иная доставка из Китая.\n\nО **доставке** из Китая.\n", 6),
        ("О [доставке](/x/y/z)\nиз Китая.\n", 4),
        ("Речь о\nдоставке из Китая, да.\n", 5),
        ("Ничего.\n", 1),
    ],
)
def test_the_line_of_words_in_markdown(text: str, line: int) -> None:
    found = line_in_markdown(markdown(text), "О доставке из Китая.", "доставке из Китая")

    assert found == line
