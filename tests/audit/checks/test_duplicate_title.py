from plugins.audit.checks.duplicate_title import duplicate_title
from plugins.language.problems import Severity
from tests.audit.subjects import document, found, head, subject

NOINDEX = '<meta name="robots" content="noindex, follow">'


def test_the_second_and_third_page_of_a_title_are_found() -> None:
    pages = {f"{name}/index.html": head(title="Доставка") for name in "abc"}
    judged = subject(pages, [document("ru/pages/a.md"), document("ru/pages/b.md")])
    message = "the title «Доставка» is that of content/ru/pages/a.md too"

    assert found(duplicate_title, judged) == [
        ("duplicate-title", Severity.WARNING, "content/ru/pages/b.md", 1, message),
        ("duplicate-title", Severity.WARNING, "output/c/index.html", 1, message),
    ]


def test_titles_of_their_own_no_titles_and_unlisted_pages_are_right() -> None:
    pages = {
        "a/index.html": head(title="Доставка"),
        "b/index.html": head(title="Доставка 2"),
        "c/index.html": head(title="Доставка", more=NOINDEX),
        "d/index.html": head(title=""),
        "e/index.html": head(title=""),
    }

    assert found(duplicate_title, subject(pages)) == []
