"""Stems of words that no dictionary knows: a second chance to see two forms of one word."""

from functools import lru_cache

SHORTEST_STEM = 4
VOWELS = "аеиоуыэюяйь"
_NOMINAL = (
    "а е и й о у ы ь ю я ам ах ая ев ей ем ие ий им их ию ия ов ое ой ом ою ую ые ый ым ых ью юю "
    "ям ях яя ами его ему ими ого ому ыми ями"
)
ENDINGS = frozenset(["", *_NOMINAL.split()])


def stem_of(form: str) -> str:
    """A form without its last vowels; empty where too little is left to compare."""
    stem = form.rstrip(VOWELS)
    return stem if len(stem) >= SHORTEST_STEM else ""


@lru_cache(maxsize=1 << 12)
def ending_lengths(form: str) -> frozenset[int]:
    """How many last letters of a form may be an ending."""
    return frozenset(n for n in range(4) if form[len(form) - n :] in ENDINGS)
