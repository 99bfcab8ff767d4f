import pytest

from plugins.audit.checks.broken_link import broken_link
from plugins.language.problems import Severity
from tests.audit.subjects import document, found, subject


def test_a_link_that_leads_nowhere_is_found_where_it_is_written() -> None:
    written = document("ru/pages/a.md", markdown="Title: A\n\nText\nand [b](/b/).\n")
    judged = subject({"a/index.html": '<a href="/b/">b</a>'}, [written])

    assert found(broken_link, judged) == [
        ("broken-link", Severity.ERROR, "content/ru/pages/a.md", 4, "the link /b/ leads nowhere")
    ]


def test_a_link_of_a_page_without_a_source_is_found_in_the_output() -> None:
    judged = subject({"blog/page/2/index.html": '<a href="../9/">9</a>'})

    assert found(broken_link, judged) == [
        (
            "broken-link",
            Severity.ERROR,
            "output/blog/page/2/index.html",
            0,
            "the link ../9/ leads nowhere",
        )
    ]


PAGES = {"index.html": "", "b/index.html": "", "404.html": "", "о нас/index.html": ""}


@pytest.mark.parametrize(
    "href",
    [
        "/",
        "/b/",
        "/b/?x=1",
        "/b/#c",
        "#c",
        "",
        "?x=1",
        "../b/",
        "./",
        "../",
        "/404.html",
        "/x.pdf",
        "/%D0%BE%20%D0%BD%D0%B0%D1%81/",
        "/о нас/",
        "/b/index.html",
        "/c/../b/",
        "https://example.org/z/",
        "//example.org/z/",
        "mailto:info@example.com",
        "tel:+7495",
    ],
)
def test_a_link_that_leads_somewhere_is_right(href: str) -> None:
    judged = subject(PAGES | {"a/index.html": f'<a href="{href}">x</a>'}, files=["x.pdf"])

    assert found(broken_link, judged) == []


@pytest.mark.parametrize(
    "href", ["/c/", "/b", "b/", "../../../c/", "/x", "/B/", "/b/c/", "http://[", "//[x"]
)
def test_a_link_that_leads_nowhere_is_wrong(href: str) -> None:
    judged = subject(PAGES | {"a/index.html": f'<a href="{href}">x</a>'})

    assert [message for *_, message in found(broken_link, judged)] == [
        f"the link {href} leads nowhere"
    ]
