"""No anchor stands on more than its share of a target's links, once there are enough of them."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from plugins.internal_links.anchors import anchor_of, kept, may_have
from plugins.internal_links.links import Rule
from plugins.internal_links.settings import LinkSettings
from tests.documents.examples import document, site
from tests.internal_links.examples import FREE, article, linker

SETTINGS = LinkSettings()


def links(*anchors: str) -> list[tuple[str, int]]:
    return [(anchor, number) for number, anchor in enumerate(anchors)]


def test_anchors_are_compared_as_words() -> None:
    assert anchor_of("Доставка\u00a0 всё\n") == anchor_of("доставка все")


def test_a_few_links_may_share_an_anchor() -> None:
    assert kept(Counter(), links("а", "а", "а", "а"), SETTINGS) == [0, 1, 2, 3]


def test_of_many_links_with_one_anchor_four_are_left() -> None:
    assert len(kept(Counter(), links(*"ааааааа"), SETTINGS)) == 4


def test_different_anchors_keep_more() -> None:
    assert len(kept(Counter(), links(*"ааааббввг"), SETTINGS)) == 8
    assert kept(Counter(), links(*"абвгд"), SETTINGS) == [0, 1, 2, 3, 4]


def test_links_made_by_hand_are_counted_and_stay() -> None:
    assert kept(Counter({"а": 2}), links("а", "б", "в"), SETTINGS) == [1, 2]


@given(st.lists(st.sampled_from("абвг"), max_size=30), st.lists(st.sampled_from("абв"), max_size=8))
def test_the_share_holds(made: list[str], by_hand: list[str]) -> None:
    stay = [made[number] for number in kept(Counter(by_hand), links(*made), SETTINGS)]
    found = Counter(stay) + Counter(by_hand)
    if found.total() >= SETTINGS.anchor_from:
        allowed = {a for a in found if found[a] <= 0.4 * found.total() + 1e-9}
        assert set(stay) <= allowed


def test_one_more_is_judged_by_what_it_makes() -> None:
    assert may_have(Counter("ааа"), "а", SETTINGS)
    assert not may_have(Counter("аааа"), "б", SETTINGS)
    assert may_have(Counter("ааббв"), "в", SETTINGS)
    assert not may_have(Counter("ааббв"), "а", SETTINGS)


def test_over_a_site_other_forms_are_preferred_and_the_share_is_kept() -> None:
    forms = ("оплата", "оплаты", "оплату")
    texts = [article(f"<p>оплата.</p><p>{forms[n % 3]}.</p>", f"ru/blog/a{n}.md") for n in range(9)]
    plan = linker().plan(site(*texts, document("ru/pages/payment.md")))
    anchors = Counter(link.form for link in plan.links)

    assert anchors.total() >= 7
    assert max(anchors.values()) <= 0.4 * anchors.total()
    assert {refusal.rule for refusal in plan.refused} <= {Rule.LINKED_ALREADY, Rule.ANCHOR_WORN}
    assert linker(settings=FREE).plan(site(*texts, document("ru/pages/payment.md"))).links
