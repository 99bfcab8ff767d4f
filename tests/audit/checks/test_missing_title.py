import pytest

from plugins.audit.checks.missing_title import missing_title
from plugins.language.problems import Severity
from tests.audit.subjects import document, found, head, subject

EMPTY = [
    head(title=""),
    head(title=" \n "),
    '<meta name="description" content="x">',
    "<body><svg><title>an icon</title></svg></body>",
    "<!-- <title>no</title> -->",
    "<script>'<title>no</title>'</script>",
]


@pytest.mark.parametrize("html", EMPTY)
def test_a_page_without_a_title(html: str) -> None:
    judged = subject({"a/index.html": html}, [document("ru/pages/a.md")])

    assert found(missing_title, judged) == [
        ("missing-title", Severity.ERROR, "content/ru/pages/a.md", 1, "the page has no title")
    ]


@pytest.mark.parametrize(
    "html",
    [
        head(),
        "<TITLE lang=ru>A</TITLE>",
        "<title>never closed",
        '<meta name="robots" content="noindex">',
        '<meta http-equiv="refresh" content="0; url=/b/">',
    ],
)
def test_a_page_with_a_title_or_not_for_search_engines(html: str) -> None:
    assert found(missing_title, subject({"a/index.html": html})) == []
