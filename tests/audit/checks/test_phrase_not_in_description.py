from plugins.audit.checks.phrase_not_in_description import phrase_not_in_description
from plugins.language.problems import Severity
from tests.audit.phrase_texts import judged, text
from tests.audit.subjects import Found, found

ROW = "доставка из китая,ru/pages/a.md,9,,"


def findings(description: str) -> list[Found]:
    written = text("ru/pages/a.md", "Доставка из Китая.", description=description)
    return found(phrase_not_in_description, judged(ROW, texts=(written,)))


def test_a_description_that_lacks_a_word() -> None:
    assert findings("Пять маршрутов из Китая.") == [
        (
            "phrase-not-in-description",
            Severity.ADVICE,
            "content/ru/pages/a.md",
            2,
            "the description does not have the key phrase «доставка из китая» (no «доставка»)",
        )
    ]


def test_any_form_in_any_sentence_will_do_and_no_description_is_another_rule() -> None:
    assert findings("Китай рядом. Доставляем за месяц.") == []
    assert findings("О доставке из Китая.") == []
    assert findings("") == []
