"""Queries are typed in small letters; here their names get the capitals they have in a text."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from plugins.words.analysis import readings_of
from plugins.words.dictionary import shipped_words
from plugins.words.government import CASES_AFTER
from plugins.words.letters import like_written
from plugins.words.readings import Readings, is_guessed
from plugins.words.tokens import folded, tokens

# What OpenCorpora takes for a place
NO_PLACES = frozenset({"растаможка"})
VOWELS = frozenset("аеиоуыэюя")
_INSIDE = re.compile(r"(?<=[\w,] )[^\W_][\w-]*")


def names_in(texts: Iterable[str]) -> dict[str, str]:
    """Words that texts write with capitals inside sentences more often than not, by their form."""
    counts = Counter(word for text in texts for word in _INSIDE.findall(text))
    small: Counter[str] = Counter()
    written: dict[str, Counter[str]] = {}
    for word, count in counts.items():
        if word == word.lower():
            small[folded(word)] += count
        else:
            written.setdefault(folded(word), Counter())[word] += count
    return {
        form: min(words, key=lambda word: (-words[word], word))
        for form, words in written.items()
        if words.total() > small[form]
    }


def with_capitals(phrase: str, names: Mapping[str, str], lang: str = "ru") -> str:
    """A phrase with the capitals of its places, abbreviations and names; other words stay.

    A common Russian word stays small even where `names` has it: it is part of somebody's name.
    A word that no dictionary knows is written as in `names`, in capitals if it has no vowel.
    """
    for token in reversed(tokens(phrase)):
        word = phrase[token.start : token.end]
        if word == word.lower():
            written = _written(word, token.form, names, lang)
            phrase = phrase[: token.start] + written + phrase[token.end :]
    return phrase


def _written(word: str, form: str, names: Mapping[str, str], lang: str) -> str:
    if lang != "ru" or form.isascii():
        return names.get(form, word)
    readings = readings_of(form)
    lemma = readings[0].key.lemma
    if _all("Abbr", readings):
        return like_written(word, lemma.upper(), abbreviation=True)
    if is_guessed(readings):
        return names.get(form, word if VOWELS & set(form) else word.upper())
    if _all("Geox", readings) and lemma not in NO_PLACES:
        return "-".join(p if p in CASES_AFTER else p.capitalize() for p in word.split("-"))
    own = next((e.lemma for e in shipped_words() if e.lemma.lower() == lemma), lemma)
    return like_written(word, own, abbreviation=own.isupper())


def _all(grammeme: str, readings: Readings) -> bool:
    return all(grammeme in reading.grammemes for reading in readings)
