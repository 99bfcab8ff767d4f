"""Words that no dictionary or table knows, where an ending or a known part leaves no doubt."""

import re
from collections.abc import Callable
from dataclasses import replace

from plugins.words.animacy import is_thing
from plugins.words.chinese import chinese_name
from plugins.words.compound_parts import FIRST_PARTS
from plugins.words.declension import Nominal, Slot, dictionary_readings
from plugins.words.modelled import like
from plugins.words.new_words import SUFFIXES, SUFFIXES_OF_BOTH

_SHORTEST = 4
_STEM = 3
_HALF = re.compile("пол-?([а-яё]{3,})")


def guessed_readings(word: str, case: str) -> tuple[Nominal, ...]:
    """The reading of an unknown word (small letters) in a case; none where nothing is sure."""
    if found := _by_second_part(word, case):
        return found
    if case != "nomn":
        return ()
    return _by_suffix(word) or tuple(name for name in (chinese_name(word),) if name)


def half(word: str) -> tuple[Nominal, ...]:
    """Half of something, by its genitive: полдня, полудня; none if the word is not such a half."""
    found = _HALF.fullmatch(word)
    wholes = dictionary_readings(found[1], "gent") if found else ()
    nouns = [n for n in wholes if (n.kind, n.number) == ("noun", "sing")]
    if not found or not nouns or nouns[0].animate:
        return ()

    def form(slot: Slot) -> str | None:
        if slot.case in ("nomn", "accs"):
            return word
        whole = nouns[0].form(slot._replace(number="sing"))
        return f"полу{whole}" if whole and slot.number == "sing" else None

    return (Nominal("noun", "sing", "", False, nouns[0].marks - {"gent"}, form),)


def _by_second_part(word: str, case: str) -> tuple[Nominal, ...]:
    """A word that joins another to a known noun: кофемашина, керамогранит, шлифмашина."""
    for at in range(_SHORTEST - 1, len(word) - _SHORTEST + 1):
        first, last = word[:at], word[at:]
        if first[-1] not in "оеи" and first not in FIRST_PARTS:
            continue
        nouns = [n for n in dictionary_readings(last, case) if n.kind == "noun"]
        if nouns and not nouns[0].marks & {"Name", "Surn", "Abbr"}:
            return tuple(replace(n, form=_after(first, n)) for n in nouns[:1])
    return ()


def _after(first: str, noun: Nominal) -> Callable[[Slot], str | None]:
    def form(slot: Slot) -> str | None:
        found = noun.form(slot)
        return None if found is None else first + found

    return form


def _by_suffix(word: str) -> tuple[Nominal, ...]:
    """A word whose ending leaves no doubt: лизинг, -изация; of -тель, all but the accusative."""
    ending = next((word[at:] for at in range(_STEM, len(word)) if _is_suffix(word[at:])), "")
    if not ending:
        return ()
    if model := SUFFIXES.get(ending):
        return (like(word, model),)
    if is_thing(word, known=False):
        return (like(word, SUFFIXES_OF_BOTH[ending]),)
    return (_of_both(like(word, SUFFIXES_OF_BOTH[ending])),)


def _is_suffix(ending: str) -> bool:
    return ending in SUFFIXES or ending in SUFFIXES_OF_BOTH


def _of_both(noun: Nominal) -> Nominal:
    """A noun that may be a person or a thing: no form where the two differ."""

    def form(slot: Slot) -> str | None:
        differ = slot.number == "plur" or noun.gender == "masc"
        return None if slot.case == "accs" and differ else noun.form(slot)

    return replace(noun, form=form)
