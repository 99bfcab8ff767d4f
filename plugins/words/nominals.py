"""Every reading of a word that declines: by the dictionary, by tables, by an ending, by a part."""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache, partial

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
from plugins.words.irregular import INANIMATE, LEMMAS, LIKE, PEOPLE, PLURALS, SUFFIXES, UNCHANGING
from plugins.words.letters import shared_start
from plugins.words.vocabulary import STAYS, Vocabulary

_SHORTEST = 4
_POSSESSIVE = {"gent": "а", "datv": "у", "ablt": "ым", "loct": "ом"}


@lru_cache(maxsize=1 << 14)
def readings(word: str, known: Vocabulary, case: str = "nomn") -> tuple[Nominal, ...]:
    """Every reading of a word (small letters, no hyphens parted) in a case, the best first."""
    own = _by_model(word, known, case)
    found = own or dictionary_readings(word, case)
    if not found and not any(parse.is_known for parse in parses(word)):
        found = _by_second_part(word, case) or _by_suffix(word, case)
    found = tuple(_corrected(nominal, word, known) for nominal in found)
    possessive = _possessive(word) if case == "nomn" and not own else ()
    people = tuple(_person(n) for n in found) if word in PEOPLE else ()
    return (*sorted(found, key=partial(_rank, word=word)), *possessive, *people[:1])


def _person(participle: Nominal) -> Nominal:
    def form(slot: Slot) -> str | None:
        return participle.form(slot._replace(gender="masc", animate=True))

    return replace(participle, kind="noun", animate=True, form=form)


def _rank(nominal: Nominal, word: str) -> tuple[bool, bool, bool, bool]:
    """What comes last: names of people, people whose thing is meant, rarer words, дух in духи."""
    lemma = LEMMAS.get(word)
    return (
        bool(nominal.marks & NAMES),
        nominal.animate and word.rpartition("-")[2] in INANIMATE,
        lemma is not None and nominal.form(Slot("nomn", "sing")) != lemma,
        "Pltm" not in nominal.marks,
    )


def _by_model(word: str, known: Vocabulary, case: str) -> tuple[Nominal, ...]:
    if known.like.get(word) == STAYS or (word in UNCHANGING and word not in known.like):
        return (_fixed(word),)
    if any(lemma == word for lemma, _, _ in known.forms) and case == "nomn":
        return _listed(word, known)
    found = _modelled(known).get((word, case), ())
    return tuple(_like(lemma, model, number) for lemma, model, number in found)


def is_own(word: str, known: Vocabulary) -> bool:
    """Whether a table has the word (small letters), so that no rule is needed."""
    listed = any(lemma == word for lemma, _, _ in known.forms)
    return listed or bool(_by_model(word, known, "nomn"))


def _listed(word: str, known: Vocabulary) -> tuple[Nominal, ...]:
    numbers = sorted({number for lemma, _, number in known.forms if lemma == word}, reverse=True)
    base = dictionary_readings(word) or _by_suffix(word, "nomn")
    if base:
        return base
    none = frozenset[str]()
    return tuple(Nominal("noun", number, "", False, none, lambda _: None) for number in numbers)


def _fixed(word: str) -> Nominal:
    return Nominal("noun", "sing", "", False, frozenset({"Fixd"}), lambda _: word)


@lru_cache(maxsize=8)
def _modelled(known: Vocabulary) -> dict[tuple[str, str], tuple[tuple[str, str, str], ...]]:
    """New words by their forms (form, case): lemma, model and number."""
    found: dict[tuple[str, str], list[tuple[str, str, str]]] = {}
    for lemma, model in {**LIKE, **known.like}.items():
        if model == STAYS or not dictionary_readings(model):
            continue
        for number in ("sing", "plur"):
            nominal = _like(lemma, model, number)
            for case in ("nomn", "gent"):
                if form := nominal.form(Slot(case, number)):
                    found.setdefault((form, case), []).append((lemma, model, number))
    return {form: tuple(words) for form, words in found.items()}


def _like(word: str, model: str, number: str) -> Nominal:
    """A new word that takes the endings of a known one."""
    known = dictionary_readings(model)[0]
    pairs = ((case, n) for n in ("sing", "plur") for case in CASES)
    forms = {pair: found for pair in pairs if (found := known.form(Slot(*pair, known.gender)))}
    stem = shared_start(forms.values())
    base = word[: len(word) + len(stem) - len(model)]

    def form(slot: Slot) -> str | None:
        found = forms.get((slot.case, slot.number))
        return None if found is None else _spelled(base, found[len(stem) :])

    return Nominal(known.kind, number, known.gender, known.animate, known.marks, form)


def _spelled(base: str, ending: str) -> str:
    """кэшбэк like завод: кэшбэки, for ы never follows к."""
    hard = base.endswith(tuple("гкхжчшщ")) and ending.startswith("ы")
    return base + ("и" + ending[1:] if hard else ending)


def _by_suffix(word: str, case: str) -> tuple[Nominal, ...]:
    """An unknown word whose ending leaves no doubt: лизинг, -изация, -сервис."""
    models = [m for end, m in SUFFIXES.items() if word.endswith(end) and len(word) > len(end) + 2]
    return (_like(word, models[0], "sing"),) if models and case == "nomn" else ()


def _by_second_part(word: str, case: str) -> tuple[Nominal, ...]:
    """An unknown word that joins another to a known noun: кофемашина, керамогранит."""
    for at in range(_SHORTEST - 1, len(word) - _SHORTEST + 1):
        first, last = word[:at], word[at:]
        nouns = [n for n in dictionary_readings(last, case) if n.kind == "noun"]
        if first[-1] in "оеи" and nouns and not nouns[0].marks & {"Name", "Surn", "Abbr"}:
            return tuple(replace(n, form=_after(first, n)) for n in nouns[:1])
    return ()


def _after(first: str, noun: Nominal) -> Callable[[Slot], str | None]:
    def form(slot: Slot) -> str | None:
        found = noun.form(slot)
        return None if found is None else first + found

    return form


def _corrected(nominal: Nominal, word: str, known: Vocabulary) -> Nominal:
    """The reading with the forms that owners and the table of plurals give."""
    if nominal.kind != "noun":
        return nominal
    singular = nominal.form(Slot("nomn", "sing")) or word
    plural = dict(zip(CASES, PLURALS.get(singular, "").split(), strict=False))

    def form(slot: Slot) -> str | None:
        own = known.forms.get((word, slot.case, slot.number))
        listed = plural.get(slot.case) if slot.number == "plur" else None
        return own or listed or nominal.form(slot)

    if not plural and not any(lemma == word for lemma, _, _ in known.forms):
        return nominal
    return Nominal("noun", nominal.number, nominal.gender, nominal.animate, nominal.marks, form)


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
