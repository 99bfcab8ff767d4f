"""What stands around a mention of one word: a fixed expression, a larger term it belongs to.

«За счёт доставки» says nothing of a bill, «мерцающий эффект» is not the effect that a page is
about. A fixed expression is never a link; a part of a larger term is one only where the page has no
better place.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from plugins.words.analysis import readings_of
from plugins.words.government import CASES, GENITIVE
from plugins.words.tokens import Token

_FIXED = """
    без учета; в адрес; в виде; в зависимости; в интересах; в качестве; в количестве;
    в конечном счете; в конце концов; в лице; в отношении; в первую очередь; в пользу; в пределах;
    в принципе; в процессе; в рамках; в результате; в роли; в самом деле; в свете; в свою очередь;
    в силу; в случае; в соответствии; в среднем; в сторону; в течение; в том числе; в условиях;
    в ходе; в целом; в целях; в частности; во главе; во избежание; за исключением; за счет;
    из расчета; на данный момент; на деле; на основании; на основе; на самом деле; на случай;
    на этот счет; от имени; от лица; под ключ; под видом; по возможности; по мере; по отношению;
    по поводу; по причине; по сути; по сути дела; по сравнению; при наличии; при помощи;
    вне зависимости; к примеру; на примере; на уровне; в итоге; на практике; в отличие; в ответ;
    при условии; при участии; с помощью; с точки зрения; с учетом; с целью; со стороны; тем временем
"""
FIXED = frozenset(tuple(phrase.split()) for phrase in _FIXED.split(";"))
LONGEST = max(map(len, FIXED))
NUMBERS = frozenset({"sing", "plur"})
# So many letters of the text before a word tell whether it ends a path through menus
NEAR = 60
_GLUED_BEFORE = re.compile(r"(?:[/\\@_#=&-]|\w:|(?<!\.)\.)$")
_GLUED_AFTER = re.compile(r"[/\\@_#=&-]|[.:][\w/*]")
_ARROW = re.compile("[→⇒⟶›▸]")
_PATH_BEFORE = re.compile(rf"{_ARROW.pattern}\s*(?:\w+\s+){{0,2}}$")
_PATH_AFTER = re.compile(rf"\s*{_ARROW.pattern}")
MODIFIERS = frozenset({"ADJF", "PRTF", "Apro", "Anum"})


def is_fixed(words: Sequence[Token], at: int) -> bool:
    """Whether the word at a place is part of a fixed expression: «за счёт», «таким образом»."""
    forms = [word.form for word in words]
    if forms[at] == "образом" and at and words[at].joined and _modifies(forms[at - 1]):
        return True
    starts = range(max(0, at - LONGEST + 1), at + 1)
    runs = (
        tuple(forms[s:e]) for s in starts for e in range(at + 1, min(len(forms), s + LONGEST) + 1)
    )
    return any(len(run) > 1 and run in FIXED for run in runs)


def is_part(words: Sequence[Token], at: int) -> bool:
    """Whether a word belongs to a larger term.

    It has its own word before it («мерцающий эффект»), belongs to the noun before it («гонка
    состояний»), or has a genitive («маска выделенной области») or a foreign name after it
    («эффект Glow»).
    """
    before = words[at - 1].form if at and words[at].joined else ""
    after = [word.form for word in words[at + 1 : at + 3] if word.joined]
    named = bool(after) and (_belongs(after[0]) or (len(after) > 1 and _own(*after)))
    return _modifies(before) or (_is_noun(before) and _belongs(words[at].form)) or named


def is_modifier(words: Sequence[Token], at: int) -> bool:
    """Whether a word that may be a noun says of which kind the noun after it is.

    «Направляющие рычаги» are levers, not guides.
    """
    after = at + 1 < len(words) and words[at + 1].joined
    return after and _describes(words[at].form, words[at + 1].form)


@lru_cache(maxsize=1 << 16)
def _describes(form: str, after: str) -> bool:
    return any(
        not MODIFIERS.isdisjoint(reading.grammemes)
        and noun.key.word_class == "noun"
        and not (reading.grammemes & noun.grammemes).isdisjoint(CASES)
        and not (reading.grammemes & noun.grammemes).isdisjoint(NUMBERS)
        for reading in readings_of(form)
        for noun in readings_of(after)[:1]
    )


def is_glued(text: str, start: int, end: int) -> bool:
    """Whether words are part of an address, a name written together or a path through menus.

    «https://», «GNU/Linux», «фронтенд-, мобильных», «Файл → Печать».
    """
    if _GLUED_AFTER.match(text, end) or _GLUED_BEFORE.search(text[max(0, start - 2) : start]):
        return True
    if not _ARROW.search(text):
        return False
    before = text[max(0, start - NEAR) : start]
    return bool(_PATH_BEFORE.search(before) or _PATH_AFTER.match(text, end))


@lru_cache(maxsize=1 << 16)
def is_governed(phrase: tuple[str, ...], found: tuple[str, ...]) -> bool:
    """Whether nouns that a phrase has in the genitive are in it: not «коде ошибку»."""
    return all(
        found[at] == phrase[at]
        or not (_is_noun(phrase[at - 1]) and _has_genitive(phrase[at]))
        or _has_genitive(found[at])
        for at in range(1, len(phrase))
    )


def _has_genitive(form: str) -> bool:
    readings = readings_of(form)
    return any(
        r.key.word_class == "noun" and not GENITIVE.isdisjoint(r.grammemes) for r in readings
    )


def _modifies(form: str) -> bool:
    readings = readings_of(form) if form else ()
    return bool(readings) and not MODIFIERS.isdisjoint(readings[0].grammemes)


def _is_noun(form: str) -> bool:
    readings = readings_of(form) if form else ()
    return bool(readings) and readings[0].key.word_class == "noun"


def _own(form: str, after: str) -> bool:
    """Whether an adjective and a noun are a genitive together."""
    genitive = any(not r.grammemes.isdisjoint(GENITIVE) for r in readings_of(form))
    return _modifies(form) and genitive and _has_genitive(after)


def _belongs(form: str) -> bool:
    if not form or form.isdigit():
        return False
    if form.isascii():
        return True
    return all(r.key.word_class == "noun" and "gent" in r.grammemes for r in readings_of(form)[:1])
