import pytest

from plugins.audit.checks.title_cut import title_cut
from plugins.language.problems import Severity
from tests.audit.subjects import document, found, head, subject

SOURCE = "Date: 2026-11-01\nTitle: x\n\nТекст."


def test_a_title_that_search_results_cut() -> None:
    page = document("ru/pages/a.md", markdown=SOURCE)
    judged = subject({"a/index.html": head(title="щ" * 41)}, [page])

    assert found(title_cut, judged) == [
        (
            "title-cut",
            Severity.ADVICE,
            "content/ru/pages/a.md",
            2,
            f"search results cut the title «{'щ' * 41}»: it takes 608 pixels of 600",
        )
    ]


@pytest.mark.parametrize(
    "html",
    [
        head(title="щ" * 40),
        head(title="l" * 99),
        head(title=""),
        head(title="щ" * 99, more='<meta name="robots" content="noindex">'),
    ],
)
def test_titles_that_fit_or_are_not_for_search_engines(html: str) -> None:
    assert found(title_cut, subject({"a/index.html": html})) == []
