"""A funnel that has some of everything, for the report."""

from datetime import date, datetime

from plugins.funnel.columns import Kind
from plugins.funnel.exports import (
    BAD_MOMENT,
    EXPECTED,
    ROBOTS,
    WRONG_FIELDS,
    Export,
    Left,
    Reading,
)
from plugins.funnel.found import Funnel, Joined, OrderSlice, ProductPage, Reach, Slice, Week
from plugins.funnel.pages import Known
from plugins.language.problems import expected
from plugins.reports.funnel import Counted

PAGES = {
    "/": Known("ru/pages/index.md", "Печи и станки", "", False),
    "/blog/oven/": Known("ru/blog/oven.md", "Как выбрать печь <1>", "печь для кафе", False),
    "/oven/": Known("ru/products/oven.md", "Печь на 10 уровней", "", True),
    "/bench/": Known("ru/products/bench.md", "Верстак", "", True),
}
READING = Reading(
    (
        Export("visits.tsv", Kind.VISITS, 1000),
        Export(
            "hits.tsv",
            Kind.HITS,
            6000,
            (Left(WRONG_FIELDS, 12, (7, 19, 40)), Left(BAD_MOMENT, 1, (), ("=2026-13-45",))),
        ),
        Export("price.csv", refused=expected(EXPECTED, "'name, price'")),
    ),
    (Left(ROBOTS, 30),),
    kinds=frozenset({Kind.VISITS, Kind.HITS}),
)
FUNNEL = Funnel(
    total=Reach(1200, 500, 90, 60, 31, 3),
    in_order=Reach(1200, 480, 70, 40, 20),
    noted=Reach(1200, 500, 75, 58, 31),
    weeks=[
        Week(date(2026, 9, 7), Reach(700, 300, 55, 35, 20, 3)),
        Week(date(2026, 10, 26), Reach(500, 200, 35, 25, 11)),
    ],
    landings=[
        Slice("/blog/oven/", Reach(700, 180, 30, 20, 10)),
        Slice("/", Reach(400, 290, 55, 38, 20, 3)),
        Slice("/old%20page/", Reach(100, 30, 5, 2, 1)),
    ],
    sources=[
        Slice("organic", Reach(1193, 498, 90, 60, 31, 3)),
        Slice("utm_source=vk", Reach(7, 2)),
    ],
    pages=[ProductPage("/oven/", 300, 80, 28), ProductPage("/bench/", 200, 10, 3)],
    orders=[
        OrderSlice("mir", "failed", "confirmation", "RUB", 22, 0),
        OrderSlice("mir", "paid", "", "RUB", 20, 1_999_000),
        OrderSlice("sbp", "failed", "funds", "RUB", 2, 0),
        OrderSlice("sbp", "paid", "", "RUB", 40, 40_000_000),
        OrderSlice("sbp", "created", "", "RUB", 5, 0),
    ],
    joined=Joined(60, 9, 20),
    first=datetime(2026, 9, 7, 8),
    last=datetime(2026, 10, 31, 20),
    window=30,
)
NOTHING = Reach()
EMPTY = Funnel(NOTHING, NOTHING, NOTHING, [], [], [], [], [], Joined(), None, None, 30)
THREE = Funnel(
    total=Reach(3, 2, 1, 1, 1),
    in_order=Reach(3, 2, 1),
    noted=Reach(3, 2, 0, 1, 1),
    weeks=[Week(date(2026, 9, 28), Reach(3, 2, 1, 1, 1))],
    landings=[Slice("/", Reach(3, 2, 1, 1, 1))],
    sources=[Slice("", Reach(3, 2, 1, 1, 1))],
    pages=[ProductPage("/oven/", 2, 1, 1)],
    orders=[OrderSlice("", "paid", "", "RUB", 1, 100_00)],
    joined=Joined(1),
    first=datetime(2026, 10, 1, 8),
    last=datetime(2026, 10, 1, 9),
    window=30,
)


def counted(funnel: Funnel = FUNNEL, reading: Reading = READING) -> Counted:
    """The sample as the report takes it."""
    return Counted(reading, funnel, PAGES)
