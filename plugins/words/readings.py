"""What a word form may be: its likely dictionary forms and word classes, with weights."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Literal, NamedTuple, cast

WordClass = Literal["noun", "adjective", "verb", "adverb", "pronoun", "numeral", "other"]
ACCEPTED = 0.3
GUESSED = "guessed"


class Key(NamedTuple):
    """What two forms of one word share; «печь» the stove and «печь» to bake are two keys."""

    lemma: str
    word_class: WordClass


class Reading(NamedTuple):
    """One grammatical reading of a form.

    `weight` is its share among the readings of the form; `grammemes` are those of OpenCorpora
    (nomn, plur, Name ...) and GUESSED where no dictionary knows the word.
    """

    key: Key
    weight: float
    grammemes: frozenset[str]


Readings = tuple[Reading, ...]


def itself(form: str, word_class: WordClass = "other") -> Readings:
    """The one reading of a form that has no other forms: Latin brands, numbers."""
    return (Reading(Key(form, word_class), 1.0, frozenset()),)


def keys(readings: Readings) -> frozenset[Key]:
    """Every word that a form with these readings may belong to."""
    return frozenset(reading.key for reading in readings)


def shares(readings: Iterable[Reading]) -> dict[Key, float]:
    """The share of each word among the readings; the shares make 1."""
    sums: dict[Key, float] = {}
    for reading in readings:
        sums[reading.key] = sums.get(reading.key, 0.0) + reading.weight
    total = sum(sums.values()) or 1.0
    return {key: weight / total for key, weight in sums.items()}


def accepted(weights: Mapping[Key, float]) -> frozenset[Key]:
    """The likeliest word and every other that is likely enough to count as well."""
    most = max(weights.values())
    return frozenset(key for key, share in weights.items() if share >= min(ACCEPTED, most))


def is_guessed(readings: Readings) -> bool:
    """Whether no dictionary knows the word."""
    return GUESSED in readings[0].grammemes


def written(readings: Readings) -> str:
    """Readings as one line of text, for the disk."""
    return ";".join(
        f"{key.lemma}|{key.word_class}|{weight:.4g}|{_line(grammemes)}"
        for key, weight, grammemes in readings
    )


def read(line: str) -> Readings:
    """Readings out of their line of text; ValueError where it is none."""
    return tuple(_reading(*part.split("|")) for part in line.split(";"))


def _reading(lemma: str, word_class: str, weight: str, grammemes: str) -> Reading:
    return Reading(_key(lemma, word_class), float(weight), _grammemes(grammemes))


@lru_cache(maxsize=1 << 16)
def _key(lemma: str, word_class: str) -> Key:
    return Key(lemma, cast(WordClass, word_class))


@lru_cache(maxsize=1 << 12)
def _grammemes(text: str) -> frozenset[str]:
    return frozenset(text.split())


@lru_cache(maxsize=1 << 12)
def _line(grammemes: frozenset[str]) -> str:
    return " ".join(sorted(grammemes))
