"""Ways to pay, what to do when a payment fails, and ways that have ended (payments.yaml)."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field, field_validator
from pydantic_core.core_schema import ValidationInfo

from plugins.company.keys import EACH_KEY_ONCE, Key
from plugins.company.localized import Localized
from plugins.company.moments import Date
from plugins.company.products import Price
from plugins.data_errors import must_be
from plugins.data_files import Record
from plugins.language.messages import message


class Way(Record):
    """One way to pay, who may use it and between which amounts; no bound means none of ours."""

    key: Key
    name: Localized
    who: Annotated[tuple[Literal["company", "person"], ...], Field(min_length=1)]
    least: Price | None = None
    most: Price | None = None
    limit: Localized
    arrives: Localized
    how: Localized
    evidence: Localized
    checked: Date

    @field_validator("most")
    @classmethod
    def _not_below_least(cls, most: Decimal | None, info: ValidationInfo) -> Decimal | None:
        least = info.data.get("least")
        if most is not None and least is not None and most < least:
            raise must_be(message("at least least (%(amount)s)", amount=least))
        return most

    def takes(self, amount: Decimal) -> bool:
        """Whether an amount in roubles can be paid this way at once."""
        return (self.least or 0) <= amount and (self.most is None or amount <= self.most)


class Failure(Record):
    """A step when a payment fails: what the buyer sees, and what to do about it."""

    seen: Localized
    do: Localized


class Ended(Record):
    """A way to pay that exists no more, and since when."""

    name: Localized
    since: Date
    instead: Localized


class Payments(Record):
    """All ways to pay, steps after a failure in their order, and ways that have ended."""

    checked: Date
    evidence: Localized
    ways: Annotated[tuple[Way, ...], Field(min_length=1), EACH_KEY_ONCE]
    failures: tuple[Failure, ...] = ()
    ended: tuple[Ended, ...] = ()

    def fitting(self, amount: Decimal) -> tuple[Way, ...]:
        """Ways that take an amount in one payment, in the order of the file."""
        return tuple(way for way in self.ways if way.takes(amount))
