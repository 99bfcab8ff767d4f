"""Prices in other currencies beside roubles, at a dated rate; for orientation, nobody pays them."""

from collections.abc import Iterable
from decimal import Decimal

from babel.numbers import format_currency

from plugins.company.currency import Rate
from plugins.language.numbers import NO_BREAK

# From this sum on nobody asks for cents
WHOLE_FROM = 100
_PATTERNS = {"en": "¤{}", "ru": "{}\u00a0¤"}


def latest(rates: Iterable[Rate], currency: str) -> Rate | None:
    """The newest rate of a currency."""
    return max((r for r in rates if r.currency == currency), key=lambda r: r.date, default=None)


def in_currency(amount: Decimal, currency: str, lang: str, rates: Iterable[Rate]) -> str:
    """The template filter `in_currency`: roubles as «≈ 24 480 CN¥»; empty without a rate."""
    rate = latest(rates, currency)
    if rate is None:
        return ""
    bought = rate.bought_for(amount)
    digits = "#,##0" if bought >= WHOLE_FROM else "#,##0.00"
    pattern = _PATTERNS.get(lang, _PATTERNS["ru"]).format(digits)
    said = format_currency(bought, currency, pattern, locale=lang, currency_digits=False)
    return f"≈{NO_BREAK}{said}".replace(" ", NO_BREAK)
