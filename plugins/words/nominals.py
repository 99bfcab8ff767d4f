"""Every reading of a word that declines: by the dictionary, by tables, by an ending, by a part."""

from dataclasses import replace
from functools import lru_cache, partial

from plugins.words.animacy import PEOPLE, is_living, is_thing
from plugins.words.declension import (
    CASES,
    NAMES,
    Nominal,
    Slot,
    cases_of,
    classes,
    dictionary_readings,
    parses,
)
from plugins.words.irregular import HALVES, LEMMAS, PLURALS, WITHOUT_PLURAL
from plugins.words.modelled import own_readings
from plugins.words.unknown import guessed_readings, half
from plugins.words.vocabulary import Vocabulary

_POSSESSIVE = {"gent": "а", "datv": "у", "ablt": "ым", "loct": "ом"}


@lru_cache(maxsize=1 << 14)
def readings(word: str, known: Vocabulary, case: str = "nomn") -> tuple[Nominal, ...]:
    """Every reading of a word (small letters, no hyphens parted) in a case, the best first."""
    own = own_readings(word, known, case)
    found = own or _of_half(word, case) or dictionary_readings(word, case)
    if not found and not _is_known(word):
        found = guessed_readings(word, case)
    found = tuple(_corrected(nominal, word, known) for nominal in found)
    possessive = _possessive(word) if case == "nomn" and not own else ()
    people = tuple(_person(n) for n in found if _is_person(n))
    return (*people[:1], *sorted(found, key=partial(_rank, word=word)), *possessive)


def _of_half(word: str, case: str) -> tuple[Nominal, ...]:
    """Readings of полдня, пол-литра and others that the dictionary does not decline well."""
    if case != "nomn" or not word.startswith("пол"):
        return ()
    lacking = all(n.form(Slot("gent", n.number)) is None for n in dictionary_readings(word))
    return half(word) if lacking or "-" in word or word in HALVES else ()


def _is_known(word: str) -> bool:
    return any(parse.is_known for parse in parses(word))


def _is_person(nominal: Nominal) -> bool:
    """Whether an adjective or a participle may be a man, or people: служащий, самозанятые."""
    if nominal.kind == "noun" or nominal.gender in ("femn", "neut"):
        return False
    return nominal.form(Slot("nomn", "sing", "masc")) in PEOPLE


def _person(participle: Nominal) -> Nominal:
    def form(slot: Slot) -> str | None:
        return participle.form(slot._replace(gender="masc", animate=True))

    return replace(participle, kind="noun", animate=True, form=form)


def _rank(nominal: Nominal, word: str) -> tuple[bool, bool, bool]:
    """What comes last: names of people, rarer words, дух in духи."""
    lemma = LEMMAS.get(word)
    return (
        bool(nominal.marks & NAMES),
        lemma is not None and nominal.form(Slot("nomn", "sing")) != lemma,
        "Pltm" not in nominal.marks,
    )


def _corrected(nominal: Nominal, word: str, known: Vocabulary) -> Nominal:
    """The reading with the forms that owners and the table of plurals give."""
    if nominal.kind != "noun":
        return nominal
    singular = nominal.form(Slot("nomn", "sing")) or word
    nominal = _as_living_or_thing(nominal, singular)
    plural = dict(zip(CASES, PLURALS.get(singular, "").split(), strict=False))
    single = singular in WITHOUT_PLURAL

    def form(slot: Slot) -> str | None:
        if own := known.forms.get((word, slot.case, slot.number)):
            return own
        if slot.number == "plur" and (plural or single):
            return plural.get(slot.case)
        return nominal.form(slot)

    if not (plural or single or any(lemma == word for lemma, _, _ in known.forms)):
        return nominal
    return replace(nominal, form=form)


def _as_living_or_thing(noun: Nominal, singular: str) -> Nominal:
    """The noun with the accusative of what it means here: a person or a thing."""
    thing = noun.animate and is_thing(singular, _is_known(singular))
    if not thing and (noun.animate or not is_living(singular)):
        return noun
    source = "nomn" if thing else "gent"

    def form(slot: Slot) -> str | None:
        differ = slot.number == "plur" or noun.gender == "masc"
        return noun.form(slot._replace(case=source) if slot.case == "accs" and differ else slot)

    return replace(noun, animate=not thing, form=form)


def _possessive(word: str) -> tuple[Nominal, ...]:
    """Матвеев (Курган), Столешников (переулок): an adjective that looks like a surname."""
    if not word.endswith(("ов", "ев", "ёв", "ин", "ын")) or "NOUN" not in classes(word):
        return ()
    if not any("Surn" in n.marks for n in dictionary_readings(word)):
        return ()

    def form(slot: Slot) -> str:
        return word + (
            "а" if slot.case == "accs" and slot.animate else _POSSESSIVE.get(slot.case, "")
        )

    return (Nominal("adjective", "sing", "masc", False, frozenset({"Poss"}), form),)


def can_be_governed(word: str) -> bool:
    """Whether a word may stand in a case other than nominative and accusative."""
    return bool(cases_of(word) - {"nomn", "accs", "voct"})
