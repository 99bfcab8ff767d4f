"""Phrases of one word: which are too general to say which page is meant.

Of 270 links read by a second person, one in twenty was wrong where a phrase had two words or more,
four in ten where it was one common noun: «порог», «уровень», «маска» mean something else in most
sentences. A page whose title is the word itself answers it all the same; names, abbreviations and
goods are no common nouns.
"""

import re
from collections import Counter
from collections.abc import Sequence

from plugins.documents import Document
from plugins.internal_links.mentions import Place
from plugins.keywords.matching import matches
from plugins.keywords.phrases import phrase_list
from plugins.keywords.relevance_map import KeyPhrase
from plugins.words.analysis import readings_of
from plugins.words.tokens import tokens

_CLOSES = re.compile(r"\s*(?:$|[.,:;!?()«»\"|/–—-]|- )")
# On so few pages no word is common, however small the site
FEW = 5
# What may stand after the word in a title without making it part of a term: «Доставка в Казань»
LINKING = frozenset({"PREP", "CONJ"})
LINKING_IN_ENGLISH = frozenset(
    ("and", "at", "by", "for", "from", "in", "on", "or", "to", "via", "with", "without")
)


def is_general(phrase: KeyPhrase, target: Document) -> bool:
    """Whether a phrase is one common word that the title of its page is not."""
    lang = target.lang
    if is_goods(target) or is_name(phrase) or len(tokens(phrase.phrase)) != 1:
        return False
    title = target.title
    found = matches(title, phrase_list((phrase.phrase,), lang))
    return not any(match.start == 0 and _ends(title, match.end) for match in found)


def common_words(found: Sequence[Sequence[Place]], share: float) -> frozenset[int]:
    """Phrases of one word (their indexes) that stand in more than this share of the texts."""
    least = max(FEW, share * len(found))
    texts = Counter(at for here in found for at in {p.phrases[0] for p in here if p.words == 1})
    return frozenset(at for at, count in texts.items() if count > least)


def is_name(phrase: KeyPhrase) -> bool:
    """Whether the map writes a phrase as a name: «НДС», «UPS-2», «Gunicorn», «"Тройка"»."""
    text = phrase.phrase.strip('"')
    if phrase.exact or any(letter.isdigit() or letter.isupper() for letter in text):
        return True
    return text.isascii() and phrase.document.startswith("ru/")


def is_goods(target: Document | None) -> bool:
    """Whether a page sells something: its name means it wherever it stands."""
    return target is not None and target.kind == "product"


def _ends(title: str, end: int) -> bool:
    """Whether the name of a page is over here: a stop, a preposition or «и» comes next."""
    if _CLOSES.match(title, end):
        return True
    after = next((token.form for token in tokens(title) if token.start >= end), "")
    if after in LINKING_IN_ENGLISH:
        return True
    return any(reading.grammemes & LINKING for reading in readings_of(after)[:1])
