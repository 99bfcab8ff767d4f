"""Queries that ask: which they are, and how they read as questions of a text."""

import re

from plugins.keywords.query_words import QUESTIONS, REFUSALS
from plugins.words.government import CASES_AFTER

_WHICH = "какой какая какое какие каком каких каким какими какую кто кому кого чей чья чье чьи"
_ENGLISH_ASK = (
    "how what which where when why who whose can could should do does did is are will must may"
)
ASK_FIRST = {
    "ru": QUESTIONS | frozenset(_WHICH.split()),
    "en": frozenset(_ENGLISH_ASK.split()),
}
_AUXILIARY = "ли можно нужно надо нельзя нужный должный быть делать мочь стоить идти если"
_ENGLISH_AUXILIARY = "i you we my your it be have need take include to if much many long"
# Dictionary forms that ask, refuse or help a verb, and name nothing
ASIDE = (
    frozenset().union(*ASK_FIRST.values(), REFUSALS)
    | frozenset(_AUXILIARY.split())
    | frozenset(_ENGLISH_AUXILIARY.split())
)
_CLAUSE = re.compile(r"(?<=[^\W_]) (?=(?:если|чтобы)\b)")
_WHAT_IF = re.compile(r"^(?:а )?(?:что|если)\b,")


def tells(lemma: str) -> bool:
    """Whether a word (its dictionary form) tells what a phrase is about: no «как», «сколько»."""
    return lemma not in ASIDE


def is_question(phrase: str, lang: str = "ru") -> bool:
    """Whether a phrase begins as a question: «сколько …», «за сколько …», «нужна ли …»."""
    words = phrase.lower().replace("ё", "е").split()
    if lang == "ru" and words and words[0] in CASES_AFTER:
        words = words[1:]
    if len(words) < 2:
        return False
    asks = words[0] in ASK_FIRST.get(lang, ())
    return asks or (lang == "ru" and (words[1] == "ли" or words[0] == "можно"))


def as_question(phrase: str) -> str:
    """A phrase with a capital letter and a question mark; a comma parts «если …» and «чтобы …»."""
    text = phrase.strip(' ?.!"“”«»')
    parted = _CLAUSE.sub(", ", text)
    text = text if _WHAT_IF.match(parted) else parted
    return f"{text[:1].upper()}{text[1:]}?"
