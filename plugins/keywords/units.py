"""Units after numbers in queries: «30 л», «30л» and «30 литров» say the same."""

import re
from collections.abc import Sequence

from plugins.words.analysis import readings_of
from plugins.words.tokens import Token

_UNITS = (
    "л=литр кг=килограмм т=тонна м=метр см=сантиметр мм=миллиметр в=вольт вт=ватт квт=киловатт "
    "шт=штука руб=рубль"
)
UNITS = dict(pair.split("=") for pair in _UNITS.split())
_GLUED = re.compile(rf"(?<=\d)(?=(?:{'|'.join(UNITS)})(?!\w))")


def parted(text: str) -> str:
    """A text in small letters with a space between each number and its unit."""
    return _GLUED.sub(" ", text)


def unit_at(words: Sequence[Token], at: int) -> str:
    """The dictionary form of a unit after a number; "" for anything else.

    «В» is volts where nothing follows: «станок 380 в», but «2 станка в москве».
    """
    form = words[at].form
    if not at or not words[at - 1].form.isdigit() or (form == "в" and at + 1 < len(words)):
        return ""
    lemmas = {UNITS.get(form), *(reading.key.lemma for reading in readings_of(form))}
    return next((lemma for lemma in UNITS.values() if lemma in lemmas), "")
