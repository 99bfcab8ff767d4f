"""Readings of a Russian form by pymorphy3, its lemmas corrected where it joins too much."""

import re
from functools import lru_cache
from typing import Any

from plugins.words.analyzer import analyzer
from plugins.words.readings import GUESSED, Key, Reading, Readings, WordClass, itself

LONGEST = 60
_CYRILLIC = re.compile("[а-я]")
_PARTICIPLE_ENDING = re.compile(
    "(?:[ыи]й|ая|[ое]е|[ыи]е|[ое]го|[ое]му|[ыио]м|ем|[ое]й|[ое]ю|ую|[ыи]х|[ыи]ми)(ся)?$"
)
_CLASSES: dict[str, WordClass] = {
    "NOUN": "noun",
    "ADJF": "adjective",
    "Supr": "adjective",
    "ADJS": "adjective",
    "COMP": "adjective",
    "PRTF": "adjective",
    "PRTS": "adjective",
    "VERB": "verb",
    "INFN": "verb",
    "GRND": "verb",
    "ADVB": "adverb",
    "NPRO": "pronoun",
    "NUMR": "numeral",
}


def russian_readings(form: str) -> Readings:
    """What pymorphy3 makes of a folded form; a word without Cyrillic letters is itself."""
    if form.isdigit():
        return itself(form, "numeral")
    if len(form) > LONGEST or not _CYRILLIC.search(form):
        return itself(form)
    known = _is_known(form)
    found = []
    for parse in analyzer().parse(form):
        part, grammemes = _part_of_speech(parse.tag.grammemes, known)
        found.append(Reading(_key(parse, part), parse.score, grammemes))
    return tuple(found) or itself(form)


def key_of(parse: Any) -> Key:
    """Dictionary form and word class of a parse of pymorphy3."""
    return _key(parse, _part_of_speech(parse.tag.grammemes, True)[0])


def _key(parse: Any, part: str) -> Key:
    word_class = _CLASSES.get(part, "other")
    if part in ("PRTF", "PRTS"):
        return Key(_participle(parse.word.replace("ё", "е"), part == "PRTS"), word_class)
    if part == "Supr":
        return Key(f"{parse.word[: parse.word.rindex('ш')]}ший", word_class)
    return Key(parse.normal_form.replace("ё", "е"), word_class)


@lru_cache(maxsize=1 << 12)
def _part_of_speech(grammemes: frozenset[str], known: bool) -> tuple[str, frozenset[str]]:
    """The part of speech, superlatives apart, and the grammemes with GUESSED for unknown words."""
    part = next((name for name in _CLASSES if name in grammemes), "")
    if part == "ADJF" and "Supr" in grammemes:
        part = "Supr"
    return part, grammemes if known else grammemes | {GUESSED}


def _is_known(form: str) -> bool:
    """Whether the dictionary has the word, or all parts of a compound."""
    return all(analyzer().word_is_known(part) for part in form.split("-"))


def _participle(form: str, short: bool) -> str:
    """The nominative of a participle, long or short, in the masculine singular."""
    ending = None if short else _PARTICIPLE_ENDING.search(form)
    if ending is None:
        stem = form.rstrip("аоы")
        return f"{stem}{'н' if stem.endswith('н') else ''}ый"
    stem = form[: ending.start()]
    return f"{stem}{'ий' if stem.endswith(('щ', 'ш')) else 'ый'}{ending[1] or ''}"


def all_forms(form: str) -> frozenset[str]:
    """Every form of the words that a form may belong to."""
    if len(form) > LONGEST or not _CYRILLIC.search(form):
        return frozenset({form})
    parses = analyzer().parse(form)
    return frozenset(other.word for parse in parses for other in parse.lexeme) | {form}
