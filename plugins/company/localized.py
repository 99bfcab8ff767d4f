"""A text that stands in several languages."""

from typing import Annotated

from pydantic import ConfigDict, Field

from plugins.data_files import Record
from plugins.language.typography import typeset

Written = Annotated[str, Field(min_length=1)]


class Localized(Record):
    """The same text in Russian, in English and, where given, in further languages."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, str]

    ru: Written
    en: Written

    def in_language(self, lang: str) -> str:
        """The text in a language; in English where there is none in that language."""
        found = getattr(self, lang, None)
        return found if isinstance(found, str) else self.en


def in_language(text: Localized, lang: str) -> str:
    """The template filter `in`: a localized text in a language."""
    return text.in_language(lang)


def typeset_in(text: Localized, lang: str) -> str:
    """The same with the quotes, dashes and spaces of that language."""
    return typeset(text.in_language(lang), lang)
