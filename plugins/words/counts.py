"""A number with its word in the right form: «5 лет», «21 человек», «1,5 года»."""

import re
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Literal

from plugins.words.declension import Nominal, Slot
from plugins.words.inflection import groups, no_form, put_in, written
from plugins.words.irregular import COUNTED, WITHOUT_PLURAL
from plugins.words.letters import unstressed
from plugins.words.phrases import Group, Piece, pieces
from plugins.words.vocabulary import SHIPPED, Vocabulary

NO_BREAK = "\u00a0"
GROUPED_FROM = 10_000
# «5 лет» is asked for by «год»: these are forms already
NO_NOMINATIVES = frozenset(COUNTED.values()) - COUNTED.keys()
_MASSES = "деньги финансы дрова сливки макароны чернила белила"
MASSES = frozenset(_MASSES.split())
Form = Literal["one", "few", "many", "part"]
_LAST_NUMBER = re.compile(r"\d[\d\s]*(?:[.,]\d+)?(?=\D*$)")


def counted(number: int | Decimal | float | str, noun: str, known: Vocabulary = SHIPPED) -> str:
    """The number as Russians write it, a no-break space and the noun (with its adjectives).

    A text may hold a range, «12–18»: its last number decides. Raises NoFormError.
    """
    value = _value(number)
    if value is None or noun in NO_NOMINATIVES:
        raise no_form(f"{number} {noun}", "gent")
    return f"{_shown(number)}{NO_BREAK}{_after(_form(value), str(noun), known)}"


def _value(number: int | Decimal | float | str) -> Decimal | None:
    text = "" if isinstance(number, bool) else str(number)
    if isinstance(number, str):
        found = _LAST_NUMBER.search(text)
        text = re.sub(r"\s", "", found[0]).replace(",", ".") if found else ""
    try:
        value = Decimal(text)
    except InvalidOperation:
        return None
    return abs(value) if value.is_finite() else None


def _shown(number: int | Decimal | float | str) -> str:
    if isinstance(number, str):
        return re.sub(r"(?<=\d)\.(?=\d)", ",", number.strip().replace(" ", NO_BREAK))
    value = Decimal(str(number))
    whole = value == value.to_integral_value()
    plain = f"{abs(value):.0f}" if whole else f"{abs(value).normalize():f}"
    integer, point, rest = plain.partition(".")
    if int(integer) >= GROUPED_FROM:
        integer = f"{int(integer):,}".replace(",", NO_BREAK)
    return ("−" if value < 0 else "") + integer + ("," if point else "") + rest


def _form(value: Decimal) -> Form:
    """What a number asks of the word after it."""
    if value != value.to_integral_value():
        return "part"
    last, two = int(value) % 10, int(value) % 100
    if last == 1 and two != 11:
        return "one"
    return "few" if 2 <= last <= 4 and not 12 <= two <= 14 else "many"


@lru_cache(maxsize=1 << 12)
def _after(form: Form, noun: str, known: Vocabulary) -> str:
    text = unstressed(noun)
    words = pieces(text, known)
    found = groups(words, known)
    if not found:
        if words and not words[0].declines:
            return text
        raise no_form(noun, "gent")
    group = found[0]
    if form != "one" and text.lower() in MASSES:
        raise no_form(noun, "gent")
    if form in ("few", "many") and group.head.form(Slot("nomn", "sing")) in WITHOUT_PLURAL:
        raise no_form(noun, "gent")
    forms = {at: _word(words, at, n, group, form) for at, n in group.words.items()}
    return put_in(text, words, forms)


def _word(words: list[Piece], at: int, nominal: Nominal, group: Group, form: Form) -> str:
    head, last = group.head, max(group.words)
    only_plural = head.form(Slot("nomn", "sing", head.gender)) is None
    gender = head.gender or nominal.gender
    if only_plural:
        slot = Slot("nomn" if form == "one" else "gent", "plur", gender, head.animate)
    elif nominal.kind == "noun":
        slot = _of_noun(nominal, form, gender)
    else:
        slot = _of_adjective(form, gender)
    counted_form = COUNTED.get(nominal.form(Slot("nomn", "sing", gender)) or "")
    if nominal is head and last >= at and slot[:2] == ("gent", "plur") and counted_form:
        return counted_form
    return written(words, at, nominal, slot)


def _of_noun(noun: Nominal, form: Form, gender: str) -> Slot:
    """2 стола; but nouns that look like adjectives take their endings: 2 рабочих, 2 столовые."""
    genitive = noun.form(Slot("gent", "sing", gender)) or ""
    nominative = noun.form(Slot("nomn", "sing", gender)) or ""
    if form == "few" and genitive.endswith(("ого", "его")) and len(genitive) > 4:
        return Slot("gent", "plur", gender)
    if form == "few" and nominative.endswith(("ая", "яя")) and genitive.endswith(("ой", "ей")):
        return Slot("nomn", "plur", gender)
    case, number = {"one": ("nomn", "sing"), "many": ("gent", "plur")}.get(form, ("gent", "sing"))
    return Slot(case, number, gender, noun.animate)


def _of_adjective(form: Form, gender: str) -> Slot:
    """1 рабочий день, 2 рабочих дня, 2 большие коробки, 1,5 рабочего дня."""
    if form == "few":
        return Slot("nomn" if gender == "femn" else "gent", "plur", gender)
    case, number = {"one": ("nomn", "sing"), "many": ("gent", "plur")}.get(form, ("gent", "sing"))
    return Slot(case, number, gender)
