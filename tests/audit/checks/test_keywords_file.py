from plugins.audit.checks.keywords_file import keywords_file
from plugins.language.problems import Severity
from tests.audit.phrase_texts import judged, relevance_map, text
from tests.audit.subjects import found, subject

MAP = "content/ru/keywords.csv"


def test_each_bad_row_is_a_finding_with_its_line() -> None:
    judged_map = judged(
        "доставка,ru/pages/a.md,100,,",
        "оплата,ru/pages/nowhere.md,часто,,",
        "доставка,ru/pages/a.md,100,,",
        texts=(text("ru/pages/a.md"),),
    )

    assert found(keywords_file, judged_map) == [
        (
            "keywords-file",
            Severity.WARNING,
            MAP,
            3,
            "document: expected a document in content/ru/, got 'ru/pages/nowhere.md'",
        ),
        (
            "keywords-file",
            Severity.WARNING,
            MAP,
            3,
            "frequency: expected a whole number, got 'часто'",
        ),
        (
            "keywords-file",
            Severity.WARNING,
            MAP,
            4,
            "phrase: expected each phrase once, got 'доставка', as in line 2",
        ),
    ]


def test_a_missing_column_is_found_in_the_header() -> None:
    keywords = {"ru": "phrase,document,frequency\nдоставка,,10\n"}

    assert found(keywords_file, subject(keywords=keywords)) == [
        (
            "keywords-file",
            Severity.WARNING,
            MAP,
            1,
            "expected the columns group, note, got phrase, document, frequency",
        )
    ]


def test_a_sound_map_and_a_missing_one_are_right() -> None:
    keywords = {"ru": relevance_map("доставка,,10,,"), "en": ""}

    assert found(keywords_file, subject(keywords=keywords)) == []
