"""The meaning of each phrase of a list: its significant words without order and case.

Where a phrase leaves a choice («печь» may be a stove or to bake) the other phrases decide: the
meaning that one of them surely has is likelier than one that none has.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from plugins.keywords.query_words import (
    SEVERAL,
    Choices,
    QueryWord,
    Word,
    is_unknown,
    query_words,
)
from plugins.words.analysis import readings_of
from plugins.words.place import neighbour

SURE, POSSIBLE = 0.9, 0.25
MOST_CHOICES = 64
FROM = frozenset({"из", "изо", "от", "ото", "после", "from"})
THERE = frozenset({"в", "во", "на", "до", "к", "ко", "по", "to", "into"})
WITH = frozenset({"с", "со"})

Bag = tuple[Word, ...]
Roles = frozenset[tuple[Word, str]]


class Meaning(NamedTuple):
    """The words of a phrase, sorted, and which of them are where from or where to."""

    words: Bag
    roles: Roles = frozenset()


def meanings(phrases: Iterable[str], lang: str = "ru") -> list[Meaning]:
    """The meaning of each phrase, in the order of the phrases."""
    read = [query_words(phrase, lang) for phrase in phrases]
    met = {word.form for words in read for word in words}
    lemmas = {form: _guessed_lemma(form, met) for form in met if is_unknown(form, lang)}
    read = [[_settled(word, lemmas) for word in words] for words in read]
    return list(_decided(read))


def _decided(read: Sequence[Sequence[QueryWord]]) -> Iterator[Meaning]:
    """Sure meanings first; then, the surest first, those that the decided ones help to choose."""
    choices = [_possible(words) for words in read]
    order = sorted(range(len(read)), key=lambda n: (-choices[n][0][1], choices[n][0][0], n))
    decided: dict[int, tuple[Word, ...]] = {}
    known: set[Bag] = set()
    for number in order:
        named = (words for words, _ in choices[number] if bag(words) in known)
        words = decided[number] = next(named, choices[number][0][0])
        known.add(bag(words))
    return (
        Meaning(bag(decided[number]), _roles(words, decided[number]))
        for number, words in enumerate(read)
    )


def _possible(words: Sequence[QueryWord]) -> list[tuple[tuple[Word, ...], float]]:
    """The ways to read a phrase with the share of each, the likeliest first."""
    ways = [_likely(word.choices) for word in words]
    if all(len(way) == 1 for way in ways):
        return [(tuple(way[0][0] for way in ways), 1.0)]
    count = 1
    for place, way in enumerate(ways):
        count *= len(way)
        if count > MOST_CHOICES:
            ways[place:] = [way[:1] for way in ways[place:]]
            break
    found = [
        (tuple(word for word, _ in way), min((share for _, share in way), default=1.0))
        for way in product(*ways)
    ]
    return sorted(found, key=lambda way: -way[1])


def _likely(choices: Choices) -> Choices:
    """One choice where it is sure, else those that are possible."""
    if choices[0][1] >= SURE:
        return choices[:1]
    return tuple(choice for n, choice in enumerate(choices) if not n or choice[1] >= POSSIBLE)


def bag(words: Iterable[Word]) -> Bag:
    """The words without order; the number of an adjective is that of its noun."""
    found = set(words)
    if any(word.key.word_class == "noun" for word in found):
        found = {Word(w.key) if w.key.word_class == "adjective" else w for w in found}
    return tuple(sorted(found))


def _guessed_lemma(form: str, met: Collection[str]) -> str:
    """One dictionary form for all forms of an unknown word: one that is met itself, or short."""
    lemmas = {reading.key.lemma for reading in readings_of(form)}
    return min(lemmas, key=lambda lemma: (lemma not in met, len(lemma), lemma))


def _settled(word: QueryWord, lemmas: Mapping[str, str]) -> QueryWord:
    lemma = lemmas.get(word.form)
    if lemma is None:
        return word
    choices = [(w, share) for w, share in word.choices if w.key.lemma == lemma]
    total = sum(share for _, share in choices) or 1.0
    return word._replace(choices=tuple((w, share / total) for w, share in choices) or word.choices)


def _roles(words: Sequence[QueryWord], decided: Sequence[Word]) -> Roles:
    plain = len(decided) > 1
    return frozenset(
        (Word(chosen.key), role)
        for word, chosen in zip(words, decided, strict=True)
        if plain and chosen.key.word_class != "adjective" and (role := _role(word))
    )


def _role(word: QueryWord) -> str:
    """Whether a preposition says where from or where to (or where); "" for other prepositions."""
    for form in word.before:
        if form in FROM or (form in WITH and _in_genitive(word.form)):
            return "from"
        if form in THERE:
            return "there"
        if not neighbour(form).is_adjective:
            break
    return ""


def _in_genitive(form: str) -> bool:
    here = neighbour(form)
    return here.having("gent") > 0 and not here.having("ablt") and not here.having(SEVERAL)


def opposed(one: Roles, other: Roles) -> bool:
    """Whether two meanings of the same words differ: «из китая» and «в китай».

    A phrase without prepositions («доставка китай») is opposed to nothing.
    """
    first, second = dict(one), dict(other)
    if any(second.get(word, role) != role for word, role in one):
        return True
    for role in ("from", "there"):
        mine = {word for word, its in first.items() if its == role}
        theirs = {word for word, its in second.items() if its == role}
        if mine and theirs and mine.isdisjoint(theirs):
            return True
    return False
