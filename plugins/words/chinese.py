"""Chinese places and people in Cyrillic letters, by the syllables of Palladius' transcription."""

import re

from plugins.words.declension import Nominal
from plugins.words.modelled import fixed, like

_INITIALS = "чж|цз|[бпмфдтнлгкхцсчшжв]"
_FINALS = (
    "уань|уан|уай|уэй|уа|унь|ун|уй|у|юань|юнь|юн|юй|юэ|ю|янь|ян|яо|я|инь|ин|и|"
    "ань|ан|ай|ао|а|энь|эн|эй|эр|э|оу|ой|о|е|ы"
)
_SYLLABLE = f"(?:(?:{_INITIALS})?(?:{_FINALS}))"
_PLACE = re.compile(_SYLLABLE + "{2,5}")
_GIVEN = re.compile(_SYLLABLE + "{1,2}")
_SURNAMES = (
    "ван ли чжан лю чэнь ян хуан чжао у чжоу сюй сунь ма чжу ху линь го хэ гао ло чжэн лян се тан "
    "дэн фэн цзян цай сяо чэн цао пэн цзэн тянь дун пань юань юй цзя вэй люй дай дин шэнь"
)
# A name in -нь is masculine as towns are (в Сиане), in -н and -й as well; in -а feminine
_TOWNS = {"нь": "ярославль", "н": "архангельск", "р": "архангельск", "й": "китай", "а": "москва"}
_MEN = {"нь": "гость", "н": "оператор", "р": "оператор", "й": "герой"}


def chinese_name(word: str) -> Nominal | None:
    """An unknown word (small letters) as a name of a Chinese place; None if it is none."""
    if not _PLACE.fullmatch(word):
        return None
    model = next((m for ending, m in _TOWNS.items() if word.endswith(ending)), None)
    return like(word, model) if model else fixed(word)


def is_chinese_person(*names: str) -> bool:
    """Whether words (small letters) are a Chinese surname and, if there are two, a given name."""
    surname, *given = names
    return surname in _SURNAMES.split() and all(_GIVEN.fullmatch(name) for name in given)


def chinese_man(word: str) -> Nominal:
    """The last word of a man's name (small letters): господина Вана, господина Ли."""
    model = next((m for ending, m in _MEN.items() if word.endswith(ending)), None)
    return like(word, model) if model else fixed(word)
