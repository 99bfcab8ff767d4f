"""The words that a reader sees, for machines: no spaces or marks that only hold lines together."""

from functools import lru_cache

from plugins.language.typography import typeset

# A no-break hyphen is a hyphen; what has no width is nothing. Joiners of emoji stay.
_LETTERS = str.maketrans({"\u2011": "-", **dict.fromkeys("\u00ad\u200b\u2060\ufeff", "")})


def flat(text: str) -> str:
    """A text on one line, with ordinary spaces and hyphens only."""
    return " ".join(text.translate(_LETTERS).split())


@lru_cache(maxsize=1 << 13)
def plain(text: str, lang: str) -> str:
    """A text as it stands on a page of a language, its quotes and dashes set, on one line."""
    return flat(typeset(text, lang))
