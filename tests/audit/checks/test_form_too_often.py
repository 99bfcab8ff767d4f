import pytest

from plugins.audit.checks.form_too_often import form_too_often
from plugins.language.problems import Severity
from tests.audit.phrase_texts import judged, relevance_map, text, words
from tests.audit.subjects import Found, found, subject


def findings(body: str, phrase: str) -> list[Found]:
    return found(form_too_often, judged(f"{phrase},,9,,", texts=(text("ru/pages/a.md", body),)))


def test_one_form_is_repeated() -> None:
    assert findings(f"{'Купить верстак. ' * 5}{words(190)}", "купить верстак") == [
        (
            "form-too-often",
            Severity.ADVICE,
            "content/ru/pages/a.md",
            4,
            "the form «Купить верстак» alone stands 5 times in 200 words: "
            "5.0 % of the words belong to it, more than 4.5 %",
        )
    ]


@pytest.mark.parametrize(
    ("body", "phrase"),
    [
        (f"{'Верстак. Верстаку. Верстака. ' * 3}{words(171)}", "верстак"),
        (f"{'Верстак. ' * 4}{words(70)}", "верстак"),
        (f"{'iPhone. ' * 5}{words(95)}", "iphone"),
        (f"{'Верстак. ' * 20}{words(80)}", "верстак"),
    ],
    ids=["declined", "four places", "Latin", "phrase-too-often says it"],
)
def test_declined_phrases_short_texts_and_names_are_right(body: str, phrase: str) -> None:
    assert findings(body, phrase) == []


def test_english_has_hardly_any_forms() -> None:
    written = text("en/pages/a.md", f"{'Oven. ' * 5}{words(95)}")
    judged_map = subject(documents=[written], keywords={"en": relevance_map("oven,,9,,")})

    assert found(form_too_often, judged_map) == []
