"""Whether the words of a phrase stand in a slug, which is written in Latin letters."""

from functools import lru_cache

from plugins.keywords.phrases import Phrase
from plugins.language.slugs import slug_of
from plugins.words.russian import all_forms

COMMON_BEGINNING = 2


def in_slug(phrase: Phrase, slug: str, lang: str) -> str:
    """The part of a slug that is the phrase in any form; empty where it is not there."""
    parts = slug.split("-")
    size = len(phrase.words)
    for at in range(len(parts) - size + 1 if size else 0):
        run = parts[at : at + size]
        if all(_fits(w.form, part, lang) for w, part in zip(phrase.words, run, strict=True)):
            return "-".join(run)
    return ""


def _fits(form: str, part: str, lang: str) -> bool:
    written = slug_of(form)
    if part == written:
        return True
    if part[:COMMON_BEGINNING] != written[:COMMON_BEGINNING] or lang != "ru":
        return False
    return part in _slugs(form)


@lru_cache(maxsize=1 << 12)
def _slugs(form: str) -> frozenset[str]:
    return frozenset(slug_of(other) for other in all_forms(form))
