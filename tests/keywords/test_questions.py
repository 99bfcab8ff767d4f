"""Which queries ask, and how they read as questions."""

import pytest

from plugins.keywords.questions import as_question, is_question


@pytest.mark.parametrize(
    ("query", "question"),
    [
        ("как вернуть товар", "Как вернуть товар?"),
        ("сколько идёт груз", "Сколько идёт груз?"),
        ("за сколько дней приедет груз", "За сколько дней приедет груз?"),
        ("какие документы нужны", "Какие документы нужны?"),
        ("можно ли вернуть товар", "Можно ли вернуть товар?"),
        ("нужна ли вытяжка", "Нужна ли вытяжка?"),
        ("почему не проходит платёж", "Почему не проходит платёж?"),
        ("что делать если платёж не прошёл", "Что делать, если платёж не прошёл?"),
        ("что делать, если платёж не прошёл?", "Что делать, если платёж не прошёл?"),
        ("что если платёж не прошёл", "Что если платёж не прошёл?"),
        ("чем накрыть станок чтобы не ржавел", "Чем накрыть станок, чтобы не ржавел?"),
    ],
)
def test_russian_questions(query: str, question: str) -> None:
    assert is_question(query)
    assert as_question(query) == question


@pytest.mark.parametrize(
    "query",
    [
        "доставка из китая",
        "станок сколько стоит",
        "купить печь",
        "как",
        "ли",
        "",
        "каков сверлильный",
    ],
)
def test_what_does_not_begin_as_a_question_is_none(query: str) -> None:
    assert not is_question(query)


@pytest.mark.parametrize(
    ("query", "question"),
    [
        ("how long does customs take", "How long does customs take?"),
        ("do i need insurance", "Do i need insurance?"),
        ("which pans work", "Which pans work?"),
    ],
)
def test_english_questions(query: str, question: str) -> None:
    assert is_question(query, "en")
    assert not is_question(query, "de")
    assert as_question(query) == question


def test_english_phrases_that_do_not_ask() -> None:
    assert not is_question("cargo insurance", "en")
    assert not is_question("как вернуть товар", "en")
