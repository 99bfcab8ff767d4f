"""What was counted: only sums, nothing of a single visitor."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from plugins.funnel.chance import Share
from plugins.funnel.steps import Step


@dataclass(frozen=True, slots=True)
class Reach:
    """How many visitors have come to each step, or further."""

    visitors: int = 0
    product: int = 0
    cart: int = 0
    checkout: int = 0
    paid: int = 0
    repeat: int = 0

    def at(self, step: Step) -> int:
        """The visitors of a step."""
        return self.all[step - 1]

    @property
    def all(self) -> tuple[int, ...]:
        """The visitors of all steps in their order."""
        return self.visitors, self.product, self.cart, self.checkout, self.paid, self.repeat

    def of(self, step: Step, whole: Step) -> Share:
        """Which part of those at a step has come to a later one."""
        return Share(self.at(step), self.at(whole))

    def __add__(self, other: "Reach") -> "Reach":
        return Reach(*(a + b for a, b in zip(self.all, other.all, strict=True)))

    def __sub__(self, other: "Reach") -> "Reach":
        return Reach(*(a - b for a, b in zip(self.all, other.all, strict=True)))


@dataclass(frozen=True, slots=True)
class Slice:
    """The visitors of a week, landing page, group or source; each visitor is in one."""

    name: str
    reach: Reach


@dataclass(frozen=True, slots=True)
class Week:
    """Visitors by the Monday of their first visit."""

    monday: date
    reach: Reach


@dataclass(frozen=True, slots=True)
class ProductPage:
    """Visitors who saw a product on a page, and what they did at that time or later."""

    page: str
    seen: int
    carted: int
    paid: int


@dataclass(frozen=True, slots=True)
class OrderSlice:
    """Orders of one way to pay, state and failure code; `total` in hundredths of the currency."""

    way: str
    state: str
    reason: str
    currency: str
    count: int
    total: int


@dataclass(frozen=True, slots=True)
class Joined:
    """How orders meet visits: with a visit, with an unknown ClientID, with none."""

    known: int = 0
    unknown: int = 0
    without: int = 0

    @property
    def all(self) -> int:
        """All orders."""
        return self.known + self.unknown + self.without


@dataclass(frozen=True)
class Funnel:
    """Everything that was counted.

    `in_order` are those who took the steps one by one; `noted` those of whom a line tells each
    very step, whether they came from the one before or not.
    """

    total: Reach
    in_order: Reach
    noted: Reach
    weeks: Sequence[Week]
    landings: Sequence[Slice]
    sources: Sequence[Slice]
    pages: Sequence[ProductPage]
    orders: Sequence[OrderSlice]
    joined: Joined
    first: datetime | None
    last: datetime | None
    window: int
