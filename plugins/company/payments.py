"""Ways to pay, what to do when a payment fails, and ways that have ended (payments.yaml)."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import Field, field_validator, model_validator
from pydantic_core.core_schema import ValidationInfo

from plugins.company.company import Country
from plugins.company.currency import Currency
from plugins.company.keys import EACH_KEY_ONCE, Key
from plugins.company.limits import Wrong, wrong_limits, wrong_settings
from plugins.company.localized import Localized
from plugins.company.moments import Date
from plugins.company.pay_settings import Robokassa, SbpLink, WebMoney, YooMoney
from plugins.company.pay_systems import GONE_KINDS, forbidden
from plugins.company.products import Price
from plugins.data_errors import must_be, wrong_items
from plugins.data_files import Record
from plugins.language.messages import message

Kind = Literal[
    "service", "yoomoney", "robokassa", "webmoney", "sbp-link", "invoice", "qiwi", "rbk-money"
]
# A way runs on these also where only its name says so: a forgotten line must not break a law
_NAMED = {
    "sbp": re.compile(r"\b(?:СБП|SBP|sbp)\b|быстрых платежей"),
    "mir": re.compile(r"«Мир»|\bМИР\b|\b[Кк]арт\w* Мир\b|\b(?:Mir|MIR|mir)\b"),
}


class Fee(Record):
    """What a payment costs beside its sum, and who pays that."""

    percent: Annotated[Decimal, Field(ge=0, le=100, decimal_places=2)]
    payer: Literal["buyer", "seller"] = "seller"


class Way(Record):
    """One way to pay, who may use it and between which amounts; no bound means none of ours.

    `countries` are those of sellers that may use it (none named: all), `through` the systems it
    runs on; `order` says which comes first. Bounds are in the first of `currencies`.
    """

    key: Key
    name: Localized
    kind: Kind = "service"
    who: Annotated[tuple[Literal["company", "person"], ...], Field(min_length=1)]
    countries: tuple[Country, ...] = ()
    through: tuple[Literal["mir", "sbp"], ...] = ()
    currencies: Annotated[tuple[Currency, ...], Field(min_length=1)] = ("RUB",)
    least: Price | None = None
    most: Price | None = None
    monthly: Price | None = None
    fee: Fee | None = None
    limit: Localized
    arrives: Localized
    how: Localized
    evidence: Localized
    checked: Date
    since: Date | None = None
    until: Date | None = None
    order: int = 0
    yoomoney: YooMoney | None = None
    robokassa: Robokassa | None = None
    webmoney: WebMoney | None = None
    sbp_link: SbpLink | None = None

    @field_validator("most")
    @classmethod
    def _not_below_least(cls, most: Decimal | None, info: ValidationInfo) -> Decimal | None:
        least = info.data.get("least")
        if most is not None and least is not None and most < least:
            raise must_be(message("at least least (%(amount)s)", amount=least))
        return most

    @model_validator(mode="after")
    def _of_one_mind(self) -> Self:
        if found := [*wrong_settings(self), *wrong_limits(self), *self._wrong_days()]:
            raise wrong_items(found)
        return self

    def _wrong_days(self) -> Iterator[Wrong]:
        if self.since and self.until and self.until < self.since:
            what = message("a day not before since (%(date)s)", date=self.since)
            yield ("until",), what, self.until

    @cached_property
    def systems(self) -> frozenset[str]:
        """What it runs on: as it says, by its kind, and as its key and name give away."""
        said = " ".join((self.key, self.name.ru, self.name.en))
        named = {system for system, words in _NAMED.items() if words.search(said)}
        return frozenset({*self.through, *named, *(("sbp",) if self.sbp_link else ())})

    def takes(self, amount: Decimal) -> bool:
        """Whether an amount in its currency can be paid this way at once."""
        if self.sbp_link and self.sbp_link.amount not in (None, amount):
            return False
        return (self.least or 0) <= amount and (self.most is None or amount <= self.most)

    def alive(self, day: date) -> bool:
        """Whether it can be used on a day: it has begun, not ended, and its system lives."""
        ended = GONE_KINDS[self.kind].ended if self.kind in GONE_KINDS else None
        begun = self.since is None or self.since <= day
        return begun and (self.until is None or day <= self.until) and not (ended and day >= ended)

    def open_to(self, seller: str) -> bool:
        """Whether a seller of a country (ISO 3166-1) may use it."""
        allowed = not self.countries or seller in self.countries
        return allowed and not forbidden(seller, self.systems)


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
    """All ways to pay, steps after a failure in their order, and ways that have ended.

    `currencies` are shown beside roubles, at the rates of rates.csv.
    """

    checked: Date
    evidence: Localized
    currencies: tuple[Currency, ...] = ()
    ways: Annotated[tuple[Way, ...], Field(min_length=1), EACH_KEY_ONCE]
    failures: tuple[Failure, ...] = ()
    ended: tuple[Ended, ...] = ()

    @field_validator("currencies")
    @classmethod
    def _beside_roubles(cls, currencies: tuple[str, ...]) -> tuple[str, ...]:
        if "RUB" in currencies or len(set(currencies)) < len(currencies):
            raise must_be(message("other currencies than RUB, each once"))
        return currencies
