"""Which words of a phrase a text lacks: a table that a linguist can read."""

import pytest

from plugins.audit.lacking import demanded, has_some, lacking, text_words
from plugins.keywords.groups import group_phrases
from plugins.keywords.relevance_map import KeyPhrase

TABLE = [
    ("доставка из китая", "Доставка грузов из Китая", ""),
    ("доставка из китая", "Из Китая с доставками", ""),
    ("доставка из китая", "Мы доставляем из Китая", ""),
    ("доставка из китая", "Поставки из Китая", "доставка"),
    ("доставка из китая", "Дорога", "доставка китая"),
    ("проверка поставщика", "Как проверить поставщика", ""),
    ("страхование груза", "Страхуем грузы", ""),
    ("страхование груза", "Застраховать груз", "страхование"),
    ("растаможка станка", "Растаможим станок", ""),
    ("цена печи", "Ценить печь", "цена"),
    ("заказ еды", "Заказать еду", ""),
    ("как выбрать печь", "Выбор печи", ""),
    ("купить печь недорого", "Печь", ""),
    ("печь на 10 уровней", "Печь на 6 уровней", "10"),
    ("где купить", "Магазины", "где купить"),
    ("услуги сдэк", "Услуга СДЭКа", ""),
    ("бурбулятор цена", "Цены бурбуляторов", ""),
    ("iphone 15", "Новый iPhone 15", ""),
    ("iphone 15", "Новый iPhone", "15"),
    ("ёлка", "Елки", ""),
    ("стол", "Столица", "стол"),
    ('"доставка из китая"', "Доставка из Китая", ""),
    ('"доставка из китая"', "Доставки из Китая", '"доставка из китая"'),
]


@pytest.mark.parametrize(("phrase", "text", "words"), TABLE)
def test_words_that_a_text_lacks(phrase: str, text: str, words: str) -> None:
    (group,) = group_phrases([KeyPhrase(phrase, exact=phrase.startswith('"'))])
    found = lacking(group, text_words(text, "ru"), "ru")

    assert " ".join(found) == words


def test_of_a_group_the_phrase_that_lacks_least_counts() -> None:
    rows = [KeyPhrase("пароконвектомат", group="печи"), KeyPhrase("печь с паром", group="печи")]
    (group,) = group_phrases(rows)

    assert lacking(group, text_words("Печи", "ru"), "ru") == ("паром",)
    assert lacking(group, text_words("Пароконвектоматы", "ru"), "ru") == ()


def test_in_english() -> None:
    (group,) = group_phrases([KeyPhrase("how to choose an oven")], "en")

    assert lacking(group, text_words("Ovens for bakeries", "en"), "en") == ()
    assert lacking(group, text_words("For bakeries", "en"), "en") == ("oven",)


def test_one_word_that_names_a_thing_is_enough_to_speak_of_it() -> None:
    (group,) = group_phrases([KeyPhrase("купить сварочный стол")])

    assert has_some(group, text_words("Ножки столов", "ru"), "ru")
    assert not has_some(group, text_words("Где купить ножки", "ru"), "ru")


def test_a_phrase_without_things_demands_all_its_words() -> None:
    assert [word.form for word in demanded("купить недорого", "ru")] == ["купить", "недорого"]
