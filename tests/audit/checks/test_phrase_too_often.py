import pytest

from plugins.audit.checks.phrase_too_often import phrase_too_often
from plugins.language.problems import Severity
from tests.audit.phrase_texts import judged, text, words
from tests.audit.subjects import Found, found


def findings(body: str, *phrases: str) -> list[Found]:
    rows = (f"{phrase},,9,," for phrase in phrases)
    return found(phrase_too_often, judged(*rows, texts=(text("ru/pages/a.md", body),)))


def test_a_phrase_in_all_its_forms_takes_too_many_words() -> None:
    body = f"{'Сварочный стол. Сварочного стола. ' * 5}{words(180)}"

    assert findings(body, "сварочный стол") == [
        (
            "phrase-too-often",
            Severity.WARNING,
            "content/ru/pages/a.md",
            4,
            "«сварочный стол» in all forms stands 10 times in 200 words: "
            "10.0 % of the words belong to it, more than 6.5 %",
        )
    ]


@pytest.mark.parametrize(
    "body",
    [
        f"{'Печь. Печи. ' * 5}{words(144)}",
        f"{'Печь. ' * 4}{words(10)}",
        f"{'Стол большой и сварочный. ' * 10}{words(10)}",
    ],
    ids=["within the bound", "four places", "loose places"],
)
def test_honest_and_short_texts_are_right(body: str) -> None:
    assert findings(body, "печь", "сварочный стол") == []


def test_of_phrases_in_the_same_places_the_densest_is_named() -> None:
    body = f"{'Сварочный стол. ' * 10}{words(100)}"

    assert [m.split("»")[0] for *_, m in findings(body, "стол", "сварочный стол", "сварочный")] == [
        "«сварочный стол"
    ]


def test_two_phrases_in_places_of_their_own_are_two_findings() -> None:
    assert len(findings(f"{'Печь. Верстак. ' * 10}{words(50)}", "печь", "верстак")) == 2
