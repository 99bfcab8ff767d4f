"""Invented visitors with a seed: exports that belong together, and the truth about them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from plugins.funnel.found import Reach
from plugins.funnel.steps import Step

BEGIN = datetime(2026, 9, 7)
WEEKS = 8
SOURCES = ("organic", "utm_source=vk", "ad", "direct", "utm_source=telegram", "referral")
SOURCE_WEIGHTS = (46, 14, 14, 14, 8, 4)
WAYS = ("sbp", "mir", "invoice")
REASONS = ("declined", "confirmation", "funds", "timeout")
# From a step to the next one, of a thousand
_ON = {Step.PRODUCT: 420, Step.CART: 230, Step.CHECKOUT: 520, Step.PAID: 640, Step.REPEAT: 90}
_REASON_WEIGHTS = (20, 60, 15, 5)
_WAY_WEIGHTS = (50, 35, 15)
_FAILS = {"sbp": 90, "mir": 400, "invoice": 60}


@dataclass(frozen=True, slots=True)
class Places:
    """Paths of a site: where people land, which of them are pages of products, which is weak."""

    landings: Sequence[str]
    products: Sequence[str]

    @property
    def weak(self) -> str:
        """The product whose page loses buyers."""
        return self.products[-1]


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody invented: `level` is the furthest step; `straight` bought by a Buy link."""

    client: int
    begin: datetime
    landing: str
    product: str
    source: str
    level: Step
    straight: bool
    robot: bool
    way: str
    reason: str
    idle: int


@dataclass
class Truth:
    """What the report must find."""

    total: Counter[Step]
    weeks: Counter[tuple[str, Step]]
    landings: Counter[tuple[str, Step]]
    sources: Counter[tuple[str, Step]]
    in_order: Counter[Step]
    hits: int = 0

    def add(self, visitor: Visitor) -> None:
        """One more visitor; robots are none."""
        if visitor.robot:
            return
        monday = visitor.begin - timedelta(days=visitor.begin.weekday())
        for step in Step:
            if step <= visitor.level:
                self.total[step] += 1
                self.weeks[f"{monday:%Y-%m-%d}", step] += 1
                self.landings[visitor.landing, step] += 1
                self.sources[visitor.source, step] += 1
            if step <= min(visitor.level, Step.PAID) and not (
                visitor.straight and step > Step.PRODUCT
            ):
                self.in_order[step] += 1

    @property
    def reach(self) -> Reach:
        """All visitors by step."""
        return Reach(*(self.total[step] for step in Step))


def truth() -> Truth:
    """Nobody yet."""
    return Truth(Counter(), Counter(), Counter(), Counter(), Counter())


def visitors(count: int, seed: int, places: Places) -> Iterator[Visitor]:
    """So many visitors, the same for the same seed."""
    draw = Random(seed)
    minutes = WEEKS * 7 * 24 * 60
    for number in range(count):
        product = draw.choice(places.products)
        level = _level(draw, product == places.weak)
        way = draw.choices(WAYS, _WAY_WEIGHTS)[0]
        failed = level >= Step.PAID and draw.randrange(1000) < _FAILS[way]
        if failed:
            level = Step.CHECKOUT
        yield Visitor(
            client=1_780_000_000_000_000_000 + number * 104_729 + draw.randrange(104_729),
            begin=BEGIN + timedelta(minutes=draw.randrange(minutes)),
            landing=draw.choice(places.landings),
            product=product,
            source=draw.choices(SOURCES, SOURCE_WEIGHTS)[0],
            level=level,
            straight=level >= Step.CHECKOUT and draw.randrange(10) < 3,
            robot=draw.randrange(100) < 3,
            way=way,
            reason=draw.choices(REASONS, _REASON_WEIGHTS)[0] if failed else "",
            idle=draw.randrange(1, 9),
        )


def _level(draw: Random, weak: bool) -> Step:
    level = Step.VISIT
    for step, of_thousand in _ON.items():
        chance = of_thousand // 3 if weak and step is Step.CART else of_thousand
        if draw.randrange(1000) >= chance:
            break
        level = step
    return level
