"""Currencies and what the Bank of Russia said they cost (rates.csv)."""

import datetime
from decimal import Decimal
from typing import Annotated

from babel.numbers import list_currencies
from pydantic import AfterValidator, Field

from plugins.company.moments import Date
from plugins.data_errors import must_be
from plugins.data_files import Record
from plugins.language.messages import message

MONTH = 31


def _known(code: str) -> str:
    if code not in list_currencies():
        raise must_be(message("a currency of ISO 4217, such as CNY or USD"))
    return code


Currency = Annotated[str, AfterValidator(_known)]


class Rate(Record):
    """How many roubles `nominal` units of a currency cost, on which day and by whose word."""

    date: Date
    source: Annotated[str, Field(min_length=1)]
    currency: Currency
    nominal: Annotated[int, Field(ge=1, le=1_000_000)]
    rate: Annotated[Decimal, Field(gt=0, max_digits=14, decimal_places=6)]

    def bought_for(self, roubles: Decimal) -> Decimal:
        """How much of the currency so many roubles buy."""
        return roubles * self.nominal / self.rate

    def is_old(self, day: datetime.date) -> bool:
        """Whether it is older than a month."""
        return (day - self.date).days > MONTH
