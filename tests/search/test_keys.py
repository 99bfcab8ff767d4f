"""What a word is found by, and that every form people may type leads to it."""

import re

import pytest

from plugins.search.keys import SHORT, folded, keys_of, parts, stem
from plugins.search.stop_words import STOP_WORDS
from plugins.words.paradigms import paradigm
from tests.sites import ROOT

SCRIPT = (ROOT / "theme/static/search.js").read_text("utf-8")


@pytest.mark.parametrize(
    ("piece", "expected"),
    [
        ("«Мир».", ["мир"]),
        ("PV-101,", ["pv", "101", "pv101"]),
        ("счёт-фактура", ["счёт", "фактура", "счётфактура"]),
        ("за\u0301мок", ["замок"]),
        ("пере\u00adвоз\u00adчик", ["перевозчик"]),
        ("и\u0306од", ["йод"]),
        ("—", []),
        ("₽", []),
        ("х" * 60, []),
    ],
)
def test_the_words_of_a_piece_of_text(piece: str, expected: list[str]) -> None:
    assert parts(piece) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("сварочный", "сварочном"),
        ("синий", "сином"),
        ("сварочной", "сварочном"),
        ("станций", "станцом"),
        ("чай", "чай"),
        ("счёт", "счет"),
    ],
)
def test_the_short_i_of_an_ending_is_no_part_of_the_stem(word: str, expected: str) -> None:
    assert folded(word) == expected


@pytest.mark.parametrize(
    ("word", "lang", "expected"),
    [
        ("человек", "ru", ("человек", "люд", "людьм")),
        ("года", "ru", ("год", "гг", "лет")),
        ("станок", "ru", ("станок", "станк")),
        ("доставка", "ru", ("доставк", "доставок")),
        ("сварочный", "ru", ("сварочн", "свароч")),
        ("инн", "ru", ("инн",)),
        ("r290", "ru", ("r290",)),
        ("сдэка", "ru", ("сдэк",)),
        ("bought", "en", ("bought", "boughten", "buy")),
        ("ovens", "en", ("oven",)),
        ("Straße", "de", ("Straße",)),
    ],
)
def test_keys(word: str, lang: str, expected: tuple[str, ...]) -> None:
    assert keys_of(word, lang) == expected


@pytest.mark.parametrize(
    ("word", "lang"), [("для", "ru"), ("ещё", "ru"), ("в", "ru"), ("the", "en")]
)
def test_stop_words_have_no_key(word: str, lang: str) -> None:
    assert keys_of(word, lang) == ()


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_the_script_knows_the_same_stop_words(lang: str) -> None:
    said = re.search(rf'^  {lang}: "(.*)",$', SCRIPT, re.MULTILINE)

    assert said
    assert set(said[1].split()) == STOP_WORDS[lang]


def test_the_script_takes_a_word_to_pieces_as_the_index_does() -> None:
    assert f"SHORT = {SHORT}," in SCRIPT
    assert '/([бвгджзклмнпрстфхцчшщ])[ыио]й$/, "$1ом"' in SCRIPT


WORDS = {
    "ru": "человек год день печь станок сверло плита ремень идти везти оплатить счёт деньги "
    "верстак холодильный сварочный упакованный доставка приёмка опоздание партия маркетплейс",
    "en": "buy send pay bring person oven delivery knife weigh freight customs send keep",
}


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_each_form_of_a_word_leads_to_one_of_its_keys(lang: str) -> None:
    for word in WORDS[lang].split():
        keys = keys_of(word, lang)
        for form in paradigm(folded(word) if lang == "en" else word.replace("ё", "е"), lang):
            assert stem(form, lang) in keys, form
