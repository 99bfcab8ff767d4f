from plugins.audit.checks.phrase_not_in_subheadings import phrase_not_in_subheadings
from plugins.language.problems import Severity
from tests.audit.phrase_texts import judged, text, words
from tests.audit.subjects import Found, found

ROW = "доставка из китая,ru/pages/a.md,9,,"


def findings(*headings: str, length: int = 300) -> list[Found]:
    body = "\n".join(f"<h2>{heading}</h2>" for heading in headings)
    written = text("ru/pages/a.md", f"<p>Доставка из Китая. {words(length)}</p>\n{body}")
    return found(phrase_not_in_subheadings, judged(ROW, texts=(written,)))


def test_no_subheading_of_a_long_text_has_a_word() -> None:
    assert findings("Сроки", "Цены", "Вопросы") == [
        (
            "phrase-not-in-subheadings",
            Severity.ADVICE,
            "content/ru/pages/a.md",
            5,
            "none of 3 subheadings has a word of the key phrase «доставка из китая»",
        )
    ]


def test_one_word_in_one_subheading_is_enough() -> None:
    assert findings("Сроки", "Цены доставки", "Вопросы") == []
    assert findings("Сроки", "Как мы доставляем", "Вопросы") == []


def test_short_texts_and_few_subheadings_are_not_judged() -> None:
    assert findings("Сроки", "Цены", "Вопросы", length=200) == []
    assert findings("Сроки", "Цены") == []
