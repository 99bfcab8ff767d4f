"""Loose occurrences: all words of a phrase in one sentence, in any order, not as a run."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from plugins.keywords.matching import Match
from plugins.keywords.phrases import Phrase, Phrases, PhraseWord
from plugins.words.analysis import readings_of
from plugins.words.readings import Key, keys
from plugins.words.tokens import Token, tokens

_END = re.compile(r"[.!?…]+[»”\"')\]]*(?=\s+[^\sа-яёa-z])|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
FUNCTION_WORDS = frozenset({"PREP", "CONJ", "PRCL"})


@dataclass(frozen=True, slots=True)
class LooseMatch:
    """A phrase whose words all stand in the sentence `text[start:end]`, but not as a run."""

    phrase: int
    start: int
    end: int


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Places of the sentences of a text; a line break ends one as well."""
    start = 0
    for found in [*_END.finditer(text), None]:
        end = found.end() if found else len(text)
        sentence = text[start:end]
        if sentence.strip():
            yield end - len(sentence.lstrip()), start + len(sentence.rstrip())
        start = end


def loose_matches(text: str, phrases: Phrases, runs: Iterable[Match]) -> list[LooseMatch]:
    """Sentences that hold all significant words of a phrase, but none of its `runs`."""
    index = _index(phrases)
    taken = sorted((run.start, run.phrase) for run in runs)
    words = tokens(text)
    found = []
    for start, end in sentences(text):
        first, last = bisect_left(taken, (start, -1)), bisect_left(taken, (end, -1))
        here = {phrase for _, phrase in taken[first:last]}
        first, last = bisect_left(words, start, key=_start), bisect_left(words, end, key=_start)
        forms = (token.form for token in words[first:last])
        found += [LooseMatch(p, start, end) for p in index.near(forms) if p not in here]
    return found


def _start(token: Token) -> int:
    return token.start


class _WordIndex:
    """The significant words of phrases that have several, found by the forms of a sentence."""

    def __init__(self, phrases: Phrases) -> None:
        self.lang = phrases.lang
        self._needed = {
            phrase.index: frozenset(words)
            for phrase in phrases.all
            if not phrase.quoted and len(words := _significant(phrase, phrases.lang)) > 1
        }
        self._by_key: dict[Key | str, set[PhraseWord]] = {}
        self._by_word: dict[PhraseWord, list[int]] = {}
        self._words: dict[str, frozenset[PhraseWord]] = {}
        for index, needed in self._needed.items():
            self._by_word.setdefault(max(needed, key=_rarity), []).append(index)
            for word in needed:
                self._by_key.setdefault(word.form, set()).add(word)
                for key in word.keys:
                    self._by_key.setdefault(key, set()).add(word)

    def near(self, forms: Iterable[str]) -> list[int]:
        """The phrases, by index, all of whose words are among these forms."""
        seen: set[PhraseWord] = set()
        for form in forms:
            seen |= self._words_of(form)
        near = (index for word in seen for index in self._by_word.get(word, ()))
        return sorted(index for index in near if self._needed[index] <= seen)

    def _words_of(self, form: str) -> frozenset[PhraseWord]:
        if form not in self._words:
            names: set[Key | str] = {form, *keys(readings_of(form, self.lang))}
            words = (self._by_key.get(name, ()) for name in names)
            self._words[form] = frozenset(word for some in words for word in some)
        return self._words[form]


def _rarity(word: PhraseWord) -> tuple[int, str]:
    """The longest word of a phrase is the rarest, by and large."""
    return len(word.form), word.form


@lru_cache(maxsize=4)
def _index(phrases: Phrases) -> _WordIndex:
    return _WordIndex(phrases)


def _significant(phrase: Phrase, lang: str) -> list[PhraseWord]:
    return [word for word in phrase.words if not _is_function_word(word.form, lang)]


def _is_function_word(form: str, lang: str) -> bool:
    readings = readings_of(form, lang)
    return all(reading.grammemes & FUNCTION_WORDS for reading in readings)
