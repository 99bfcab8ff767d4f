"""Pages of the stand-in in the buyer's language: HTML from the server, no script."""

from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from babel.numbers import format_currency
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from plugins.language.messages import catalog, catalog_languages
from plugins.language.numbers import rubles
from plugins.payment_service.exports import amount_of

TEMPLATES = Path(__file__).parent / "templates"
FALLBACK = "en"
NO_BREAK = "\u00a0"


def page(template: str, lang: str, **values: Any) -> str:
    """A template of this folder in a language, in English where it speaks another."""
    spoken = lang if lang in catalog_languages() else FALLBACK
    return _environment(spoken).get_template(f"{template}.html").render(lang=spoken, **values)


def money(minor: int, currency: str, lang: str) -> str:
    """Minor units as readers of a language write money."""
    amount = amount_of(minor, currency)
    if currency == "RUB":
        return rubles(amount, lang)
    return format_currency(amount, currency, locale=lang).replace(" ", NO_BREAK)


@lru_cache
def _environment(lang: str) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )

    @cache
    def translated(text: str, **values: str) -> Markup:
        said = Markup(catalog(lang).gettext(text))
        return said % values if values else said

    environment.globals["_"] = translated
    environment.globals["money"] = lambda minor, currency: money(minor, currency, lang)
    return environment
