"""Words that pymorphy3 does not know (content/data/words.csv), each declined like another word."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import takewhile
from pathlib import Path
from typing import Any, Literal, NamedTuple

from pydantic import Field, field_validator
from pydantic_core.core_schema import ValidationInfo

from plugins.data_errors import must_be
from plugins.data_files import DataFiles, Record
from plugins.language.messages import message
from plugins.words.analyzer import analyzer
from plugins.words.memory import WORDS_FILE
from plugins.words.readings import Key, Reading, Readings
from plugins.words.russian import key_of
from plugins.words.tokens import folded

Gender = Literal["", "masc", "femn", "neut"]
USUAL_MODELS: Mapping[Gender, Mapping[str, str]] = {
    "masc": {
        "бвдзлмнпрстф": "завод",
        "гкх": "банк",
        "жчшщ": "пляж",
        "ц": "абзац",
        "й": "музей",
        "ь": "отель",
    },
    "femn": {
        "бвдзлмнпрстф": "комната",
        "гкх": "аптека",
        "жчшщ": "задача",
        "ц": "больница",
        "ь": "модель",
    },
}


class WordEntry(Record):
    """A row of words.csv: a word and the word it is declined like, or only its gender.

    A gender alone means the usual declension of such an ending, else no declension («смузи»).
    """

    lemma: str = Field(min_length=1)
    gender: Gender = ""
    model: str = Field(default="", validate_default=True)

    @field_validator("model")
    @classmethod
    def _model_fits(cls, model: str, info: ValidationInfo) -> str:
        lemma, gender = info.data.get("lemma", ""), info.data.get("gender", "")
        if not model and not gender:
            raise must_be(message("a model word, or a gender in its column"))
        if model and lemma and _pattern(lemma, model) is None:
            raise must_be(message("a known word that ends as the lemma does"))
        return model

    @property
    def model_word(self) -> str:
        """The word whose declension this one has; empty where it is not declined."""
        return self.model or _usual_model(folded(self.lemma), self.gender)


class Pattern(NamedTuple):
    """How a word takes the forms of its model: `cut` letters off a form, `stem` before the rest."""

    parse: Any
    cut: int
    stem: str

    def form(self, word: str) -> str:
        """The form of our word that answers this form of the model."""
        return self.stem + word[self.cut :]


def pattern_of(entry: WordEntry) -> Pattern | None:
    """The model's parse and the exchange of stems; None for a word that is not declined."""
    return _pattern(entry.lemma, entry.model_word) if entry.model_word else None


def readings_of_entries(entries: Iterable[WordEntry]) -> dict[str, Readings]:
    """Every folded form of the words with its readings, all equally likely."""
    found: dict[str, list[Reading]] = {}
    for entry in entries:
        for form, reading in _forms(entry):
            found.setdefault(folded(form), []).append(reading)
    return {
        form: tuple(r._replace(weight=1 / len(readings)) for r in readings)
        for form, readings in found.items()
    }


@lru_cache(maxsize=1)
def shipped_words(file: Path = WORDS_FILE) -> tuple[WordEntry, ...]:
    """The rows of words.csv; none without the file, ProblemsFound where rows are wrong."""
    with DataFiles(file.parent) as data:
        return data.rows(WordEntry, file.name)


def _forms(entry: WordEntry) -> Iterator[tuple[str, Reading]]:
    pattern = pattern_of(entry)
    if pattern is None:
        key = Key(folded(entry.lemma), "noun")
        yield entry.lemma, Reading(key, 1.0, frozenset({entry.gender, "Fixd"} - {""}))
        return
    for form in pattern.parse.lexeme:
        lemma, word_class = key_of(form)
        key = Key(folded(pattern.form(lemma)), word_class)
        yield pattern.form(form.word), Reading(key, 1.0, frozenset(form.tag.grammemes))


@lru_cache(maxsize=1 << 12)
def _pattern(lemma: str, model: str) -> Pattern | None:
    base = folded(model)
    parse = next(
        (p for p in analyzer().parse(base) if p.is_known and key_of(p).lemma == base), None
    )
    if parse is None:
        return None
    cut = _shared_length([form.word for form in parse.lexeme])
    ending = base[cut:]
    if not lemma.lower().endswith(ending):
        return None
    return Pattern(parse, cut, lemma[: len(lemma) - len(ending)])


def _shared_length(words: Iterable[str]) -> int:
    """How many first letters all words share."""
    columns = zip(*words, strict=False)
    return sum(1 for _ in takewhile(lambda letters: len(set(letters)) == 1, columns))


def _usual_model(lemma: str, gender: Gender) -> str:
    endings = USUAL_MODELS.get(gender, {})
    last = lemma[-1:]
    if gender == "femn" and last == "я":
        return "компания" if lemma.endswith("ия") else "неделя"
    if gender == "femn" and last == "а":
        last = lemma[-2:-1]
    elif gender == "femn" and last != "ь":
        return ""
    return next((model for letters, model in endings.items() if last and last in letters), "")
