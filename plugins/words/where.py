"""Where a place is: «в Москве», «во Владивостоке», «на Урале», «в Крыму»."""

import re
from functools import lru_cache

from plugins.words.inflection import NoFormError, case, no_form
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
    окинава хоккайдо хонсю борнео калимантан гренландия коморы фиджи мартиника аруба гваделупа
    кюрасао граница балтика вднх
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
# Endings of unknown names whose locative leaves no doubt: Хартум, Подгорица; not Торжок, Дюны
_UNKNOWN = re.compile(r"(?:[А-ЯЁ][а-яё]+(?:-(?=[А-ЯЁ]))?)+")
_SAME = ("о", "у", "э", "ю")
_HARD = "бвгджзклмнпрстфхцчшщ"
_UNSURE = ("ец", "ек", "ёк", "ок")
_CONSONANT = _HARD + "йь"
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
    try:
        text = case(name, "loct", known=known)
    except NoFormError:
        if (guess := _guessed(name)) is None:
            raise
        return guess
    words = pieces(name, known)
    at = _head(name, known)
    form = LOCATIVE.get(words[at].lower)
    if form is None:
        return text
    regular = case(words[at].text, "loct", known=known)
    return text.replace(regular, like_written(form, words[at].text), 1)


def _guessed(name: str) -> str | None:
    """The locative of an unknown name of one word by its ending; None where it is not sure."""
    if not _UNKNOWN.fullmatch(name) or name.endswith(_UNSURE):
        return None
    last, before = name[-1], name[-2]
    if last in _SAME:
        return name
    if last in _HARD:
        return name + "е"
    if last == "а" and before in _HARD:
        return name[:-1] + "е"
    if last == "я":
        return name[:-1] + ("и" if before == "и" else "е")
    return name[:-1] + "е" if last == "й" and before in "аеуэ" else None


def _head(name: str, known: Vocabulary) -> int:
    """The index of the word that says what kind of place it is."""
    group = group_at(pieces(name, known), 0, known)
    return group.end - 1 if group else 0


def _preposition(name: str, known: Vocabulary) -> str:
    head = pieces(name, known)[_head(name, known)].lower
    on = name.lower() in ON or head in ON or head.endswith("щина")
    return "на" if on and name.lower() not in IN else "в"


def _sounding(preposition: str, form: str) -> str:
    """«во» before two consonants that are hard to say after «в»."""
    return "во" if preposition == "в" and _WITH_VOWEL.match(form.lower()) else preposition
