"""The readings of any form in any language; each distinct form is analysed once."""

from functools import lru_cache
from pathlib import Path

from plugins.words.memory import WORDS_FILE, Memory, key_of_rules
from plugins.words.readings import Readings, itself
from plugins.words.russian import LONGEST, russian_readings

ROOT = Path(__file__).parents[2]
MEMORY_FILE = ROOT / ".cache" / "words.tsv"


@lru_cache(maxsize=1 << 17)
def readings_of(form: str, lang: str = "ru") -> Readings:
    """What a folded form may be; in a language without an analyser each word is itself."""
    if lang == "ru":
        return _russian(form)
    if lang == "en":
        from plugins.words.english import english_readings

        return english_readings(form)
    return itself(form)


def save_readings() -> None:
    """Keep what was analysed for the next run; commands call it at their end."""
    if memory.cache_info().currsize:
        memory().save()


@lru_cache(maxsize=1)
def memory() -> Memory:
    """Readings of earlier runs, while analyser, rules and words.csv stay as they were."""
    return Memory(MEMORY_FILE, key_of_rules([WORDS_FILE]))


def _russian(form: str) -> Readings:
    if form.isascii() or len(form) > LONGEST:
        return russian_readings(form)
    kept = memory().get(form)
    if kept is None:
        kept = _dictionary().get(form) or russian_readings(form)
        memory().keep(form, kept)
    return kept


@lru_cache(maxsize=1)
def _dictionary() -> dict[str, Readings]:
    from plugins.words.dictionary import readings_of_entries, shipped_words

    return readings_of_entries(shipped_words())
