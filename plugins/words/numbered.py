"""Phrases that begin with a number which governs the rest: «5 рабочих дней», «два склада»."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from plugins.words.declension import parses
from plugins.words.phrases import Group, Piece, group_at
from plugins.words.vocabulary import Vocabulary

_DIGITS = re.compile(r"[\d\s]+")
_FRACTION = re.compile(r"\d+[.,]\d+")
_SMALL = frozenset({"два", "две", "три", "четыре", "оба", "обе"})


@dataclass(frozen=True, eq=False)
class Numbered:
    """A number of so many pieces and the group in the genitive after it."""

    length: int
    group: Group

    def case_of(self, words: Sequence[Piece], case: str) -> str:
        """The case that number and group take: the accusative of two people is the genitive."""
        if case == "accs" and self.group.head.animate and words[0].lower in _SMALL:
            return "gent"
        return "nomn" if case == "accs" else case


def numbered_at(words: Sequence[Piece], known: Vocabulary) -> Numbered | None:
    """A leading number with its group; None for «21 день», whose words agree as without it."""
    length = _length(words)
    number = "".join(word.text for word in words[:length])
    if not length or (number.isdigit() and number[-1] == "1" and number[-2:] != "11"):
        return None
    group = group_at(words, length, known, "gent") if length < len(words) else None
    return Numbered(length, group) if group else None


def _length(words: Sequence[Piece]) -> int:
    """How many pieces the number has: digits or numerals, fractions are not declined here."""
    for test in (lambda word: bool(_DIGITS.fullmatch(word.text)), is_numeral):
        length = next((i for i, word in enumerate(words) if not test(word)), len(words))
        if length:
            return length
    return 0


def is_numeral(word: Piece) -> bool:
    """Whether a word is a numeral in the nominative: два, пять, несколько."""
    return bool(_numerals(word.lower))


def _numerals(word: str) -> list[Any]:
    return [p for p in parses(word) if p.tag.POS == "NUMR" and p.tag.case == "nomn"]


def numeral_form(word: str, case: str) -> str | None:
    """A numeral in another case: пять, ablt: пятью."""
    inflected = _numerals(word)[0].inflect({case})
    return None if inflected is None else str(inflected.word)
