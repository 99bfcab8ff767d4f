"""How goods travel and how long it takes (delivery.yaml)."""

from typing import Annotated, Literal

from pydantic import Field, field_validator
from pydantic_core.core_schema import ValidationInfo

from plugins.company.localized import Localized
from plugins.company.moments import Date
from plugins.data_errors import must_be
from plugins.data_files import Record
from plugins.language.messages import message

DayCount = Annotated[int, Field(ge=0, le=365)]


class Route(Record):
    """One way of delivery, door to door; days are calendar days."""

    mode: Literal["warehouse", "air", "road", "rail", "sea"]
    name: Localized
    origin: Localized
    destination: Localized
    days_from: DayCount
    days_to: DayCount
    cost: Localized
    tracking: Localized
    suits: Localized

    @field_validator("days_to")
    @classmethod
    def _not_before_first(cls, last: int, info: ValidationInfo) -> int:
        first = info.data.get("days_from", last)
        if last < first:
            raise must_be(message("at least days_from (%(days)s)", days=first))
        return last


class Delivery(Record):
    """All routes, and when and by what they were checked."""

    checked: Date
    evidence: Localized
    routes: Annotated[tuple[Route, ...], Field(min_length=1)]

    @property
    def fastest(self) -> Route:
        """The quickest route from abroad (from a warehouse here where there is no other)."""
        abroad = [route for route in self.routes if route.mode != "warehouse"]
        return min(abroad or self.routes, key=lambda route: (route.days_to, route.days_from))
