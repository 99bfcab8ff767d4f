"""Interface words in templates: `_` and `ngettext` in the language of the page."""

from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context, Undefined
from markupsafe import Markup, escape

from plugins.language.messages import catalog


def page_language(context: Context) -> str:
    """The language of the page being rendered: of its listing, article or page."""
    shown = next(
        (context[name] for name in ("listing", "article", "page") if context.get(name)), None
    )
    lang = context.get("lang") if shown is None else shown.lang
    return "" if isinstance(lang, Undefined) or lang is None else str(lang)


@pass_context
def gettext(context: Context, text: str, **values: Any) -> Markup:
    """An English sentence in the page's language, `%(name)s` places filled in, escaped."""
    return _filled(catalog(page_language(context)).gettext(text), values)


@pass_context
def ngettext(context: Context, text: str, plural: str, num: int, **values: Any) -> Markup:
    """The same where a number decides the form; `%(num)s` is that number."""
    chosen = catalog(page_language(context)).ngettext(text, plural, num)
    return _filled(chosen, {"num": num, **values})


def _filled(text: str, values: dict[str, Any]) -> Markup:
    return Markup(text) % {name: escape(value) for name, value in values.items()}
