import pytest

from plugins.audit.checks.missing_description import missing_description
from plugins.language.problems import Severity
from tests.audit.subjects import document, found, head, subject


@pytest.mark.parametrize(
    "html",
    [
        head(description=""),
        head(description="  "),
        "<title>A</title>",
        '<meta property="og:description" content="x">',
        '<!-- <meta name="description" content="x"> -->',
    ],
)
def test_a_page_without_a_description(html: str) -> None:
    judged = subject({"a/index.html": html}, [document("ru/pages/a.md")])

    assert found(missing_description, judged) == [
        (
            "missing-description",
            Severity.WARNING,
            "content/ru/pages/a.md",
            1,
            "the page has no description",
        )
    ]


@pytest.mark.parametrize(
    "html",
    [
        head(),
        "<META NAME=Description CONTENT=x>",
        "<meta content='x' name='description'>",
        '<meta name="robots" content="NOINDEX">',
        '<meta name="robots" content="none">',
        '<meta http-equiv="Refresh" content="0; url=/b/">',
    ],
)
def test_a_page_with_a_description_or_not_for_search_engines(html: str) -> None:
    assert found(missing_description, subject({"a/index.html": html})) == []
