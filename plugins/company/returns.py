"""Returns, refunds and warranty (returns.yaml)."""

from typing import Annotated, Literal

from pydantic import Field

from plugins.company.delivery import DayCount
from plugins.company.localized import Localized
from plugins.company.moments import Date
from plugins.data_files import Record


class Situation(Record):
    """What happened, until when to write, what the buyer gets, who pays the way back."""

    name: Localized
    until: Localized
    get: Localized
    way_back: Localized


class Returns(Record):
    """The terms: days to return, days to refund, months of warranty, and case by case.

    `way_back` says who pays for the return of goods that work, `ways` how they can be returned.
    """

    checked: Date
    evidence: Localized
    return_days: Annotated[DayCount, Field(ge=7)]
    refund_days: Annotated[DayCount, Field(ge=1)]
    warranty_months: Annotated[int, Field(ge=0, le=240)]
    situations: Annotated[tuple[Situation, ...], Field(min_length=1)]
    way_back: Literal["buyer", "seller"] | None = None
    ways: tuple[Literal["carrier", "warehouse"], ...] = ()
    claim: tuple[Localized, ...] = ()
