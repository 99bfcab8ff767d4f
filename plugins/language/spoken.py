"""Values of messages that each language writes in its own way: sums, shares, days, lists."""

import datetime
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from babel.numbers import format_decimal

from plugins.language import numbers


class Spoken(Protocol):
    """Whatever knows how each language says it."""

    def in_language(self, lang: str, /) -> str:
        """The text in a language."""


@dataclass(frozen=True)
class Roubles:
    """A sum: «15 000 ₽»."""

    amount: Decimal

    def in_language(self, lang: str) -> str:
        """The sum in a language."""
        return numbers.rubles(self.amount, lang)


@dataclass(frozen=True)
class Percent:
    """A share of a hundred: «0,5 %»."""

    share: Decimal

    def in_language(self, lang: str) -> str:
        """The share in a language."""
        said = format_decimal(self.share, "0.##", locale=lang)
        return f"{said}%" if lang == "en" else f"{said}{numbers.NO_BREAK}%"


@dataclass(frozen=True)
class Day:
    """A day: «22 ноября 2026 г.»."""

    day: datetime.date

    def in_language(self, lang: str) -> str:
        """The day in a language."""
        return numbers.date(self.day, lang)


@dataclass(frozen=True)
class Joined:
    """Several of them, one after another."""

    parts: tuple[Spoken, ...]
    between: str = ", "

    def in_language(self, lang: str) -> str:
        """All of them in a language."""
        return self.between.join(part.in_language(lang) for part in self.parts)
