import pytest

from plugins.audit.checks.phrase_not_in_first_paragraph import phrase_not_in_first_paragraph
from plugins.language.problems import Severity
from tests.audit.phrase_texts import judged, text, words
from tests.audit.subjects import Found, found

ROW = "доставка из китая,ru/pages/a.md,9,,"
LATER = f"<h2>Доставка из Китая</h2>\n<p>{words(100)}</p>"


def findings(first: str, later: str = LATER, **values: str) -> list[Found]:
    written = text("ru/pages/a.md", f"{first}\n{later}", **values)
    return found(phrase_not_in_first_paragraph, judged(ROW, texts=(written,)))


def test_a_beginning_without_the_words() -> None:
    assert findings("<p>Мы возим грузы из Китая.</p>") == [
        (
            "phrase-not-in-first-paragraph",
            Severity.ADVICE,
            "content/ru/pages/a.md",
            4,
            "the first paragraph does not have the key phrase «доставка из китая» (no «доставка»)",
        )
    ]


@pytest.mark.parametrize(
    "first",
    [
        "<p>О доставке из Китая.</p>",
        "<p>Доставка. Скорая. Из Китая.</p>",
        "<p>Из <em>Китая</em>: доставка</p>",
    ],
)
def test_the_words_in_any_form_and_over_several_sentences(first: str) -> None:
    assert findings(first) == []


def test_products_and_short_texts_are_not_judged() -> None:
    assert findings("<p>Привет.</p>", kind="product") == []
    assert findings("<p>Привет.</p>", "<p>Доставка из Китая.</p>") == []
    assert findings("<ul><li>Привет</li></ul>", f"<div>Доставка из Китая {words(100)}</div>") == []
