import pytest

from plugins.audit import audit
from plugins.audit.checks.document_without_phrases import document_without_phrases
from plugins.language.problems import Severity
from tests.audit.phrase_texts import judged, relevance_map, text
from tests.audit.subjects import found, subject

ROW = "печь,ru/pages/a.md,9,,"
OWNER = text("ru/pages/a.md")


@pytest.mark.parametrize("kind", ["article", "product", "page", "home"])
def test_a_document_that_no_phrase_leads_to(kind: str) -> None:
    other = text("ru/pages/b.md", kind=kind)

    assert found(document_without_phrases, judged(ROW, texts=(OWNER, other))) == [
        (
            "document-without-phrases",
            Severity.ADVICE,
            "content/ru/pages/b.md",
            1,
            "the map of key phrases has no phrase for this document",
        )
    ]


@pytest.mark.parametrize(
    "values",
    [
        {"kind": "list"},
        {"kind": "error"},
        {"status": "draft"},
        {"status": "hidden"},
        {"template": "contacts"},
        {"template": "about"},
    ],
)
def test_lists_drafts_and_what_is_sought_by_name(values: dict[str, str]) -> None:
    other = text("ru/pages/b.md", **values)

    assert found(document_without_phrases, judged(ROW, texts=(OWNER, other))) == []


def test_documents_of_law_are_sought_by_nobody() -> None:
    law = text("ru/pages/privacy.md")

    assert found(document_without_phrases, judged(ROW, texts=(OWNER, law))) == []


def test_a_page_that_search_engines_may_not_list() -> None:
    page = '<meta name="robots" content="noindex">'
    judged_map = judged(ROW, texts=(OWNER, text("ru/pages/b.md")), b=page)

    assert found(document_without_phrases, judged_map) == []


@pytest.mark.parametrize("keywords", ["", relevance_map()], ids=["no file", "no rows"])
def test_a_language_without_phrases_is_one_finding(keywords: str) -> None:
    texts = [text("en/pages/a.md"), text("en/pages/b.md")]
    judged_map = subject(documents=texts, keywords={"en": keywords})

    assert found(document_without_phrases, judged_map) == [
        (
            "document-without-phrases",
            Severity.ADVICE,
            "content/en/keywords.csv",
            0,
            "there are no key phrases for the texts of this language",
        )
    ]
    (finding,) = audit(judged_map, [document_without_phrases])
    assert finding.advice.in_language("en").endswith("--import FILE --language en")


def test_a_language_without_texts_needs_no_phrases() -> None:
    assert found(document_without_phrases, subject(keywords={"en": ""})) == []
