"""What stands around a mention of one word: a fixed expression, a larger term it belongs to.

«За счёт доставки» says nothing of a bill, «мерцающий эффект» is not the effect that a page is
about. A fixed expression is never a link; a part of a larger term is one only where the page has no
better place.
"""

from collections.abc import Sequence

from plugins.words.analysis import readings_of
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
    при условии; при участии; с помощью; с точки зрения; с учетом; с целью; со стороны; тем временем
"""
FIXED = frozenset(tuple(phrase.split()) for phrase in _FIXED.split(";"))
LONGEST = max(map(len, FIXED))
MODIFIERS = frozenset({"ADJF", "PRTF", "Apro", "Anum"})


def is_fixed(words: Sequence[Token], at: int) -> bool:
    """Whether the word at a place is part of a fixed expression such as «за счёт»."""
    forms = [word.form for word in words]
    starts = range(max(0, at - LONGEST + 1), at + 1)
    runs = (
        tuple(forms[s:e]) for s in starts for e in range(at + 1, min(len(forms), s + LONGEST) + 1)
    )
    return any(len(run) > 1 and run in FIXED for run in runs)


def is_part(words: Sequence[Token], at: int) -> bool:
    """Whether a word belongs to a larger term.

    It has its own word before it («мерцающий эффект»), belongs to the noun before it («гонка
    состояний»), or has a genitive or a foreign name after it («эффект Glow»).
    """
    before = words[at - 1].form if at and words[at].joined else ""
    after = words[at + 1].form if at + 1 < len(words) and words[at + 1].joined else ""
    return _modifies(before) or (_is_noun(before) and _belongs(words[at].form)) or _belongs(after)


def _modifies(form: str) -> bool:
    readings = readings_of(form) if form else ()
    return bool(readings) and not MODIFIERS.isdisjoint(readings[0].grammemes)


def _is_noun(form: str) -> bool:
    readings = readings_of(form) if form else ()
    return bool(readings) and readings[0].key.word_class == "noun"


def _belongs(form: str) -> bool:
    if not form or form.isdigit():
        return False
    if form.isascii():
        return True
    return all(r.key.word_class == "noun" and "gent" in r.grammemes for r in readings_of(form)[:1])
