"""English forms by simplemma: the one lemma of a form, and the other forms of that lemma."""

import re
from collections import defaultdict
from functools import lru_cache

from simplemma import lemmatize
from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from plugins.words.readings import Readings, itself

# Other words than their singulars: «customs» is an office, «custom» a habit
_PLURAL_ONLY = "customs goods clothes scissors trousers premises headquarters earnings savings"
PLURAL_ONLY = frozenset(_PLURAL_ONLY.split())
# «freer», «freest», «bringeth»: made by rule, asked by nobody
_MADE_BY_RULE = re.compile("(?:e?r|e?st|eth)$")


def english_readings(form: str) -> Readings:
    """The dictionary form of an English word; a word that simplemma does not know is itself."""
    return itself(_lemma(form))


def english_forms(form: str) -> frozenset[str]:
    """The forms of the word that a form belongs to: «bought» for «buys»."""
    lemma = _lemma(form)
    return frozenset(
        other
        for other in _forms_of_lemmas().get(lemma, ())
        if not (_MADE_BY_RULE.search(other) and other.startswith(lemma[:-1]) and other != lemma)
    )


def _lemma(form: str) -> str:
    if form in PLURAL_ONLY or not form.isascii():
        return form
    return lemmatize(form, lang="en").lower()


@lru_cache(maxsize=1)
def _forms_of_lemmas() -> dict[str, list[str]]:
    """Lemma to forms: simplemma's table read from its other side, 0.7 s."""
    found: dict[str, list[str]] = defaultdict(list)
    for form, lemma in DefaultDictionaryFactory().get_dictionary("en").items():
        if form.isalpha() and form.isascii() and form.islower():
            found[str(lemma)].append(str(form))
    return found
