"""What a word is found by: its Snowball stem, and those stems of its other forms that differ.

The browser stems what a visitor types with Snowball alone: «людей» becomes «люд», which is no
beginning of «человек». So a page that says «человек» is indexed under both.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from snowballstemmer import stemmer

from plugins.search.stop_words import STOP_WORDS

# Closes a key: Pagefind takes the longest key that a word begins with for lack of a better one,
# and would answer «ипотека» with every page that says «ИП». No word begins with a closed key.
END = "_"
LONGEST = 40
# So short a word is looked for as it is written: the stem of «ИНН» begins «инструкция», too
SHORT = 3
ALGORITHMS = {"ru": "russian", "en": "english"}
# «50-й»: Pagefind would take it apart at the digit, if it had anything but letters and digits
_MIXED = re.compile(r"\d[^\W\d]|[^\W\d]\d")
_PART = re.compile(r"[^\W_]+")
_MARKS = re.compile(r"[\u0300\u0301\u00ad\u200b-\u200d\u2060\ufeff]")
# Pagefind writes й as и, and Snowball then no longer sees the ending: «сварочныи». Any other
# ending of the same word will do. theme/static/search.js does the same to what is typed.
_SHORT_I = re.compile(r"(?<=[бвгджзклмнпрстфхцчшщ])[ыио]й$")


def parts(piece: str) -> list[str]:
    """The words of a piece of text between two spaces, joined ones last: «PV-101» has three."""
    found = [word for word in _PART.findall(_letters(piece)) if len(word) <= LONGEST]
    joined = "".join(found)
    return [*found, joined] if len(found) > 1 and len(joined) <= LONGEST else found


def folded(word: str) -> str:
    """A word in small letters as it is stemmed: ё as е, an adjective's й gone."""
    return _SHORT_I.sub("ом", word.replace("ё", "е"))


def keys_of(word: str, lang: str) -> tuple[str, ...]:
    """The keys of a word of `parts`, that of the word itself first; none for a stop word."""
    if word in STOP_WORDS.get(lang, ()) or (len(word) == 1 and word.isalpha()):
        return ()
    own = stem(word, lang)
    return (own, *sorted({stem(form, lang) for form in _forms(word, lang)} - {own}))


def closed(key: str) -> str:
    """A key as it is given to Pagefind."""
    return key if _MIXED.search(key) else f"{key}{END}"


@lru_cache(maxsize=1 << 16)
def stem(word: str, lang: str) -> str:
    """The stem by which a word is looked for; itself if it is short or its language has none."""
    plain = _plain(folded(word))
    if len(plain) <= SHORT:
        return plain
    return _stemmer(lang).stemWord(plain) if lang in ALGORITHMS else plain


def _forms(word: str, lang: str) -> Iterable[str]:
    from plugins.words.paradigms import paradigm

    return paradigm(word.replace("ё", "е"), lang) if word.isalpha() else ()


def _letters(text: str) -> str:
    """Small letters, composed, without stress marks and what is not seen."""
    return _MARKS.sub("", unicodedata.normalize("NFC", _MARKS.sub("", text.lower())))


def _plain(word: str) -> str:
    """What Pagefind makes of letters with marks: й is и."""
    parted = unicodedata.normalize("NFD", word)
    return "".join(letter for letter in parted if not unicodedata.combining(letter))


@lru_cache(maxsize=4)
def _stemmer(lang: str) -> "stemmer":
    return stemmer(ALGORITHMS[lang])
