"""Which words of a key phrase a text lacks, in any form and any order.

Actions and questions (купить, как выбрать) are not missed: a page that answers them seldom says
them again, and people type them in one aspect while a title has the other. A verb stands for
the noun of its action: «Как проверить поставщика» lacks nothing of «проверка поставщика».
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from plugins.keywords.groups import Group
from plugins.keywords.phrases import Phrases, PhraseWord, stem_matches
from plugins.keywords.query_words import QueryWord, is_function_word, query_words
from plugins.keywords.questions import tells
from plugins.keywords.relevance_map import KeyPhrase
from plugins.words.analysis import readings_of
from plugins.words.readings import Key, is_guessed
from plugins.words.tokens import tokens

ACTIONS = frozenset({"verb", "adverb", "pronoun"})
# Endings of nouns that name what a verb does: провер-ка, оплат-а, страхов-ание, заказ
ACTION_ENDINGS = ("ание", "ение", "ка", "а", "")
LEAST_STEM = 5
ENGLISH_ACTIONS = frozenset({"buy", "choose", "compare", "find", "get", "order"})


class TextWords(NamedTuple):
    """The words of a text: in a row, each once, what each may be.

    `unknown` are those that no dictionary knows, `verbs` dictionary forms.
    """

    row: str
    forms: frozenset[str]
    keys: frozenset[Key]
    unknown: tuple[str, ...]
    verbs: tuple[str, ...]

    def has(self, word: PhraseWord) -> bool:
        """Whether the text has a word of a phrase in any form, or the verb of its action."""
        if word.form in self.forms or not word.keys.isdisjoint(self.keys):
            return True
        if word.stem and any(stem_matches(word.stem, form) for form in self.unknown):
            return True
        return any(verb.startswith(stem) for stem in action_stems(word) for verb in self.verbs)

    def has_as_written(self, phrase: str) -> bool:
        """Whether the words of a phrase stand in the text one after another, as they are."""
        return f" {_row(phrase)} " in f" {self.row} "


def text_words(text: str, lang: str) -> TextWords:
    """The words of a text in a language."""
    row = _row(text)
    forms = frozenset(row.split())
    read = {form: readings_of(form, lang) for form in forms}
    found = frozenset(reading.key for readings in read.values() for reading in readings)
    unknown = sorted(form for form, readings in read.items() if is_guessed(readings))
    verbs = sorted(key.lemma for key in found if key.word_class == "verb")
    return TextWords(row, forms, found, tuple(unknown), tuple(verbs))


@lru_cache(maxsize=1 << 14)
def action_stems(word: PhraseWord) -> tuple[str, ...]:
    """What the verbs begin with whose action a noun may name."""
    nouns = (key.lemma for key in word.keys if key.word_class == "noun")
    stems = (
        noun.removesuffix(end) for noun in nouns for end in ACTION_ENDINGS if noun.endswith(end)
    )
    return tuple(sorted({stem for stem in stems if len(stem) >= LEAST_STEM}))


def lacking(group: Group, words: TextWords, lang: str) -> tuple[str, ...]:
    """The words, as typed, that a text lacks of the phrase of a group that it lacks least of.

    Empty where the text has some phrase of the group whole. A phrase in double quotes is lacked
    as one.
    """
    return min((_without(phrase, words, lang) for phrase in group.phrases), key=len)


def has_some(group: Group, words: TextWords, lang: str) -> bool:
    """Whether a text has any demanded word of any phrase of a group."""
    return any(
        words.has(word) for phrase in group.phrases for word in demanded(phrase.phrase, lang)
    )


@lru_cache(maxsize=1 << 16)
def demanded(phrase: str, lang: str) -> tuple[PhraseWord, ...]:
    """The words of a phrase that name things; all of its words where there are none."""
    words = {word.form: word for word in Phrases((phrase,), lang).all[0].words}
    things = (word.form for word in query_words(phrase, lang) if _names_thing(word))
    return tuple(words[form] for form in things if form in words) or tuple(words.values())


def significant(forms: Iterable[str], lang: str) -> int:
    """How many of the words mean something by themselves."""
    return sum(not is_function_word(form, lang) for form in forms)


def _names_thing(word: QueryWord) -> bool:
    lemma, word_class = word.choices[0][0].key
    return word_class not in ACTIONS and tells(lemma) and lemma not in ENGLISH_ACTIONS


def _without(phrase: KeyPhrase, words: TextWords, lang: str) -> tuple[str, ...]:
    if phrase.exact:
        return () if words.has_as_written(phrase.phrase) else (phrase.phrase,)
    return tuple(word.form for word in demanded(phrase.phrase, lang) if not words.has(word))


def _row(text: str) -> str:
    return " ".join(token.form for token in tokens(text))
