"""Pages of the stand-in in the buyer's language: HTML from the server, no script."""

from functools import partial
from pathlib import Path
from typing import Any

from babel.numbers import format_currency

from plugins.language.messages import catalog_languages
from plugins.language.numbers import rubles
from plugins.language.templates import environment
from plugins.payment_service.exports import amount_of

TEMPLATES = Path(__file__).parent / "templates"
FALLBACK = "en"
NO_BREAK = "\u00a0"


def page(template: str, lang: str, **values: Any) -> str:
    """A template of this folder in a language, in English where it speaks another."""
    spoken = lang if lang in catalog_languages() else FALLBACK
    found = environment(TEMPLATES, spoken).get_template(f"{template}.html")
    return found.render(lang=spoken, money=partial(money, lang=spoken), **values)


def money(minor: int, currency: str, lang: str) -> str:
    """Minor units as readers of a language write money."""
    amount = amount_of(minor, currency)
    if currency == "RUB":
        return rubles(amount, lang)
    return format_currency(amount, currency, locale=lang).replace(" ", NO_BREAK)
