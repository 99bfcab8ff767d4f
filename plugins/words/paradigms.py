"""Other forms of the words that a form may belong to: what else people may type for it."""

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

from plugins.words.analysis import readings_of
from plugins.words.analyzer import analyzer
from plugins.words.dictionary import pattern_of, shipped_words
from plugins.words.english import english_forms
from plugins.words.readings import Key, accepted, shares
from plugins.words.russian import key_of
from plugins.words.tokens import folded

# Nobody asks a site in these: «важнейший», «идёшь», «иди», «идя», and what is old or misspelt
_UNASKED = frozenset({"Supr", "2per", "impr", "GRND", "COMP", "Arch", "Erro", "Slng", "Dist"})
_CLOSED = frozenset({"pronoun", "numeral", "other"})


def paradigm(form: str, lang: str = "ru") -> frozenset[str]:
    """Folded forms of the words that a folded form may well belong to, itself included."""
    found = _PARADIGMS.get(lang)
    return (found(form) if found else frozenset()) | {form}


def _russian(form: str) -> frozenset[str]:
    words = {key for key in accepted(shares(readings_of(form))) if key.word_class not in _CLOSED}
    return frozenset(folded(other) for key in words for other in _forms(form, key))


def _forms(form: str, key: Key) -> Iterator[str]:
    own = _own_forms().get(key.lemma)
    if own is not None:
        yield from own
        return
    for parse in analyzer().parse(form):
        if key_of(parse) == key:
            yield from (other.word for other in parse.lexeme if _is_asked(other, key))


def _is_asked(other: Any, key: Key) -> bool:
    """Whether people may mean the word by this form of its lexeme."""
    grammemes = other.tag.grammemes
    if grammemes & _UNASKED or any(name.startswith("V-") for name in grammemes):
        return False
    # Participles are words of their own: «оплаченный» is no «оплативший»
    return grammemes.isdisjoint({"PRTF", "PRTS"}) or key_of(other) == key


@lru_cache(maxsize=1)
def _own_forms() -> dict[str, tuple[str, ...]]:
    """The forms of the words of words.csv by their folded lemma."""
    found = {}
    for entry in shipped_words():
        pattern = pattern_of(entry)
        forms = [pattern.form(other.word) for other in pattern.parse.lexeme] if pattern else []
        found[folded(entry.lemma)] = (entry.lemma, *forms)
    return found


_PARADIGMS: dict[str, Callable[[str], frozenset[str]]] = {"ru": _russian, "en": english_forms}
