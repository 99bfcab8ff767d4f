from plugins.audit.checks.duplicate_description import duplicate_description
from plugins.language.problems import Severity
from tests.audit.subjects import document, found, head, subject

NOINDEX = '<meta name="robots" content="noindex">'


def test_the_second_page_of_a_description_is_found() -> None:
    pages = {f"{name}/index.html": head(description="12–18 дней") for name in "ab"}
    judged = subject(pages, [document("ru/pages/b.md")])

    assert found(duplicate_description, judged) == [
        (
            "duplicate-description",
            Severity.WARNING,
            "content/ru/pages/b.md",
            1,
            "the description is that of output/a/index.html too",
        )
    ]


def test_descriptions_of_their_own_none_and_unlisted_pages_are_right() -> None:
    pages = {
        "a/index.html": head(description="12–18 дней"),
        "b/index.html": head(description="12–18 дней."),
        "c/index.html": head(description="12–18 дней", more=NOINDEX),
        "d/index.html": head(description=""),
        "e/index.html": head(description=""),
    }

    assert found(duplicate_description, subject(pages)) == []
