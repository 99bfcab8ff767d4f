"""Compounds with a hyphen: which of their parts decline."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from plugins.words.compound_parts import FIRST_DECLINES, FIRST_STAYS, LAST_DECLINES
from plugins.words.declension import PLACE, Nominal, Slot, parses
from plugins.words.modelled import is_own
from plugins.words.nominals import readings
from plugins.words.vocabulary import Vocabulary

_LINKS = frozenset(["на", "в", "во", "под", "при", "за", "до", "от", "у", "не", "де"])
_PARTICLES = frozenset({"то", "либо", "нибудь"})
_CYRILLIC = re.compile(r"[а-яё]+")
_AGENT = ("тель", "щик", "чик", "ёр", "ер", "ник", "ец")


@lru_cache(maxsize=1 << 14)
def word_readings(word: str, known: Vocabulary, case: str = "nomn") -> tuple[Nominal, ...]:
    """Every reading of a word (small letters), compounds included; none where nothing is sure."""
    parts = word.split("-")
    if not all(parts):
        return ()
    if parts[-1] in _PARTICLES and len(parts) == 2:
        return tuple(_with(n, "", f"-{parts[1]}") for n in readings(parts[0], known, case))
    if len(parts) == 1 or (parts[0] == "пол" and len(parts) == 2):
        return readings(word, known, case) if _CYRILLIC.fullmatch("".join(parts)) else ()
    by_parts = word not in LAST_DECLINES and (
        parts[0] in FIRST_DECLINES
        or (parts[0][-1] in "ая" and len(parts) == 2 and parts[0] not in FIRST_STAYS)
        or any(n.kind == "adjective" for n in readings(parts[-1], known))
    )
    if _is_whole(word, known) and not (by_parts and readings(parts[0], known, case)):
        return readings(word, known, case)
    if len(parts) > 2 and parts[1] in _LINKS:
        tail = "-" + "-".join(parts[1:])
        return tuple(_with(n, "", tail) for n in word_readings(parts[0], known, case))
    return _of_two("-".join(parts[:-1]), parts[-1], known, case)


def _is_whole(word: str, known: Vocabulary) -> bool:
    return is_own(word, known) or any(parse.is_known for parse in parses(word))


def _of_two(first: str, last: str, known: Vocabulary, case: str) -> tuple[Nominal, ...]:
    if not _CYRILLIC.fullmatch(last):
        return ()
    heads, tails = word_readings(first, known, case), readings(last, known, case)
    joined = tuple(
        _both(head, tail)
        for tail in tails
        for head in heads
        if head.kind == "noun" and _both_decline(first, head, last, tail)
    )
    return joined[:1] or tuple(_with(tail, f"{first}-", "") for tail in tails)


def _both_decline(first: str, head: Nominal, last: str, tail: Nominal) -> bool:
    """диван-кровать, страна-экспортёр, Каменск-Уральский; not прайс-лист, not Йошкар-Ола."""
    if "Fixd" in head.marks:
        return False
    if head.number != tail.number:
        return "Pltm" in head.marks and tail.kind == "noun"
    if tail.kind == "adjective":
        return first not in FIRST_STAYS and tail.gender in ("", head.gender)
    if (
        first in FIRST_STAYS
        or f"{first}-{last}" in LAST_DECLINES
        or PLACE in tail.marks | head.marks
    ):
        return False
    if first in FIRST_DECLINES or first[-1] in "аяеиы" or first.endswith(("о", "ь")):
        return True
    return (head.animate and tail.animate) or (tail.animate and last.endswith(_AGENT))


def _with(nominal: Nominal, before: str, after: str) -> Nominal:
    return replace(nominal, form=_around(nominal.form, before, after))


def _around(
    form: Callable[[Slot], str | None], before: str, after: str
) -> Callable[[Slot], str | None]:
    def whole(slot: Slot) -> str | None:
        found = form(slot)
        return None if found is None else before + found + after

    return whole


def _both(head: Nominal, tail: Nominal) -> Nominal:
    def whole(slot: Slot) -> str | None:
        slot = slot._replace(gender=head.gender, animate=False)
        nominative = slot._replace(case="nomn")
        unlike = slot.case == "accs" and head.animate != tail.animate
        city = slot.case == "accs" and tail.kind == "adjective" and head.gender == "masc"
        as_thing = unlike and head.animate and head.gender != "femn"
        one = head.form(nominative if city or as_thing else slot)
        same = one == head.form(nominative)
        slot = slot._replace(number=tail.number) if "Pltm" in head.marks else slot
        nominative = slot._replace(case="nomn")
        two = tail.form(nominative if city or (unlike and tail.animate and same) else slot)
        return None if one is None or two is None else f"{one}-{two}"

    return replace(head, form=whole)
