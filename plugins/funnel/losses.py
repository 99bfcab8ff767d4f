"""Where buyers are lost, and what the owner or a writer can do next; nothing that is not sure."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from plugins.funnel.chance import LEAST, Share, surely_below
from plugins.funnel.found import Funnel, OrderSlice
from plugins.funnel.states import CANCELLED, FAILED, PAID, REFUNDED
from plugins.funnel.steps import Step

MOST = 3
PAIRS = ((Step.VISIT, Step.PRODUCT), (Step.PRODUCT, Step.CART), (Step.CART, Step.CHECKOUT),
         (Step.CHECKOUT, Step.PAID))  # fmt: skip


@dataclass(frozen=True, slots=True)
class StepLoss:
    """Between two steps: how many went on, of how many."""

    before: Step
    after: Step
    passed: Share

    @property
    def lost(self) -> int:
        """How many did not go on."""
        return self.passed.whole - self.passed.part


@dataclass(frozen=True, slots=True)
class Weak:
    """A page, source or way that does surely worse than all others together."""

    name: str
    mine: Share
    others: Share

    @property
    def excess(self) -> float:
        """How many more would have gone on, had it done as well as the others."""
        return self.others.value * self.mine.whole - self.mine.part


@dataclass(frozen=True, slots=True)
class Way:
    """Orders of a way to pay by what became of them."""

    name: str
    count: int
    paid: int
    failed: int
    cancelled: int
    open: int
    reasons: Sequence[tuple[str, int]]

    @property
    def failing(self) -> Share:
        """Which part of all orders failed."""
        return Share(self.failed, self.count)


@dataclass(frozen=True)
class Losses:
    """All that can be said surely, by kind, what costs most first."""

    steps: Sequence[StepLoss]
    products: Sequence[Weak]
    landings: Sequence[Weak]
    sources: Sequence[Weak]
    ways: Sequence[Weak]

    @property
    def greatest(self) -> StepLoss | None:
        """Where most visitors are lost."""
        return max(self.steps, key=lambda step: step.lost, default=None)

    @property
    def dearest(self) -> StepLoss | None:
        """Of those who have seen a product: where the smallest part goes on."""
        return min(self.steps[1:], key=lambda step: step.passed.value, default=None)


def losses(funnel: Funnel) -> Losses:
    """Everything that is lost, judged only where there are enough cases."""
    return Losses(
        list(_steps(funnel)),
        _weak((page.page, Share(page.carted, page.seen)) for page in funnel.pages),
        _weak(
            (one.name, one.reach.of(Step.PRODUCT, Step.VISIT))
            for one in funnel.landings
            if one.name
        ),
        _weak(
            (one.name, one.reach.of(Step.PRODUCT, Step.VISIT)) for one in funnel.sources if one.name
        ),
        _weak((way.name, Share(way.count - way.failed, way.count)) for way in ways(funnel.orders)),
    )


def _steps(funnel: Funnel) -> Iterator[StepLoss]:
    for before, after in PAIRS:
        passed = funnel.total.of(after, before)
        if passed.whole >= LEAST and passed.part < passed.whole:
            yield StepLoss(before, after, passed)


def _weak(found: Iterable[tuple[str, Share]]) -> list[Weak]:
    """Those that do surely worse than the others together, the costliest first."""
    every = list(found)
    part, whole = sum(s.part for _, s in every), sum(s.whole for _, s in every)
    judged = (Weak(name, mine, Share(part - mine.part, whole - mine.whole)) for name, mine in every)
    weak = (one for one in judged if surely_below(one.mine, one.others, len(every)))
    return sorted(weak, key=lambda one: (-one.excess, one.name))[:MOST]


def standing(mine: Share, every: Share, among: int) -> int:
    """-1 where a share is surely below that of all others, 1 where it is above, else 0."""
    others = Share(every.part - mine.part, every.whole - mine.whole)
    return surely_below(others, mine, among) - surely_below(mine, others, among)


def ways(orders: Sequence[OrderSlice]) -> list[Way]:
    """Orders by way to pay, the most used first; ways that no export names have no name."""
    return sorted(
        (_way(name, [o for o in orders if o.way == name]) for name in {o.way for o in orders}),
        key=lambda way: (-way.count, way.name),
    )


def _way(name: str, orders: Sequence[OrderSlice]) -> Way:
    def count(test: Callable[[OrderSlice], bool]) -> int:
        return sum(order.count for order in orders if test(order))

    codes = {order.reason for order in orders if order.state == FAILED and order.reason}
    reasons = [(code, count(partial(_failed_by, code))) for code in codes]
    return Way(
        name,
        sum(order.count for order in orders),
        count(lambda order: order.state in (PAID, REFUNDED)),
        count(lambda order: order.state == FAILED),
        count(lambda order: order.state == CANCELLED),
        count(lambda order: order.state not in (PAID, REFUNDED, FAILED, CANCELLED)),
        sorted(reasons, key=lambda found: (-found[1], found[0])),
    )


def _failed_by(code: str, order: OrderSlice) -> bool:
    return order.state == FAILED and order.reason == code


def turnover(orders: Sequence[OrderSlice]) -> list[tuple[str, int, int]]:
    """By currency: paid orders and their sum in hundredths."""
    paid = [order for order in orders if order.state == PAID]
    return [
        (
            currency,
            sum(order.count for order in paid if order.currency == currency),
            sum(order.total for order in paid if order.currency == currency),
        )
        for currency in sorted({order.currency for order in paid})
    ]
