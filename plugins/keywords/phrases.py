"""Key phrases made ready for matching: which words each may be, and where to look for it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from plugins.words.analysis import readings_of
from plugins.words.readings import Key, Reading, Readings, is_guessed, keys, shares
from plugins.words.stems import ending_lengths, stem_of
from plugins.words.tokens import tokens

FUNCTION_WORDS = frozenset({"pronoun", "numeral", "other"})
QUOTES = ('""', "“”")


@dataclass(frozen=True, eq=False)
class PhraseWord:
    """A word of a phrase: as written (folded), the words it may be, the stem of an unknown one."""

    form: str
    keys: frozenset[Key]
    stem: str = ""


@dataclass(frozen=True, eq=False)
class Phrase:
    """A phrase by its place in the list; a quoted one is matched only as written.

    `anchor` is the place of the word to look for first: the longest is the rarest, by and large.
    """

    index: int
    words: tuple[PhraseWord, ...]
    quoted: bool = False

    @cached_property
    def anchor(self) -> int:
        """The place of its longest word, of equals the first."""
        return max(range(len(self.words)), key=lambda at: len(self.words[at].form))

    def exact(self, forms: Sequence[str]) -> bool:
        """Whether these forms are the phrase as written (letter case and ё aside)."""
        return len(forms) == len(self.words) and all(
            word.form == form for word, form in zip(self.words, forms, strict=True)
        )


class Phrases:
    """A list of phrases in one language, found by the anchor of each."""

    def __init__(self, texts: Iterable[str], lang: str = "ru") -> None:
        self.lang = lang
        self.all = tuple(_phrase(index, text, lang) for index, text in enumerate(texts))
        self._by_key: dict[Key, list[Phrase]] = {}
        self._by_form: dict[str, list[Phrase]] = {}
        self._by_stem: dict[str, list[Phrase]] = {}
        self._anchored: dict[str, tuple[Phrase, ...]] = {}
        for phrase in self.all:
            self._index(phrase)

    def anchored(self, form: str) -> tuple[Phrase, ...]:
        """The phrases whose anchor this form may be."""
        found = self._anchored.get(form)
        if found is None:
            found = self._anchored[form] = tuple(dict.fromkeys(self._look_up(form)))
        return found

    def _index(self, phrase: Phrase) -> None:
        if not phrase.words:
            return
        anchor = phrase.words[phrase.anchor]
        if phrase.quoted:
            self._by_form.setdefault(anchor.form, []).append(phrase)
            return
        for key in anchor.keys:
            self._by_key.setdefault(key, []).append(phrase)
        if anchor.stem:
            self._by_stem.setdefault(anchor.stem, []).append(phrase)

    def _look_up(self, form: str) -> Iterator[Phrase]:
        yield from self._by_form.get(form, ())
        readings = readings_of(form, self.lang)
        for reading in readings:
            yield from self._by_key.get(reading.key, ())
        if self._by_stem and is_guessed(readings):
            for length in ending_lengths(form):
                yield from self._by_stem.get(form[: len(form) - length], ())


@lru_cache(maxsize=4)
def phrase_list(texts: tuple[str, ...], lang: str) -> Phrases:
    """The same list made ready once, however many texts it is looked for in."""
    return Phrases(texts, lang)


@lru_cache(maxsize=1 << 17)
def fits(word: PhraseWord, form: str, lang: str) -> bool:
    """Whether a form may be this word of a phrase."""
    if word.form == form:
        return True
    readings = readings_of(form, lang)
    if any(reading.key in word.keys for reading in readings):
        return True
    return bool(word.stem) and is_guessed(readings) and stem_matches(word.stem, form)


def stem_matches(stem: str, form: str) -> bool:
    """Whether an unknown form is the stem and an ending."""
    return len(form) - len(stem) in ending_lengths(form) and form.startswith(stem)


def wanted(readings: Readings) -> frozenset[Key]:
    """The words that a phrase of one word means: its nominative, or a likelier infinitive.

    People write queries in the nominative: «печь» is a stove, «стать» is to become; «рабочий»
    may be a man or an adjective, one spelling of one dictionary form.
    """
    named = [reading for reading in readings if _names(reading)]
    infinitives = [reading for reading in readings if "INFN" in reading.grammemes]
    function_words = [r for r in readings if r.key.word_class in FUNCTION_WORDS]
    meant = max(named, infinitives, function_words, key=_weight) or readings
    lemmas: dict[str, float] = {}
    for key, share in shares(meant).items():
        lemmas[key.lemma] = lemmas.get(key.lemma, 0.0) + share
    lemma = max(lemmas, key=lambda lemma: lemmas[lemma])
    return frozenset(reading.key for reading in meant if reading.key.lemma == lemma)


def _weight(readings: Iterable[Reading]) -> float:
    return sum(reading.weight for reading in readings)


def _names(reading: Reading) -> bool:
    return "nomn" in reading.grammemes and reading.key.word_class in ("noun", "adjective")


def _phrase(index: int, text: str, lang: str) -> Phrase:
    text = text.strip()
    quoted = len(text) > 1 and text[0] + text[-1] in QUOTES
    forms = [token.form for token in tokens(text)]
    alone = len(forms) == 1
    return Phrase(index, tuple(_word(form, lang, alone) for form in forms), quoted)


@lru_cache(maxsize=1 << 17)
def _word(form: str, lang: str, alone: bool) -> PhraseWord:
    readings = readings_of(form, lang)
    stem = stem_of(form) if is_guessed(readings) else ""
    return PhraseWord(form, wanted(readings) if alone else keys(readings), stem)
