"""How goods travel, what happens on the way and how long it takes (delivery.yaml)."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field, field_validator
from pydantic_core.core_schema import ValidationInfo

from plugins.company.keys import EACH_KEY_ONCE
from plugins.company.localized import Localized
from plugins.company.moments import Date
from plugins.data_errors import matching, must_be, wrong_items
from plugins.data_files import Record
from plugins.language.messages import message

Charge = Annotated[Decimal, Field(ge=0, max_digits=12, decimal_places=2)]
DayCount = Annotated[int, Field(ge=0, le=365)]
Region = Annotated[
    str,
    matching(r"[A-Z]{2}-[A-Z0-9]{1,3}", message("a region of ISO 3166-2, such as RU-MOW (Moscow)")),
]
NodeKey = Literal[
    "accepted",
    "packed",
    "export-customs",
    "in-transit",
    "import-customs",
    "last-mile",
    "delivered",
]


class Node(Record):
    """A point of every journey: what happens there, and what we do when it takes longer."""

    key: NodeKey
    name: Localized
    happens: Localized
    if_late: Localized


class Stop(Record):
    """How long a route stays at a node; without days the time is included in the others."""

    node: NodeKey
    days_from: DayCount | None = None
    days_to: Annotated[DayCount | None, Field(validate_default=True)] = None

    @field_validator("days_to")
    @classmethod
    def _with_first(cls, last: int | None, info: ValidationInfo) -> int | None:
        first = info.data.get("days_from", last)
        if (first is None) != (last is None):
            raise must_be(message("both days_from and days_to, or neither"))
        return last if first is None or last is None else _not_before(first, last)


class Route(Record):
    """One way of delivery, door to door; days are calendar days.

    `cost` is what people read; `charge` is what one order pays for it, in roubles (0: it is in the
    price of the goods), and is left out where it depends on weight or volume. `regions` is
    where the destination lies, for search engines.
    """

    mode: Literal["warehouse", "air", "road", "rail", "sea"]
    name: Localized
    origin: Localized
    destination: Localized
    regions: tuple[Region, ...] = ()
    days_from: DayCount
    days_to: DayCount
    cost: Localized
    charge: Charge | None = None
    tracking: Localized
    suits: Localized
    stops: tuple[Stop, ...] = ()

    @field_validator("days_to")
    @classmethod
    def _not_before_first(cls, last: int, info: ValidationInfo) -> int:
        return _not_before(info.data.get("days_from", last), last)

    @field_validator("stops")
    @classmethod
    def _stops_add_up(cls, stops: tuple[Stop, ...], info: ValidationInfo) -> tuple[Stop, ...]:
        promised = info.data.get("days_from"), info.data.get("days_to")
        found = _sum(s.days_from for s in stops), _sum(s.days_to for s in stops)
        if stops and None not in promised and found != promised:
            days = "–".join(map(str, promised))
            what = message("stops whose days add up to those of the route (%(days)s)", days=days)
            raise wrong_items([((), what, "–".join(map(str, found)))])
        return stops

    def stop(self, node: str) -> Stop | None:
        """The stop at a node, None where this route does not pass it."""
        return next((stop for stop in self.stops if stop.node == node), None)


class Pickup(Record):
    """Goods in stock are fetched by the buyer: from which address, how soon, for how much."""

    place: Literal["office", "warehouse"] = "warehouse"
    days_from: DayCount
    days_to: DayCount
    charge: Charge = Decimal(0)

    @field_validator("days_to")
    @classmethod
    def _not_before_first(cls, last: int, info: ValidationInfo) -> int:
        return _not_before(info.data.get("days_from", last), last)


class Delivery(Record):
    """All routes, and when and by what they were checked."""

    checked: Date
    evidence: Localized
    routes: Annotated[tuple[Route, ...], Field(min_length=1)]
    pickup: Pickup | None = None
    nodes: Annotated[tuple[Node, ...], Field(validate_default=True), EACH_KEY_ONCE] = ()

    @field_validator("nodes")
    @classmethod
    def _each_stop_is_told(cls, nodes: tuple[Node, ...], info: ValidationInfo) -> tuple[Node, ...]:
        told = {node.key for node in nodes}
        used = (stop.node for route in info.data.get("routes", ()) for stop in route.stops)
        untold = [key for key in dict.fromkeys(used) if key not in told]
        if untold:
            what = message("a node for each stop of a route (%(names)s)", names=", ".join(untold))
            raise wrong_items([((), what, None)])
        return nodes

    @property
    def fastest(self) -> Route:
        """The quickest route from abroad (from a warehouse here where there is no other)."""
        abroad = [route for route in self.routes if route.mode != "warehouse"]
        return min(abroad or self.routes, key=lambda route: (route.days_to, route.days_from))


def _not_before(first: int, last: int) -> int:
    if last < first:
        raise must_be(message("at least days_from (%(days)s)", days=first))
    return last


def _sum(days: Iterable[int | None]) -> int:
    return sum(count or 0 for count in days)
