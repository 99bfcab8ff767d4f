from plugins.audit.checks.sitemap_lacks_page import sitemap_lacks_page
from plugins.documents import Status
from plugins.language.problems import Severity
from tests.audit.sitemaps import page, told, url
from tests.audit.subjects import document, found, subject


def test_every_page_is_named() -> None:
    judged = told({"index.html": page("/"), "б/index.html": page("/б/")}, url("/"), url("/%D0%B1/"))

    assert found(sitemap_lacks_page, judged) == []


def test_a_page_that_is_not_named() -> None:
    pages = {"index.html": page("/"), "a/index.html": page("/a/")}
    judged = told(pages, url("/"), documents=[document("ru/pages/a.md")])

    assert found(sitemap_lacks_page, judged) == [
        (
            "sitemap-lacks-page",
            Severity.WARNING,
            "content/ru/pages/a.md",
            0,
            "the page is not in the sitemap",
        )
    ]


def test_pages_that_are_not_to_be_listed_need_not_be_named() -> None:
    pages = {
        "404.html": "<title>404</title>",
        "copy/index.html": page("/a/"),
        "search/index.html": page("/search/", '<meta name="robots" content="noindex">'),
        "hidden/index.html": page("/hidden/"),
    }
    hidden = document("ru/pages/hidden.md", status=Status.HIDDEN)

    judged = told({**pages, "index.html": page("/")}, url("/"), documents=[hidden])

    assert found(sitemap_lacks_page, judged) == []


def test_where_no_output_was_read_nothing_is_said() -> None:
    assert found(sitemap_lacks_page, subject({"a/index.html": page("/a/")})) == []
