"""Interface words in templates: `_` and `ngettext` in the language of the page, typeset.

What holds tags is left as it is: a rule for quotes must not meet an attribute.
"""

from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context, Undefined
from markupsafe import Markup, escape

from plugins.language.messages import Message, catalog
from plugins.language.typography import typeset


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
    lang = page_language(context)
    return _filled(catalog(lang).gettext(text), values, lang)


@pass_context
def ngettext(context: Context, text: str, plural: str, num: int, **values: Any) -> Markup:
    """The same where a number decides the form; `%(num)s` is that number."""
    lang = page_language(context)
    chosen = catalog(lang).ngettext(text, plural, num)
    return _filled(chosen, {"num": num, **values}, lang)


@lru_cache
def environment(folder: Path, lang: str) -> Environment:
    """Templates of a folder outside the theme, for pages of one language, words as they are.

    `_` translates and fills in `%(name)s` places; a Message is `message | said`.
    """
    made = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )

    @cache
    def words(text: str) -> Markup:
        return Markup(catalog(lang).gettext(text))

    def translated(text: str, **values: Any) -> Markup:
        return words(text) % values if values else words(text)

    def said(text: Message) -> str:
        return text.in_language(lang)

    made.globals["_"] = translated
    made.filters["said"] = said
    return made


def _filled(text: str, values: dict[str, Any], lang: str) -> Markup:
    filled = Markup(text) % {name: escape(value) for name, value in values.items()}
    return filled if "<" in filled else Markup(typeset(str(filled), lang))
