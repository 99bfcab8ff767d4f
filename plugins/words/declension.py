"""Nouns and adjectives of the dictionary in any case and number; knows one word at a time."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal, NamedTuple

from plugins.words.analyzer import analyzer
from plugins.words.letters import shared_start

Kind = Literal["noun", "adjective"]
CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
NAMES = frozenset({"Name", "Surn", "Patr"})
PLACE = "Geox"
MARKED = frozenset(
    {"V-oy", "V-ey", "V-ie", "V-be", "V-en", "V-bi", "V-ej", "Infr", "Arch", "Slng", "Dist"}
    | {"Erro", "Litr", "Abbr", "Supr", "Cmp2", "Prnt", "perf", "impf", "past", "pres"}
    | {"actv", "pssv"}
)
_SURE = frozenset({"DictionaryAnalyzer", "KnownPrefixAnalyzer"})
_KINDS: dict[str, Kind] = {"NOUN": "noun", "ADJF": "adjective", "PRTF": "adjective"}
_ADJECTIVES = tuple(
    stem + end
    for stem in ("н", "ск", "в")
    for end in ("ый", "ая", "ое", "ые", "ий", "ой", "ие", "ого", "ых", "их")
)


class Slot(NamedTuple):
    """What a form is asked for by; gender and animacy matter to adjectives only."""

    case: str
    number: str
    gender: str = "masc"
    animate: bool = False


@dataclass(frozen=True, eq=False)
class Nominal:
    """One reading of a word that can decline, and its other forms (small letters, None if none).

    `gender` is empty for plurals of no gender; `marks` are the grammemes of OpenCorpora.
    """

    kind: Kind
    number: str
    gender: str
    animate: bool
    marks: frozenset[str]
    form: Callable[[Slot], str | None]


@lru_cache(maxsize=1 << 14)
def parses(word: str) -> tuple[Any, ...]:
    """All analyses of a word by pymorphy3, the likeliest first."""
    return tuple(analyzer().parse(word))


@lru_cache(maxsize=1 << 14)
def classes(word: str) -> frozenset[str]:
    """Word classes that a word may have, as OpenCorpora calls them: PREP, ADVB, NOUN ..."""
    return frozenset(str(parse.tag.POS) for parse in parses(word))


@lru_cache(maxsize=1 << 14)
def cases_of(word: str) -> frozenset[str]:
    """Cases that a word may stand in."""
    return frozenset(str(parse.tag.case) for parse in parses(word) if parse.tag.case)


@lru_cache(maxsize=1 << 14)
def dictionary_readings(word: str, case: str = "nomn") -> tuple[Nominal, ...]:
    """Readings of a word in a case that the dictionary is sure of, the likeliest first."""
    found = [
        p
        for p in parses(word)
        if str(p.tag.POS) in _KINDS and p.tag.case == case and not _is_short_adjective(p)
    ]
    return tuple(_nominal(parse) for parse in found if _is_sure(parse))


def _nominal(parse: Any) -> Nominal:
    tag = parse.tag
    return Nominal(
        _KINDS[str(tag.POS)],
        str(tag.number),
        str(tag.gender) if tag.gender and "GNdr" not in tag else "",
        tag.animacy == "anim",
        frozenset(tag.grammemes),
        lambda slot: _inflected(parse, slot),
    )


def _is_short_adjective(parse: Any) -> bool:
    """Whether the dictionary takes a word for an abbreviated adjective: порт for португальский."""
    return bool({"ADJF", "Abbr"} <= parse.tag.grammemes)


def _is_sure(parse: Any) -> bool:
    """Whether the word is known, or is a known word behind a prefix, or a regular adjective."""
    if parse.is_known:
        return True
    if all(type(method[0]).__name__ in _SURE for method in parse.methods_stack):
        return True
    return str(parse.tag.POS) == "ADJF" and parse.word.endswith(_ADJECTIVES)


def _inflected(parse: Any, slot: Slot) -> str | None:
    """The form for a slot nearest to a parse: the same style, then the same stem."""
    wanted = {slot.case, slot.number}
    if str(parse.tag.POS) != "NOUN":
        wanted |= _of_adjective(slot)
    elif parse.tag.gender and {"Surn", "Patr"} & parse.tag.grammemes and slot.number == "sing":
        wanted.add(str(parse.tag.gender))
    found = [f for f in _lexeme(parse) if wanted <= f.tag.grammemes]
    if not found:
        return None
    same_stem = str(parse.tag.POS) != "NOUN" or parse.tag.number == slot.number

    def distance(form: Any) -> tuple[int, int]:
        shared = len(shared_start([form.word, parse.word])) if same_stem else 0
        return len((form.tag.grammemes ^ parse.tag.grammemes) & MARKED), -shared

    return str(min(found, key=distance).word)


@lru_cache(maxsize=1 << 13)
def _lexeme(parse: Any) -> tuple[Any, ...]:
    return tuple(f for f in parse.lexeme if f.tag.POS == parse.tag.POS)


def _of_adjective(slot: Slot) -> set[str]:
    gender = {slot.gender or "masc"} if slot.number == "sing" else set[str]()
    if slot.case == "accs" and (slot.number == "plur" or gender == {"masc"}):
        gender.add("anim" if slot.animate else "inan")
    return gender
