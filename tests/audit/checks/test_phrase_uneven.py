from plugins.audit.checks.phrase_uneven import phrase_uneven
from plugins.language.problems import Severity
from tests.audit.phrase_texts import judged, text, words
from tests.audit.subjects import Found, found

ROW = "доставка из китая,ru/pages/a.md,9,,"
PLACES = "Доставка из Китая. " * 4


def findings(*parts: str) -> list[Found]:
    body = "\n".join(f"<p>{part}</p>" for part in parts)
    return found(phrase_uneven, judged(ROW, texts=(text("ru/pages/a.md", body),)))


def test_all_places_stand_in_one_part_of_a_long_text() -> None:
    assert findings(words(300), PLACES, words(300)) == [
        (
            "phrase-uneven",
            Severity.ADVICE,
            "content/ru/pages/a.md",
            5,
            "«доставка из китая» stands 4 times, all within 1 % of the text",
        )
    ]


def test_a_phrase_that_comes_back_even_loosely_is_right() -> None:
    assert findings(PLACES, words(300), "Доставка из Китая.", words(300)) == []
    assert findings(PLACES, words(300), "Из Китая идёт и другая доставка.", words(300)) == []


def test_few_places_and_short_texts_are_not_judged() -> None:
    assert findings(words(300), "Доставка из Китая. " * 3, words(300)) == []
    assert findings(words(200), PLACES, words(200)) == []
