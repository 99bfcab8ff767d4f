"""Readings of an English form: one lemma, by simplemma."""

from simplemma import lemmatize

from plugins.words.readings import Readings, itself

# Other words than their singulars: «customs» is an office, «custom» a habit
_PLURAL_ONLY = "customs goods clothes scissors trousers premises headquarters earnings savings"
PLURAL_ONLY = frozenset(_PLURAL_ONLY.split())


def english_readings(form: str) -> Readings:
    """The dictionary form of an English word; a word that simplemma does not know is itself."""
    if form in PLURAL_ONLY or not form.isascii():
        return itself(form)
    return itself(lemmatize(form, lang="en").lower())
