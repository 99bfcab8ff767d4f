"""Phrases that begin with a number which governs the rest: «5 рабочих дней», «два склада»."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from plugins.words.compounds import word_readings
from plugins.words.declension import Nominal, parses
from plugins.words.phrases import Group, Piece, group_at
from plugins.words.vocabulary import Vocabulary

_DIGITS = re.compile(r"[\d\s]+(?:-\d+)?")
_FRACTION = re.compile(r"\d+[.,]\d+\s")
_ONE = frozenset({"один", "одна", "одно", "одни"})
# много товаров: многих товаров; of много времени and of мало nobody is sure
_MANY = {"gent": "многих", "datv": "многим", "ablt": "многими", "loct": "многих"}
_VAGUE = frozenset({"мало", "немало", "немного"})
_SMALL = frozenset({"два", "две", "три", "четыре", "оба", "обе"})


@dataclass(frozen=True, eq=False)
class Numbered:
    """A number of so many pieces, the group in the genitive after it, adjectives before it."""

    length: int
    group: Group
    adjectives: tuple[Nominal, ...] = ()

    def case_of(self, words: Sequence[Piece], case: str) -> str:
        """The case that number and group take: the accusative of two people is the genitive."""
        number = words[len(self.adjectives)].lower
        if case == "accs" and self.group.head.animate and number in _SMALL:
            return "gent"
        return "nomn" if case == "accs" else case


def numbered_at(words: Sequence[Piece], known: Vocabulary) -> Numbered | None:
    """A leading number with its group; None for «21 день», whose words agree as without it."""
    adjectives = _adjectives(words, known)
    start = len(adjectives)
    end = start + _length(words[start:])
    number = "".join(word.text for word in words[start:end])
    if not number or (number.isdigit() and number[-1] == "1" and number[-2:] != "11"):
        return None
    group = group_at(words, end, known, "gent") if end < len(words) else None
    return Numbered(end, group, adjectives) if group else None


def _adjectives(words: Sequence[Piece], known: Vocabulary) -> tuple[Nominal, ...]:
    """Plural adjectives that the phrase begins with: первые два года, каждые 5 лет."""
    found: list[Nominal] = []
    for word in words:
        plural = (
            n
            for n in (word_readings(word.lower, known) if word.declines else ())
            if (n.kind, n.number) == ("adjective", "plur")
        )
        first = None if is_numeral(word) else next(plural, None)
        if first is None:
            break
        found.append(first)
    return tuple(found)


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


def is_fraction(phrase: str) -> bool:
    """Whether a phrase begins with a decimal fraction, which leaves the rest as it is: 1,5 года."""
    return bool(_FRACTION.match(phrase))


def before_agreeing(words: Sequence[Piece]) -> int:
    """How many numerals stand before a last one that agrees: двадцать один, двадцать первый."""
    length = next((i for i, word in enumerate(words) if not is_numeral(word)), 0)
    return length if length and _agrees(words[length].lower) else 0


def is_ordinal(word: str) -> bool:
    """Whether a word (small letters) is an ordinal: первый."""
    return word not in _ONE and any("Anum" in parse.tag for parse in parses(word))


def _agrees(word: str) -> bool:
    return word in _ONE or is_ordinal(word)


def numeral_form(word: str, case: str, head: Nominal) -> str | None:
    """A numeral in another case, before a noun: пять, ablt: пятью; None if nobody says it."""
    if word in _VAGUE or (word == "много" and head.number == "sing"):
        return None
    if word == "много":
        return _MANY.get(case)
    inflected = _numerals(word)[0].inflect({case})
    return None if inflected is None else str(inflected.word)
