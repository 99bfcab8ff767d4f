"""Where a place is: «в Москве», «во Владивостоке», «на Урале», «в Крыму»."""

import re
from functools import lru_cache

from plugins.words.inflection import case, no_form
from plugins.words.letters import like_written
from plugins.words.phrases import group_at, pieces
from plugins.words.vocabulary import SHIPPED, Vocabulary


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Places that are stood on, not in; kinds of places, by their head word
ON = _words(
    """урал приуралье кавказ алтай камчатка сахалин чукотка таймыр ямал кубань дон волга байкал амур
    енисей обь лена нева кама ока днепр дунай рейн восток запад север юг юго-восток юго-запад
    северо-запад северо-восток ставрополье колыма валаам соловки курилы командоры домбай эльбрус
    чегет арбат рублёвка русь украина куба кипр мальта тайвань филиппины мальдивы сейшелы бали ява
    суматра шри-ланка мадагаскар ямайка гаити крит родос сицилия сардиния корсика хайнань пхукет
    самуи ибица тенерифе майорка аляска гавайи балканы маврикий барбадос багамы бермуды канары
    окинава хоккайдо хонсю борнео калимантан гренландия
    остров острова полуостров полуострова улица проспект площадь бульвар шоссе набережная вокзал
    станция рынок склад завод фабрика почта выставка берег побережье таможня биржа этаж море океан
    озеро река гора родина планета земля предприятие терминал маркетплейс сайт кухня производство
    комбинат стадион ярмарка распродажа"""
)
IN = frozenset({"горный алтай", "республика алтай", "алтайский край", "западная двина"})
# The second locative, «в Крыму», and forms that no rule gives
LOCATIVE = {
    "крым": "крыму",
    "дон": "дону",
    "клин": "клину",
    "порт": "порту",
    "аэропорт": "аэропорту",
    "бор": "бору",
    "лес": "лесу",
    "сад": "саду",
    "берег": "берегу",
    "остров": "острове",
    "угол": "углу",
    "мост": "мосту",
    "шкаф": "шкафу",
    "рай": "раю",
}
_CONSONANT = "бвгджзйклмнпрстфхцчшщь"
_WITH_VOWEL = re.compile(
    rf"[вф][{_CONSONANT}]|ль[бвгджзклмнпрст]|лб|лг|мг|мн|мц|мст|мх|мш|рж|рт[аи]|чт"
)


@lru_cache(maxsize=1 << 12)
def where(place: str, known: Vocabulary = SHIPPED) -> str:
    """The preposition and the locative of a place in the nominative. Raises NoFormError."""
    name = str(place).strip()
    if not name:
        raise no_form(name, "loct")
    own = known.places.get(name.lower())
    form = own.form if own and own.form else _locative(name, known)
    preposition = own.preposition if own else _preposition(name, known)
    return f"{_sounding(preposition, form)} {form}"


def _locative(name: str, known: Vocabulary) -> str:
    words, text = pieces(name), case(name, "loct", known=known)
    at = _head(name, known)
    form = LOCATIVE.get(words[at].lower)
    if form is None:
        return text
    regular = case(words[at].text, "loct", known=known)
    return text.replace(regular, like_written(form, words[at].text), 1)


def _head(name: str, known: Vocabulary) -> int:
    """The index of the word that says what kind of place it is."""
    group = group_at(pieces(name), 0, known)
    return group.end - 1 if group else 0


def _preposition(name: str, known: Vocabulary) -> str:
    head = pieces(name)[_head(name, known)].lower
    on = name.lower() in ON or head in ON or head.endswith("щина")
    return "на" if on and name.lower() not in IN else "в"


def _sounding(preposition: str, form: str) -> str:
    """«во» before two consonants that are hard to say after «в»."""
    return "во" if preposition == "в" and _WITH_VOWEL.match(form.lower()) else preposition
