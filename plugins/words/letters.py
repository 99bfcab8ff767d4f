"""A word form in the letters of the word that somebody wrote: capitals, ё, no stress marks."""

from collections.abc import Iterable
from itertools import takewhile, zip_longest

_UNSEEN = str.maketrans("", "", "\u0301\u00ad")


def unstressed(text: str) -> str:
    """A text without stress marks and soft hyphens."""
    return text.translate(_UNSEEN)


def shared_start(words: Iterable[str]) -> str:
    """The first letters that all words share."""
    together = zip(*words, strict=False)
    return "".join(same[0] for same in takewhile(lambda same: len(set(same)) == 1, together))


def without_yo(form: str, word: str, dictionary: str) -> str:
    """`form` with е for ё, where `word` was written with е and the dictionary has ё there."""
    return form.replace("ё", "е") if "ё" in dictionary and "ё" not in word else form


def like_written(form: str, word: str, abbreviation: bool = False) -> str:
    """`form` (small letters) with the capitals of `word`, part by part of a hyphen compound.

    A word all in capitals gives one, but an abbreviation takes a small ending: ГОСТ, ГОСТа.
    """
    parts = zip_longest(form.split("-"), word.split("-"), fillvalue="")
    return "-".join(_part(one, other, abbreviation) for one, other in parts if one)


def _part(form: str, word: str, abbreviation: bool) -> str:
    if len(word) > 1 and word.isupper() and not abbreviation:
        return form.upper()
    kept = "".join(
        letter.upper() if index < len(word) and word[index].isupper() else letter
        for index, letter in enumerate(form)
    )
    return word if word.lower() == form else kept
