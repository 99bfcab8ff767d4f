"""A word among its neighbours: what stands before and after it in the same clause."""

from collections.abc import Sequence
from functools import cached_property, lru_cache

from plugins.words.analysis import readings_of
from plugins.words.government import CASES, CASES_AFTER, FIRST_OF_TWO
from plugins.words.readings import Reading, Readings, WordClass
from plugins.words.tokens import Token

GENDERS = frozenset({"masc", "femn", "neut"})
LONG_ADJECTIVE = frozenset({"ADJF", "PRTF"})
CLAUSE = 8
LONGEST_GROUP = 3
HALF, CERTAIN = 0.5, 0.9


class Neighbour:
    """A form as the words beside it see it: its readings, and how likely it is what."""

    def __init__(self, form: str) -> None:
        self.form = form
        self.readings: Readings = readings_of(form) if form else ()
        self._classes: dict[str, float] = {}
        self._grammemes: dict[str, float] = {}
        for key, weight, grammemes in self.readings:
            self._classes[key.word_class] = self._classes.get(key.word_class, 0.0) + weight
            for grammeme in grammemes:
                self._grammemes[grammeme] = self._grammemes.get(grammeme, 0.0) + weight
        long = not LONG_ADJECTIVE.isdisjoint(self._grammemes)
        self.is_adjective = long and self.share("adjective") >= HALF
        self.is_finite_verb = self.having("VERB") > CERTAIN
        self.lemmas = frozenset(key.lemma for key, *_ in self.readings)

    def share(self, word_class: WordClass) -> float:
        """How likely the form is of a word class, 0 to 1."""
        return self._classes.get(word_class, 0.0)

    def having(self, grammeme: str) -> float:
        """How likely the form has a grammeme, 0 to 1."""
        return self._grammemes.get(grammeme, 0.0)


@lru_cache(maxsize=1 << 16)
def neighbour(form: str) -> Neighbour:
    """What is known of a form; of the empty form, nothing."""
    return Neighbour(form)


class Place:
    """The word `tokens[at]` of a text. Neighbours beyond a punctuation mark are not seen."""

    def __init__(self, text: str, tokens: Sequence[Token], at: int) -> None:
        self.text = text
        self.token = tokens[at]
        self.here = neighbour(self.token.form)
        self._before = _joined_before(tokens, at)
        self._after = _joined_after(tokens, at)

    def before(self, steps: int = 1) -> Neighbour:
        """The word so many words before."""
        return neighbour(self._before[steps - 1] if steps <= len(self._before) else "")

    def after(self, steps: int = 1) -> Neighbour:
        """The word so many words after."""
        return neighbour(self._after[steps - 1] if steps <= len(self._after) else "")

    @cached_property
    def written(self) -> str:
        """The word as it stands in the text."""
        return self.text[self.token.start : self.token.end]

    @cached_property
    def governed(self) -> frozenset[str]:
        """The cases that a preposition asks for here, adjectives between them passed over."""
        for form in self._before[:LONGEST_GROUP]:
            if form in CASES_AFTER:
                return CASES_AFTER[form]
            if not neighbour(form).is_adjective:
                break
        return frozenset()

    @cached_property
    def has_other_verb(self) -> bool:
        """Whether a finite verb stands nearby in the clause."""
        return any(neighbour(form).is_finite_verb for form in (*self._before, *self._after))

    @cached_property
    def qualifies(self) -> bool:
        """Whether the form, read as an adjective, has its noun after it."""
        return any(
            self.noun_follows(reading)
            for reading in self.here.readings
            if reading.grammemes & LONG_ADJECTIVE
        )

    def noun_follows(self, adjective: Reading) -> bool:
        """Whether a noun that agrees comes next, other adjectives passed over."""
        for form in self._after[:LONGEST_GROUP]:
            after = neighbour(form)
            if any(_is_noun(r) and agree(adjective, r) for r in after.readings):
                return True
            if not after.is_adjective:
                return False
        return False


def agree(adjective: Reading, noun: Reading) -> bool:
    """Whether case, number and, in the singular, gender let the two go together."""
    one, other = adjective.grammemes, noun.grammemes
    if _cases(one).isdisjoint(_cases(other)):
        return False
    if "plur" in one or "plur" in other:
        return "plur" in one and "plur" in other
    return bool(one & other & GENDERS) or other.isdisjoint(GENDERS)


def _is_noun(reading: Reading) -> bool:
    return reading.key.word_class == "noun" and reading.weight > 1 - CERTAIN


@lru_cache(maxsize=1 << 12)
def _cases(grammemes: frozenset[str]) -> frozenset[str]:
    """Cases, the second genitive and locative counted with the first."""
    return frozenset(FIRST_OF_TWO.get(name, name) for name in grammemes & CASES)


def _joined_before(tokens: Sequence[Token], at: int) -> list[str]:
    """Forms before a word, the nearest first, to the nearest punctuation mark."""
    forms: list[str] = []
    while tokens[at].joined and len(forms) < CLAUSE:
        at -= 1
        forms.append(tokens[at].form)
    return forms


def _joined_after(tokens: Sequence[Token], at: int) -> list[str]:
    forms: list[str] = []
    for token in tokens[at + 1 : at + 1 + CLAUSE]:
        if not token.joined:
            break
        forms.append(token.form)
    return forms
