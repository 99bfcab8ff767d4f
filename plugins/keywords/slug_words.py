"""Whether the words of a phrase stand in a slug, which is written in Latin letters."""

from functools import lru_cache

from plugins.keywords.phrases import Phrase, Phrases
from plugins.language.slugs import slug_of
from plugins.words.russian import all_forms

COMMON_BEGINNING = 2


def phrases_near(slug: str, phrases: Phrases) -> tuple[Phrase, ...]:
    """The phrases that a slug may hold: one of its parts begins as their first word does."""
    index = _by_beginning(phrases)
    beginnings = {part[:COMMON_BEGINNING] for part in slug.split("-")}
    return tuple(phrase for beginning in sorted(beginnings) for phrase in index.get(beginning, ()))


@lru_cache(maxsize=4)
def _by_beginning(phrases: Phrases) -> dict[str, list[Phrase]]:
    found: dict[str, list[Phrase]] = {}
    for phrase in phrases.all:
        if phrase.words:
            written = _slug_of(phrase.words[0].form)
            found.setdefault(written[:COMMON_BEGINNING], []).append(phrase)
    return found


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
    written = _slug_of(form)
    if part == written:
        return True
    if part[:COMMON_BEGINNING] != written[:COMMON_BEGINNING] or lang != "ru":
        return False
    return part in _slugs(form)


@lru_cache(maxsize=1 << 14)
def _slug_of(form: str) -> str:
    return slug_of(form)


@lru_cache(maxsize=1 << 12)
def _slugs(form: str) -> frozenset[str]:
    return frozenset(slug_of(other) for other in all_forms(form))
