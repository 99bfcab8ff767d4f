"""Sentences for people: written in English, read in the language of whoever reads them."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

LOCALES = Path(__file__).parents[2] / "locales"
SOURCE_LANGUAGE = "en"


@lru_cache
def catalog(lang: str) -> NullTranslations:
    """The gettext catalog of a language; an empty one (English) where there is no catalog."""
    file = LOCALES / lang / "LC_MESSAGES" / "vitrina.po"
    if lang == SOURCE_LANGUAGE or not file.is_file():
        return NullTranslations()
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = BytesIO()
    with file.open("rb") as source:
        write_mo(compiled, read_po(source, locale=lang))
    compiled.seek(0)
    return GNUTranslations(compiled)


def catalog_languages() -> tuple[str, ...]:
    """Languages that people can be spoken to in: English and every catalog, sorted."""
    return tuple(sorted({SOURCE_LANGUAGE, *(f.name for f in LOCALES.iterdir() if f.is_dir())}))


@dataclass(frozen=True)
class Message:
    """A sentence and the values of its `%(name)s` places, not yet in any language.

    `plural` is empty, or the English plural of `text`; then `count` chooses between them.
    A value may itself be a Message, or a text that knows its own languages (`in_language`).
    """

    text: str
    values: tuple[tuple[str, object], ...] = ()
    plural: str = ""
    count: int = 0

    def in_language(self, lang: str) -> str:
        """The sentence in a language (ISO 639-1 code), its values filled in."""
        words = catalog(lang)
        text = (
            words.ngettext(self.text, self.plural, self.count)
            if self.plural
            else words.gettext(self.text)
        )
        return text % {name: _spoken(value, lang) for name, value in self.values}


def _spoken(value: object, lang: str) -> object:
    said = getattr(value, "in_language", None)
    return said(lang) if callable(said) else value


def message(text: str, **values: object) -> Message:
    """A sentence whose `%(name)s` places take the given values."""
    return Message(text, tuple(values.items()))


def verbatim(text: str) -> Message:
    """What another program said, on one line, as it said it."""
    return Message(" ".join(text.split()).replace("%", "%%"))


def counted(text: str, plural: str, count: int, **values: object) -> Message:
    """A sentence in which a number decides the form of a word; `%(count)s` is that number."""
    return Message(text, (("count", count), *values.items()), plural, count)


def reader_language(environ: Mapping[str, str] = os.environ) -> str:
    """The language of whoever runs a command: LANGUAGE, else the locale, else English.

    `--lang` of a command sets LANGUAGE (the variable that GNU gettext reads first).
    """
    names = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    wished = next((environ[name] for name in names if environ.get(name)), "")
    codes = (re.split(r"[_.@-]", name)[0].lower() for name in wished.split(":"))
    return next((code for code in codes if code in catalog_languages()), SOURCE_LANGUAGE)
