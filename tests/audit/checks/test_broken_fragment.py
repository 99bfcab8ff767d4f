import pytest

from plugins.audit.checks.broken_fragment import broken_fragment
from plugins.language.problems import Severity
from tests.audit.subjects import document, found, subject

TARGET = '<h2 id="srok">…</h2><h2 id="цена">…</h2>'


def test_a_place_that_the_other_page_does_not_have() -> None:
    written = document("ru/pages/a.md", markdown="Title: A\n\n[b]({filename}b.md#zena)\n")
    pages = {"a/index.html": '<a href="/b/#zena">b</a>', "b/index.html": TARGET}

    assert found(broken_fragment, subject(pages, [written])) == [
        (
            "broken-fragment",
            Severity.ERROR,
            "content/ru/pages/a.md",
            3,
            "the link /b/#zena names a place that /b/ does not have",
        )
    ]


def test_a_place_that_the_page_itself_does_not_have() -> None:
    judged = subject({"index.html": '<a href="#top">up</a>'})

    assert found(broken_fragment, judged) == [
        (
            "broken-fragment",
            Severity.ERROR,
            "output/index.html",
            0,
            "the link #top names a place that / does not have",
        )
    ]


@pytest.mark.parametrize(
    "href",
    [
        "/b/#srok",
        "../b/#srok",
        "/b/#цена",
        "/b/#%D1%86%D0%B5%D0%BD%D0%B0",
        "/b/#",
        "/b/",
        "#own",
        "/nothing/#srok",
        "https://example.org/#srok",
        "/x.pdf#page=2",
    ],
)
def test_a_place_that_is_there_or_not_ours_to_judge(href: str) -> None:
    html = f'<p id="own"></p><a href="{href}">x</a>'
    pages = {"a/index.html": html, "b/index.html": TARGET}

    assert found(broken_fragment, subject(pages, files=["x.pdf"])) == []
