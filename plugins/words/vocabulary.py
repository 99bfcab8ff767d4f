"""Owners' words and places: words.csv, inflection.csv and places.csv of content/data."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from pydantic import field_validator

from plugins.data_errors import must_be
from plugins.data_files import Record
from plugins.language.messages import message
from plugins.words.declension import CASES, dictionary_readings
from plugins.words.dictionary import WordEntry

STAYS = "-"
KNOWN_WORD = message("a word that the dictionary knows, or - for one that never changes")


class Declined(Record):
    """A row of inflection.csv: `word` declines like another (`-`: never), or has these forms."""

    word: str
    like: str = ""
    number: Literal["sing", "plur", ""] = ""
    gent: str = ""
    datv: str = ""
    accs: str = ""
    ablt: str = ""
    loct: str = ""

    @field_validator("like")
    @classmethod
    def _is_known(cls, like: str) -> str:
        if like not in ("", STAYS) and not dictionary_readings(like.lower()):
            raise must_be(KNOWN_WORD)
        return like


class Place(Record):
    """A row of places.csv: the preposition of a place; its form, where no rule gives it."""

    place: str
    preposition: Literal["в", "на"]
    form: str = ""


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """Owners' words and places on top of what the package knows, by words in small letters.

    `like`: word, model; `forms`: (word, case, number), form; `places`: place, row; `initials`:
    words that are written in capitals and take small endings, СДЭКом.
    """

    like: Mapping[str, str] = field(default_factory=dict)
    forms: Mapping[tuple[str, str, str], str] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    initials: frozenset[str] = frozenset()


SHIPPED = Vocabulary()


def vocabulary(
    words: Iterable[Declined] = (),
    places: Iterable[Place] = (),
    entries: Iterable[WordEntry] = (),
) -> Vocabulary:
    """The vocabulary with the rows of inflection.csv, places.csv and words.csv.

    A word of inflection.csv declines as it says there, whatever words.csv says.
    """
    rows, models = tuple(words), {entry.lemma: entry.model_word or STAYS for entry in entries}
    models |= {row.word: row.like for row in rows if row.like}
    return Vocabulary(
        {word.lower(): model.lower() for word, model in models.items()},
        {
            (row.word.lower(), case, row.number or "sing"): form.lower()
            for row in rows
            for case in CASES[1:]
            if (form := str(getattr(row, case)))
        },
        {row.place.lower(): row for row in places},
        frozenset(word.lower() for word in models if word.isupper()),
    )
