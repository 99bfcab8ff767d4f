"""The filters of templates that put words into a case, a place and a number."""

from collections.abc import Callable, Mapping
from functools import partial

from plugins.words.counts import counted
from plugins.words.inflection import case
from plugins.words.vocabulary import Vocabulary
from plugins.words.where import where


def declension_filters(known: Vocabulary) -> Mapping[str, Callable[..., str]]:
    """`case`, `where` and `counted`, which know the owner's own words."""
    return {
        "case": partial(case, known=known),
        "where": partial(where, known=known),
        "counted": partial(counted, known=known),
    }
