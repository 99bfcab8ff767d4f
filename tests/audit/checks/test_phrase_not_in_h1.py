import pytest

from plugins.audit.checks.phrase_not_in_h1 import phrase_not_in_h1
from plugins.language.problems import Severity
from tests.audit.phrase_texts import judged, text
from tests.audit.subjects import found

ROW = "доставка из китая,ru/pages/a.md,9,,"
WRITTEN = text("ru/pages/a.md", "Доставка из Китая.", title="Доставка из Китая")


def test_a_heading_that_lacks_what_the_title_has() -> None:
    page = "<title>Доставка из Китая</title><h1>Наша доставка</h1>"

    assert found(phrase_not_in_h1, judged(ROW, texts=(WRITTEN,), a=page)) == [
        (
            "phrase-not-in-h1",
            Severity.ADVICE,
            "content/ru/pages/a.md",
            1,
            "the heading (h1) does not have the key phrase «доставка из китая» (no «китая»)",
        )
    ]


@pytest.mark.parametrize(
    "page",
    [
        "<h1>Доставка из Китая</h1>",
        "<h1>Как идёт из <em>Китая</em>\nвсякая доставка</h1>",
        "<p>Без заголовка</p>",
    ],
)
def test_a_heading_with_the_words_or_none(page: str) -> None:
    assert found(phrase_not_in_h1, judged(ROW, texts=(WRITTEN,), a=page)) == []


def test_a_title_that_lacks_the_phrase_is_another_finding() -> None:
    written = text("ru/pages/a.md", "Доставка из Китая.", title="Дорога")

    assert found(phrase_not_in_h1, judged(ROW, texts=(written,), a="<h1>Путь</h1>")) == []


def test_without_built_pages_nothing_is_judged() -> None:
    assert found(phrase_not_in_h1, judged(ROW, texts=(WRITTEN,))) == []
