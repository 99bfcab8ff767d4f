"""Where phrases stand in a text: runs of their words in any form."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from plugins.keywords.phrases import Phrase, Phrases, fits
from plugins.words.analysis import readings_of
from plugins.words.context import words_here
from plugins.words.readings import Key, keys
from plugins.words.tokens import Token, tokens


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase, by its place in the list, at `text[start:end]`; exact if just as written."""

    phrase: int
    start: int
    end: int
    exact: bool


def matches(text: str, phrases: Phrases) -> list[Match]:
    """Every place of every phrase, in the order of the text."""
    words = tokens(text)
    found: list[Match] = []
    for at, word in enumerate(words):
        for phrase in phrases.beginning(word.form):
            if _stands(phrase, text, words, at, phrases.lang):
                run = words[at : at + len(phrase.words)]
                exact = phrase.exact([token.form for token in run])
                found.append(Match(phrase.index, word.start, run[-1].end, exact))
    return found


def _stands(phrase: Phrase, text: str, words: Sequence[Token], at: int, lang: str) -> bool:
    """Whether a phrase that may begin with the word here does stand here."""
    if len(phrase.words) == 1:
        return phrase.quoted or _is_word(phrase, text, words, at, lang)
    if at + len(phrase.words) > len(words):
        return False
    for word in phrase.words[1:]:
        at += 1
        token = words[at]
        if not token.joined:
            return False
        if word.form != token.form and (phrase.quoted or not fits(word, token.form, lang)):
            return False
    return True


def _is_word(phrase: Phrase, text: str, words: Sequence[Token], at: int, lang: str) -> bool:
    """A single word has no neighbours in the phrase to tell homonyms by: the sentence does."""
    wanted = phrase.words[0].keys
    if lang != "ru" or not _is_ambiguous(words[at].form, wanted):
        return True
    return not wanted.isdisjoint(words_here(text, words, at))


@lru_cache(maxsize=1 << 16)
def _is_ambiguous(form: str, wanted: frozenset[Key]) -> bool:
    """Whether a form that may be the wanted word may be another as well."""
    known = keys(readings_of(form))
    return not (wanted >= known or wanted.isdisjoint(known))
