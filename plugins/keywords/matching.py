"""Where phrases stand in a text: runs of their words in any form."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from plugins.keywords.phrases import Phrase, Phrases, fits
from plugins.words.analysis import readings_of
from plugins.words.context import shares_here, words_here
from plugins.words.readings import Key, keys
from plugins.words.tokens import Token, forms, tokens

# A form just as typed is the phrase, if only by a tenth: people look for what they see
AS_TYPED = 0.1


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase, by its place in the list, at `text[start:end]`; exact if just as written."""

    phrase: int
    start: int
    end: int
    exact: bool


def matches(text: str, phrases: Phrases) -> list[Match]:
    """Every place of every phrase, in the order of the text, the longer of two first."""
    words = tokens(text)
    found: list[Match] = []
    for at, word in enumerate(words):
        for phrase in phrases.anchored(word.form):
            first = at - phrase.anchor
            if _stands(phrase, text, words, first, phrases.lang):
                run = words[first : first + len(phrase.words)]
                exact = phrase.exact([token.form for token in run])
                found.append(Match(phrase.index, run[0].start, run[-1].end, exact))
    return sorted(found, key=_place)


def may_match(text: str, phrases: Phrases) -> bool:
    """Whether words that may be those of a phrase stand side by side: a quick look, no more."""
    words = forms(text)
    for at, form in enumerate(words):
        for phrase in phrases.anchored(form):
            first = at - phrase.anchor
            run = words[first : first + len(phrase.words)] if first >= 0 else []
            if len(run) == len(phrase.words) and _may_be(phrase, run, phrases.lang):
                return True
    return False


def _may_be(phrase: Phrase, run: Sequence[str], lang: str) -> bool:
    for word, form in zip(phrase.words, run, strict=True):
        if word.form != form and not fits(word, form, lang):
            return False
    return True


def _place(match: Match) -> tuple[int, int, int]:
    return match.start, -match.end, match.phrase


def _stands(phrase: Phrase, text: str, words: Sequence[Token], first: int, lang: str) -> bool:
    """Whether a phrase whose anchor may stand in its place does begin with this word."""
    if len(phrase.words) == 1:
        return phrase.quoted or _is_word(phrase, text, words, first, lang)
    if first < 0 or first + len(phrase.words) > len(words):
        return False
    for offset, word in enumerate(phrase.words):
        token = words[first + offset]
        if offset and not token.joined:
            return False
        if word.form != token.form and (phrase.quoted or not fits(word, token.form, lang)):
            return False
    return True


def _is_word(phrase: Phrase, text: str, words: Sequence[Token], at: int, lang: str) -> bool:
    """A single word has no neighbours in the phrase to tell homonyms by: the sentence does."""
    wanted = phrase.words[0].keys
    if lang != "ru" or not _is_ambiguous(words[at].form, wanted):
        return True
    if not wanted.isdisjoint(words_here(text, words, at)):
        return True
    if words[at].form != phrase.words[0].form:
        return False
    here = shares_here(text, words, at)
    return sum(here.get(key, 0.0) for key in wanted) >= AS_TYPED


@lru_cache(maxsize=1 << 16)
def _is_ambiguous(form: str, wanted: frozenset[Key]) -> bool:
    """Whether a form that may be the wanted word may be another as well."""
    known = keys(readings_of(form))
    return not (wanted >= known or wanted.isdisjoint(known))
