"""The words of a phrase that decline together: a head word and what agrees with it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from plugins.words.compound_parts import ATTRIBUTES
from plugins.words.compounds import word_readings
from plugins.words.declension import NAMES, PLACE, Nominal, cases_of, classes
from plugins.words.nominals import can_be_governed
from plugins.words.vocabulary import SHIPPED, Vocabulary

_QUOTED = r"«[^»]*»|\"[^\"]*\"|“[^”]*”|„[^“]*“|\([^)]*\)"
_PIECES = re.compile(_QUOTED + r"|\b[а-яА-Я]/[а-яА-Я]+|[^\s«»\"“”„(),;:—–/]+|\S")
_RUSSIAN = re.compile(r"(?:[\w+&.]+-)*[а-яё]+(?:-[а-яё]+)*", re.IGNORECASE)
_BESIDE = frozenset({"ADVB", "PRCL", "CONJ", "PRED", "COMP"})
_OBJECTS = frozenset({"NOUN", "NPRO"})
_TOWN = frozenset({"г.", "гор."})
LONGEST_INITIALS = 6


class Piece(NamedTuple):
    """A word, a number, a quoted name or a mark of a phrase, and its place."""

    text: str
    start: int
    known: Vocabulary = SHIPPED

    @property
    def lower(self) -> str:
        """The piece in small letters."""
        return self.text.lower()

    @property
    def is_initials(self) -> bool:
        """Whether it is a short word in capitals that no dictionary knows: СДЭК, ВТБ."""
        short = self.text.isupper() and 1 < len(self.text) <= LONGEST_INITIALS
        return short and not word_readings(self.lower, self.known)

    @property
    def declines(self) -> bool:
        """Whether it ends in a Russian word: it is not Latin, a number or a quoted name."""
        return bool(_RUSSIAN.fullmatch(self.text)) and not self.is_initials


@dataclass(frozen=True, eq=False)
class Group:
    """A head and the words that decline with it, by index; `end` is the index after the last."""

    head: Nominal
    words: dict[int, Nominal]
    end: int


def pieces(phrase: str, known: Vocabulary = SHIPPED) -> list[Piece]:
    """The pieces of a phrase in order."""
    return [Piece(found[0], found.start(), known) for found in _PIECES.finditer(phrase)]


def group_at(
    words: Sequence[Piece], start: int, known: Vocabulary, case: str = "nomn"
) -> Group | None:
    """The group that begins at a word: its head is the last noun with which all before agree."""
    modifiers: dict[int, list[Nominal]] = {}
    head: tuple[int, Nominal] | None = None
    at = start
    while 0 < at + 1 <= len(words):
        found = [] if _is_attribute(words, at) else _readings(words[at], known, case)
        nouns = [n for n in found if n.kind == "noun" and _fits(n, modifiers.values(), case)]
        adjectives = [n for n in found if n.kind == "adjective"]
        if nouns:
            head = at, _best(nouns, words, at)
        if adjectives:
            modifiers[at] = adjectives
        elif head:
            break
        at = at + 1 if adjectives else _past(words, at, bool(modifiers))
    return _group(head, modifiers, case)


def _readings(word: Piece, known: Vocabulary, case: str) -> list[Nominal]:
    if not word.declines or "PREP" in classes(word.lower):
        return []
    if len(word.text) < 3 and "CONJ" in classes(word.lower):
        return []
    found = list(word_readings(word.lower, known, case))
    if case != "nomn":
        found += [
            n
            for n in word_readings(word.lower, known)
            if n.kind == "adjective" and n.number == "plur"
        ]
    return found


def _is_attribute(words: Sequence[Piece], at: int) -> bool:
    """Whether a word stands before another like a prefix: экспресс доставка, онлайн касса."""
    word = words[at].lower
    if at + 1 == len(words) or not words[at + 1].declines:
        return False
    if "PREP" in classes(words[at + 1].lower):
        return False
    known = words[at].known
    following = word_readings(words[at + 1].lower, known)
    if word in ATTRIBUTES:
        return bool(following)
    common = any(n.kind == "noun" and PLACE not in n.marks for n in following)
    own = [n for n in word_readings(word, known) if n.kind == "noun"]
    fixed = bool(own) and "Fixd" in own[0].marks
    return fixed and common and not can_be_governed(words[at + 1].lower)


def _fits(noun: Nominal, modifiers: Iterable[Sequence[Nominal]], case: str) -> bool:
    return all(any(agree(a, noun, case) for a in adjectives) for adjectives in modifiers)


def agree(adjective: Nominal, noun: Nominal, case: str = "nomn") -> bool:
    """Whether an adjective may belong to a noun; after a number (`gent`): два больших стола."""
    if "Poss" in adjective.marks and noun.animate:
        return False
    if case != "nomn" and adjective.number == "plur":
        return True
    if adjective.number != noun.number:
        return False
    return noun.number == "plur" or not noun.gender or noun.gender in ("ms-f", adjective.gender)


def _best(nouns: Sequence[Nominal], words: Sequence[Piece], at: int) -> Nominal:
    """The place of a name in capitals, a person's before a surname, else a common word."""
    capital = words[at].text[0].isupper()
    follows = at + 1 < len(words) and names(words[at + 1])
    wanted = (NAMES if follows else {PLACE}) if capital else frozenset[str]()
    unwanted = frozenset[str]() if capital else NAMES | {PLACE}
    return min(nouns, key=lambda n: (not n.marks & wanted, bool(n.marks & unwanted)))


def names(word: Piece) -> list[Nominal]:
    """Readings of a word as a person's name in the nominative."""
    if not word.declines or not word.text[0].isupper():
        return []
    return [n for n in word_readings(word.lower, word.known) if n.marks & NAMES]


def _past(words: Sequence[Piece], at: int, in_modifier: bool) -> int:
    """The index after what may stand before a head and does not decline; -1 if it may not."""
    word = words[at]
    if word.text.endswith(".") and word.lower not in _TOWN and not in_modifier:
        return -1
    if not word.declines or _is_attribute(words, at):
        return at + 1
    if "PREP" in classes(word.lower):
        return _past_object(words, at + 1) if in_modifier else -1
    if classes(word.lower) & _BESIDE or (in_modifier and cases_of(word.lower)):
        return at + 1
    return -1


def _past_object(words: Sequence[Piece], at: int) -> int:
    while at < len(words) and classes(words[at].lower).isdisjoint(_OBJECTS):
        at += 1
    return at + 1


def _group(
    head: tuple[int, Nominal] | None, modifiers: dict[int, list[Nominal]], case: str
) -> Group | None:
    if head is None and modifiers:
        last = max(modifiers)
        head = last, modifiers[last][0]
    if head is None:
        return None
    at, noun = head
    words = {
        index: next((a for a in adjectives if agree(a, noun, case)), noun)
        for index, adjectives in modifiers.items()
        if index < at
    }
    return Group(noun, {**words, at: noun}, at + 1)
