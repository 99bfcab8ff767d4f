"""What is said of losses is sure, and small numbers stay small."""

import pytest

from plugins.funnel.chance import Share, surely_below
from plugins.funnel.found import Funnel, Joined, OrderSlice, ProductPage, Reach, Slice
from plugins.funnel.losses import losses, turnover, ways
from plugins.funnel.steps import Step


@pytest.mark.parametrize(
    ("part", "whole", "low", "high"),
    [
        # Newcombe (1998), table I, method 3
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_intervals_are_wilsons(part: int, whole: int, low: float, high: float) -> None:
    assert Share(part, whole).interval == pytest.approx((low, high), abs=5e-5)


def test_only_intervals_that_do_not_meet_are_a_difference() -> None:
    assert surely_below(Share(10, 200), Share(40, 200))
    assert not surely_below(Share(30, 200), Share(40, 200))
    assert not surely_below(Share(0, 19), Share(900, 1000))


def test_of_many_pages_some_are_odd_by_chance() -> None:
    odd, others = Share(9, 50), Share(420, 1000)

    assert surely_below(odd, others)
    assert not surely_below(odd, others, among=100)


def funnel(total: Reach, **more: object) -> Funnel:
    plain: dict[str, object] = {
        "in_order": total, "noted": total, "weeks": [], "landings": [], "sources": [],
        "pages": [], "orders": [], "joined": Joined(), "first": None, "last": None, "window": 30,
    }  # fmt: skip
    return Funnel(total=total, **{**plain, **more})  # type: ignore[arg-type]


def test_the_step_that_loses_most_and_the_one_that_loses_buyers() -> None:
    found = losses(funnel(Reach(10_000, 3000, 300, 200, 150)))

    assert found.greatest
    assert found.dearest
    assert (found.greatest.before, found.greatest.lost) == (Step.VISIT, 7000)
    assert (found.dearest.before, found.dearest.lost) == (Step.PRODUCT, 2700)


def test_of_three_visitors_nothing_is_said() -> None:
    found = losses(funnel(Reach(3, 1, 1)))

    assert found.greatest is None
    assert (found.products, found.landings, found.ways) == ([], [], [])


def test_a_page_that_loses_buyers_is_named_and_a_small_one_is_not() -> None:
    pages = [ProductPage("/good/", 500, 120, 40), ProductPage("/weak/", 300, 12, 2),
             ProductPage("/tiny/", 5, 0, 0)]  # fmt: skip

    weak = losses(funnel(Reach(2000, 800, 130), pages=pages)).products

    assert [one.name for one in weak] == ["/weak/"]
    assert weak[0].others == Share(120, 505)


def test_the_way_that_fails_most_and_its_code() -> None:
    orders = [
        OrderSlice("mir", "failed", "confirmation", "RUB", 30, 0),
        OrderSlice("mir", "failed", "funds", "RUB", 9, 0),
        OrderSlice("mir", "paid", "", "RUB", 40, 4_000_000),
        OrderSlice("mir", "refunded", "", "RUB", 1, 100_000),
        OrderSlice("sbp", "failed", "funds", "RUB", 4, 0),
        OrderSlice("sbp", "paid", "", "RUB", 90, 9_000_000),
        OrderSlice("sbp", "created", "", "RUB", 6, 0),
    ]
    found = losses(funnel(Reach(), orders=orders))

    assert [weak.name for weak in found.ways] == ["mir"]
    by_name = {way.name: way for way in ways(orders)}
    assert by_name["mir"].reasons == [("confirmation", 30), ("funds", 9)]
    assert (by_name["mir"].paid, by_name["sbp"].open) == (41, 6)
    assert turnover(orders) == [("RUB", 130, 13_000_000)]


def test_landing_pages_and_sources_are_compared_with_all_others() -> None:
    landings = [Slice("/a/", Reach(400, 200)), Slice("/b/", Reach(400, 60))]

    found = losses(funnel(Reach(800, 260), landings=landings, sources=landings))

    assert [one.name for one in found.landings] == ["/b/"]
    assert round(found.sources[0].excess) == 140
