"""Numbers as a reader of a language expects them, without breaks inside."""

from functools import lru_cache

from babel.numbers import format_decimal, format_percent

from plugins.language.numbers import NO_BREAK


@lru_cache(maxsize=1 << 14)
def number(value: int, lang: str) -> str:
    """A whole number as «12 400» (en: «12,400»)."""
    return _unbroken(format_decimal(value, locale=lang))


def share(part: int, whole: int, lang: str) -> str:
    """A part in whole per cent as «84 %» (en: «84%»), «<1 %» for less than one but some."""
    exact = 100 * part / whole if whole else 0.0
    sign, percent = "", round(exact)
    if 0 < exact < 1:
        sign, percent = "<", 1
    elif 99 < exact < 100:
        sign, percent = ">", 99
    return sign + _unbroken(format_percent(percent / 100, locale=lang))


def _unbroken(text: str) -> str:
    return text.replace(" ", NO_BREAK).replace("\u202f", NO_BREAK)
