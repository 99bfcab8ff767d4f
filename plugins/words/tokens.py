"""Words of a text with their places; what a reader does not see in a word is left out of it."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_UNSEEN = "\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff"
_HYPHENS = "-\u2010\u2011"
_WORD = re.compile(rf"[^\W_]+(?:[{_UNSEEN}]+[^\W_]*|[{_HYPHENS}][^\W_]+)*")
_NOT_SPACE = re.compile(rf"[^\t \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000{_UNSEEN}]")
_PLAIN_WORD = re.compile("[а-я]+|[a-z]+")
_STRESS = re.compile("(?<=[\u0400-\u04ff])[\u0300\u0301]")
_DROPPED = re.compile(f"[{_UNSEEN}]")
_HYPHEN = re.compile(f"[{_HYPHENS}]")
_LATIN, _CYRILLIC = re.compile("[a-z]"), re.compile("[\u0400-\u04ff]")
_SIDE_BY_SIDE = re.compile("[a-z][\u0400-\u04ff]|[\u0400-\u04ff][a-z]")
_PLAIN = str.maketrans("ёѐѝ", "ееи")
_TWINS = dict(zip("acekmoptxyhb", "асекмортхунв", strict=True))
_TO_CYRILLIC = str.maketrans(_TWINS)
_TO_LATIN = str.maketrans({cyrillic: latin for latin, cyrillic in _TWINS.items()})


class Token(NamedTuple):
    """A word and its place: `text[start:end]` is the word as written, `form` the word to match.

    `joined` says that only spaces part it from the word before.
    """

    form: str
    start: int
    end: int
    joined: bool


@lru_cache(maxsize=4)
def tokens(text: str) -> tuple[Token, ...]:
    """The words of a text in order; places are code points of the text, end exclusive."""
    found: list[Token] = []
    end, make = -1, Token._make
    for word in _WORD.finditer(text):
        begin = end
        start, end = word.span()
        joined = begin >= 0 and (
            text[begin:start] == " " or not _NOT_SPACE.search(text, begin, start)
        )
        found.append(make((folded(word[0]), start, end, joined)))
    return tuple(found)


def forms(text: str) -> list[str]:
    """The words of a text to match, in order: those of its tokens, without their places."""
    return [folded(word) for word in _WORD.findall(text)]


@lru_cache(maxsize=1 << 16)
def folded(word: str) -> str:
    """A word as it is matched: lower case, ё as е, é as e, no stress marks, one alphabet."""
    form = word.lower()
    if _PLAIN_WORD.fullmatch(form):
        return form
    if not form.isascii():
        form = form if _CYRILLIC.search(form) else unicodedata.normalize("NFD", form)
        form = _HYPHEN.sub("-", _without_marks(form)).translate(_PLAIN)
    return "-".join(map(_in_one_alphabet, form.split("-")))


def mixed_alphabets(text: str) -> list[Token]:
    """Words that hold Latin and Cyrillic letters side by side: a slip of the keyboard."""
    return [
        token
        for token in tokens(text)
        if _SIDE_BY_SIDE.search(_without_marks(text[token.start : token.end].lower()))
    ]


def _without_marks(form: str) -> str:
    """Letters composed (й, not и and a breve), stress marks and soft hyphens gone."""
    if not _DROPPED.search(form):
        return form
    composed = _STRESS.sub("", form)
    if _CYRILLIC.search(form):
        composed = unicodedata.normalize("NFC", composed)
    return _DROPPED.sub("", composed)


def _in_one_alphabet(part: str) -> str:
    """One alphabet where letters that look alike allow it; «1C» and «1С» are one word, too."""
    letters = "".join(filter(str.isalpha, part))
    if _CYRILLIC.search(part):
        if not _LATIN.search(part):
            return part
        cyrillic = part.translate(_TO_CYRILLIC)
        latin = part.translate(_TO_LATIN)
        return next((one for one in (cyrillic, latin) if not _SIDE_BY_SIDE.search(one)), part)
    digits = len(letters) < len(part)
    return (
        part.translate(_TO_CYRILLIC) if digits and letters and set(letters) <= set(_TWINS) else part
    )
