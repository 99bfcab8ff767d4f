"""The one morphological analyser of the process, loaded when first asked for."""

from functools import lru_cache

from pymorphy3 import MorphAnalyzer


@lru_cache(maxsize=1)
def analyzer() -> MorphAnalyzer:
    """pymorphy3 with the dictionary of OpenCorpora; loads in about 0.1 s."""
    return MorphAnalyzer(lang="ru")
