"""Words that decline like a known word: the tables of new words and the owners' tables."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from plugins.words.declension import CASES, Nominal, Slot, dictionary_readings
from plugins.words.letters import shared_start
from plugins.words.new_words import ABBREVIATIONS, LIKE, UNCHANGING
from plugins.words.vocabulary import STAYS, Vocabulary

Models = Mapping[tuple[str, str], tuple[tuple[str, str, str], ...]]


def own_readings(word: str, known: Vocabulary, case: str = "nomn") -> tuple[Nominal, ...]:
    """Readings of a word (small letters) in a case by the tables; none if no table has it."""
    if known.like.get(word) == STAYS or (word in UNCHANGING and word not in known.like):
        return (fixed(word),)
    if any(lemma == word for lemma, _, _ in known.forms) and case == "nomn":
        return dictionary_readings(word) or _formless(word, known)
    found = _modelled(known).get((word, case), ())
    return tuple(_of_table(*entry, known) for entry in found)


def is_own(word: str, known: Vocabulary) -> bool:
    """Whether a table has the word (small letters), so that no rule is needed."""
    listed = any(lemma == word for lemma, _, _ in known.forms)
    return listed or bool(own_readings(word, known))


def fixed(word: str) -> Nominal:
    """A noun that never changes."""
    return Nominal("noun", "sing", "", False, frozenset({"Fixd"}), lambda _: word)


def like(word: str, model: str, number: str = "sing") -> Nominal:
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


def _formless(word: str, known: Vocabulary) -> tuple[Nominal, ...]:
    """A word of which only the owners' forms are known."""
    numbers = sorted({number for lemma, _, number in known.forms if lemma == word}, reverse=True)
    none = frozenset[str]()
    return tuple(Nominal("noun", number, "", False, none, lambda _: None) for number in numbers)


def _of_table(lemma: str, model: str, number: str, known: Vocabulary) -> Nominal:
    nominal = like(lemma, model, number)
    if lemma in known.initials or lemma in ABBREVIATIONS:
        return replace(nominal, marks=nominal.marks | {"Abbr"})
    return nominal


@lru_cache(maxsize=8)
def _modelled(known: Vocabulary) -> Models:
    """New words by their forms (form with and without ё, case): lemma, model and number."""
    found: dict[tuple[str, str], list[tuple[str, str, str]]] = {}
    for lemma, model in {**LIKE, **known.like}.items():
        if model == STAYS or not dictionary_readings(model):
            continue
        numbers = ("sing", "plur") if dictionary_readings(model)[0].number == "sing" else ("plur",)
        for number in numbers:
            nominal = like(lemma, model, number)
            for case in ("nomn", "gent"):
                form = nominal.form(Slot(case, number))
                for written in {form, form.replace("ё", "е")} if form else ():
                    found.setdefault((written, case), []).append((lemma, model, number))
    return {form: tuple(words) for form, words in found.items()}
