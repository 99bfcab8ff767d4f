import pytest

from plugins.audit.checks.sitemap_address import sitemap_address
from plugins.language.problems import Severity
from tests.audit.sitemaps import page, told, url
from tests.audit.subjects import ADDRESS, document, found

PAGES = {
    "index.html": page("/"),
    "a/index.html": page("/a/"),
    "б/index.html": page("/б/"),
    "copy/index.html": page("/a/"),
    "search/index.html": page("/search/", '<meta name="robots" content="noindex">'),
    "moved/index.html": page("/a/", '<meta http-equiv="refresh" content="0; url=/a/">'),
}


def said(*urls: str) -> list[str]:
    return [what for *_, what in found(sitemap_address, told(PAGES, *urls, files=["p/a.jpg"]))]


def test_pages_by_their_own_addresses() -> None:
    assert said(url("/"), url("/a/", image="p/a.jpg"), url("/%D0%B1/")) == []


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("a/", "no full address of this site stands there: a/"),
        (
            "https://example.org/a/",
            "no full address of this site stands there: https://example.org/a/",
        ),
        (
            "https://example.com.evil/a/",
            "no full address of this site stands there: https://example.com.evil/a/",
        ),
        ("/б/", f"no full address of this site stands there: {ADDRESS}/б/"),
        ("/none/", f"the sitemap names {ADDRESS}/none/, where no page is"),
        ("/p/a.jpg", f"the sitemap names {ADDRESS}/p/a.jpg, where no page is"),
        ("/search/", "the sitemap names a page that says noindex or leads on elsewhere"),
        ("/moved/", "the sitemap names a page that says noindex or leads on elsewhere"),
        ("/copy/", f"the page names another address as its own: {ADDRESS}/a/"),
    ],
)
def test_what_is_no_page_by_its_own_address(path: str, message: str) -> None:
    assert said(url(path)) == [message]


def test_a_page_twice() -> None:
    assert said(url("/a/"), url("/a/")) == [f"the sitemap names {ADDRESS}/a/ twice"] * 2


def test_a_picture_that_is_not_there() -> None:
    assert said(url("/a/", image="p/b.jpg")) == [
        f"the sitemap names a picture that is not there: {ADDRESS}/p/b.jpg"
    ]


def test_the_file_to_mend_is_that_of_the_text() -> None:
    judged = told(PAGES, url("/copy/"), documents=[document("ru/pages/copy.md")])
    ((rule, severity, file, line, _),) = found(sitemap_address, judged)

    assert (rule, severity, file, line) == (
        "sitemap-address",
        Severity.ERROR,
        "content/ru/pages/copy.md",
        0,
    )
