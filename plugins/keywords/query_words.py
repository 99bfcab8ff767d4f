"""What each word of a query is: dictionary form, word class and number, with a share for each.

Queries are no sentences: they name things in the nominative, whatever the corpus says of a form.
«Доставки из китая» are several deliveries, in «цена доставки» there is one.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from plugins.keywords.units import parted, unit_at
from plugins.words.analysis import readings_of
from plugins.words.context import RULES
from plugins.words.government import CASES_AFTER, GENITIVE
from plugins.words.place import LONG_ADJECTIVE, Neighbour, Place, agree
from plugins.words.readings import Key, Reading, is_guessed
from plugins.words.tokens import Token, tokens

SEVERAL, ONE = "plur", "sing"
OFTEN, RATHER, RARELY, NEVER = 5.0, 2.0, 0.1, 0.005
LIKELY, UNLIKELY = 0.5, 0.1
NAMING = frozenset({"nomn", "accs"})
FUNCTION_WORDS = frozenset({"PREP", "CONJ", "PRCL"})
_ASK = "как что чем где куда откуда когда почему зачем сколько какой"
QUESTIONS = frozenset(_ASK.split())
REFUSALS = frozenset({"без", "не", "ни", "кроме"})
# «Цены» after a noun is what is asked for, not whose: «доставка из китая цены»
ASKED = frozenset({"цена"})
USED = re.compile(r"(?<!\w)б\s?[/.\\]?\s?у(?!\w)\.?")
_ENGLISH = "a an the of for in on at to from with by and or is are as into"
ENGLISH_FUNCTION_WORDS = frozenset(_ENGLISH.split())
_PLURALS = "men women children people feet teeth mice geese"
ENGLISH_PLURALS = frozenset(_PLURALS.split())


class Word(NamedTuple):
    """A word of a meaning: «смартфон» and «смартфоны» are two; `number` "" where none counts."""

    key: Key
    number: str = ""


Choices = tuple[tuple[Word, float], ...]


class QueryWord(NamedTuple):
    """A word of a query in its place, with what it may be, the likeliest first.

    `before` are the forms before it in the query, the nearest first.
    """

    form: str
    choices: Choices
    before: tuple[str, ...] = ()


def query_words(phrase: str, lang: str = "ru") -> list[QueryWord]:
    """The significant words of a phrase; all of its words where it has only function words."""
    text = phrase.lower()
    if lang == "ru":
        text = parted(USED.sub("бу", text))
    words = tokens(text)
    found = [
        QueryWord(word.form, _choices(text, words, at, lang), _before(words, at))
        for at, word in enumerate(words)
        if not is_function_word(word.form, lang) or _ends(words, at)
    ]
    return found or [QueryWord(word.form, _itself(word.form)) for word in words]


@lru_cache(maxsize=1 << 16)
def is_function_word(form: str, lang: str) -> bool:
    """Whether a form adds nothing to a meaning; questions and refusals do."""
    if lang != "ru":
        return lang == "en" and form in ENGLISH_FUNCTION_WORDS
    if form in QUESTIONS | REFUSALS or form == "бу":
        return False
    weights = (r.weight for r in readings_of(form) if r.grammemes & FUNCTION_WORDS)
    return sum(weights) > LIKELY


def _ends(words: Sequence[Token], at: int) -> bool:
    """«Витамин с»: what stands last governs nothing."""
    return at == len(words) - 1 > 0 and words[at].form in CASES_AFTER


def _before(words: Sequence[Token], at: int) -> tuple[str, ...]:
    return tuple(word.form for word in reversed(words[max(0, at - 3) : at]))


def _choices(text: str, words: Sequence[Token], at: int, lang: str) -> Choices:
    form = words[at].form
    if lang == "ru" and (unit := unit_at(words, at)):
        return ((Word(Key(unit, "noun")), 1.0),)
    if alone := _only(form, lang):
        return alone
    place = Place(text, words, at)
    weights: dict[Word, float] = {}
    for reading in readings_of(form):
        weight = reading.weight * _in_query(reading, place)
        for rule in RULES:
            weight *= rule(reading, place)
        word = word_of(reading)
        weights[word] = weights.get(word, 0.0) + weight
    return _shared(weights)


def _shared(weights: Mapping[Word, float]) -> Choices:
    total = sum(weights.values()) or 1.0
    found = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    return tuple((word, weight / total) for word, weight in found)


@lru_cache(maxsize=1 << 17)
def _only(form: str, lang: str) -> Choices:
    """What a form is in every query; nothing where it may be several words."""
    if lang == "en":
        return ((_english(form), 1.0),)
    if lang != "ru" or form in QUESTIONS | REFUSALS or form in CASES_AFTER:
        return _itself(form)
    found = {word_of(reading) for reading in readings_of(form)}
    return ((found.pop(), 1.0),) if len(found) == 1 else ()


def _itself(form: str) -> Choices:
    return ((Word(Key(form, "other")), 1.0),)


def _english(form: str) -> Word:
    key = readings_of(form, "en")[0].key
    several = form != key.lemma and (form.endswith("s") or form in ENGLISH_PLURALS)
    return Word(key, SEVERAL if several else "")


def word_of(reading: Reading) -> Word:
    """The word of a reading; only nouns and adjectives that have two numbers count one."""
    key, grammemes = reading.key, reading.grammemes
    if key.word_class not in ("noun", "adjective") or "Fixd" in grammemes:
        return Word(key)
    return Word(key, SEVERAL if SEVERAL in grammemes else ONE if ONE in grammemes else "")


def _in_query(reading: Reading, place: Place) -> float:
    """How many times likelier a reading is in a query than in a text."""
    grammemes = reading.grammemes
    if reading.key.word_class == "verb":
        return _verb(reading, place)
    if "ADJS" in grammemes and place.here.having("ADVB"):
        return NEVER
    return _noun(grammemes, place) if reading.key.word_class == "noun" else 1.0


def _noun(grammemes: frozenset[str], place: Place) -> float:
    """Things are named in the nominative; after another noun stands whose or what of."""
    if place.here.is_adjective or _qualifies_before(place):
        return RARELY
    before = _leading(place)
    if before in CASES_AFTER:
        return 1.0
    after_noun = _is_noun(before) and not _begins_anew(place)
    if after_noun and place.here.lemmas.isdisjoint(ASKED):
        return OFTEN if grammemes & GENITIVE else RARELY if "accs" in grammemes else 1.0
    if grammemes & NAMING or _oblique(place):
        return 1.0
    return RARELY if grammemes & GENITIVE and _noun_follows(place) else NEVER


def _verb(reading: Reading, place: Place) -> float:
    """Queries ask for what to do or to have; nobody orders two things to be done at once."""
    if "INFN" not in reading.grammemes:
        return NEVER
    if place.before().form in QUESTIONS:
        return OFTEN
    return RARELY if _other_infinitive(place) else 1.0


def _other_infinitive(place: Place) -> bool:
    beside = [*map(place.before, range(1, 5)), *map(place.after, range(1, 5))]
    return any(word.having("INFN") > 1 - UNLIKELY for word in beside)


def _leading(place: Place) -> str:
    """The form before a word and its adjectives; «рабочие» may be one, men as well.

    A preposition governs across a Latin name: «по qr коду».
    """
    steps = 1
    while place.before(steps).is_adjective or (steps == 1 and _qualified(place)):
        steps += 1
    form, beyond = place.before(steps).form, place.before(steps + 1).form
    return beyond if form.isascii() and beyond in CASES_AFTER else form


def _begins_anew(place: Place) -> bool:
    """«На заказ кухни»: the thing comes after a beginning that has a preposition."""
    return place.before(2).form in CASES_AFTER and not place.before(3).form


def _qualified(place: Place) -> bool:
    """Whether the word before may be an adjective of this noun: «рабочие перчатки»."""
    nouns = [r for r in place.here.readings if r.key.word_class == "noun"]
    return any(agree(a, noun) for a in _adjectives(place.before()) for noun in nouns)


def _qualifies_before(place: Place) -> bool:
    """Whether the word may be an adjective of the noun before: «перчатки рабочие»."""
    nouns = [r for r in place.before().readings if r.key.word_class == "noun"]
    return any(agree(a, noun) for a in _adjectives(place.here) for noun in nouns)


def _adjectives(word: Neighbour) -> list[Reading]:
    return [r for r in word.readings if r.grammemes & LONG_ADJECTIVE]


def _noun_follows(place: Place) -> bool:
    """«Доставки стоимость»: what is asked for may stand after its genitive."""
    after = place.after()
    return after.share("noun") > LIKELY and after.having("nomn") > UNLIKELY


def _oblique(place: Place) -> bool:
    """Whether the adjective before stands in no case that names things: «русской печи»."""
    adjectives = _adjectives(place.before())
    return bool(adjectives) and all(a.grammemes.isdisjoint(NAMING) for a in adjectives)


@lru_cache(maxsize=1 << 16)
def _is_noun(form: str) -> bool:
    readings = readings_of(form) if form else ()
    return sum(r.weight for r in readings if r.key.word_class in ("noun", "numeral")) > LIKELY


def is_unknown(form: str, lang: str) -> bool:
    """Whether no dictionary knows a form: its dictionary form is a guess."""
    return lang == "ru" and is_guessed(readings_of(form))
