"""Readings of an English form: one lemma, by simplemma."""

from simplemma import lemmatize

from plugins.words.readings import Readings, itself


def english_readings(form: str) -> Readings:
    """The dictionary form of an English word; a word that simplemma does not know is itself."""
    return itself(lemmatize(form, lang="en").lower() if form.isascii() else form)
