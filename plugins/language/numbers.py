"""Numbers, money, dates and sizes as a reader of a language expects them (CLDR, through Babel).

The process's own locale plays no part. Every space inside a value is a no-break space.
"""

import datetime
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Literal

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal
from babel.units import format_unit

from plugins.language.typography import JOINER

NO_BREAK = "\u00a0"
KIBIBYTE = 1024


def rubles(amount: Decimal | int | float | str, lang: str = "ru") -> str:
    """Roubles as «12 500 ₽» (en: «₽12,500»); kopecks only where there are any."""
    value = Decimal(str(amount))
    whole = value == value.to_integral_value()
    number = format_decimal(value, "#,##0" if whole else "#,##0.00", locale=lang)
    return f"₽{number}" if lang == "en" else _unbroken(f"{number} ₽")


def date(value: datetime.date, lang: str = "ru") -> str:
    """A day (date or datetime) as «22 ноября 2026 г.» (en: «22 November 2026»)."""
    pattern = "d MMMM y" if lang == "en" else "long"
    return _unbroken(format_date(value, pattern, locale=lang))


def file_size(size: int, lang: str = "ru") -> str:
    """Bytes as «820 байт», «1,4 МБ»: one decimal below ten, binary steps."""
    steps = ["byte", "kilobyte", "megabyte", "gigabyte"]
    value, step = float(size), 0
    while round(value) >= KIBIBYTE and step < len(steps) - 1:
        value, step = value / KIBIBYTE, step + 1
    digits = "0.#" if step > 0 and value < 10 else "0"
    length: Literal["long", "short"] = "long" if step == 0 else "short"
    return _unbroken(format_unit(value, steps[step], length, digits, locale=lang))


def days(first: int, last: int) -> str:
    """A range as «12–18» that no line tears, one number where both are equal."""
    return str(first) if first == last else f"{first}–{JOINER}{last}"


def reading_minutes(words: int) -> int:
    """Minutes that a reader needs for so many words, at 180 words a minute, at least one."""
    return max(1, round(words / 180))


def language_name(code: str) -> str:
    """A language's own name for itself, capitalised: «Русский», «Deutsch»."""
    return (Locale.parse(code).get_display_name(code) or code).capitalize()


def country_name(code: str, lang: str) -> str:
    """A country by its code of ISO 3166-1: «Россия»; the code where the language has no name."""
    return str(Locale.parse(lang).territories.get(code, code))


def _unbroken(text: str) -> str:
    return text.replace(" ", NO_BREAK).replace("\u202f", NO_BREAK)


# The filters of templates by their names
FILTERS: Mapping[str, Callable[..., str | int]] = {
    "rubles": rubles,
    "date": date,
    "file_size": file_size,
    "days": days,
    "reading_minutes": reading_minutes,
    "language_name": language_name,
    "country_name": country_name,
}
