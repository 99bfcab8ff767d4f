import pytest

from plugins.audit.checks.closed_to_robots import closed_to_robots
from plugins.language.problems import Severity
from tests.audit.sitemaps import ROBOTS, page, told, url
from tests.audit.subjects import found, subject

PAGES = {
    "a/index.html": page("/a/"),
    "б/index.html": page("/б/"),
    "search/index.html": page("/search/", '<meta name="robots" content="noindex">'),
}
NAMED = (url("/a/", image="p/a.jpg"), url("/%D0%B1/"))


def said(robots: str) -> list[str]:
    judged = told(PAGES, *NAMED, robots=robots)
    return [what for *_, what in found(closed_to_robots, judged)]


@pytest.mark.parametrize("robots", [ROBOTS, "", "User-agent: *\nDisallow:\n"])
def test_what_is_asked_for_may_be_read(robots: str) -> None:
    assert said(robots) == []


@pytest.mark.parametrize(
    ("rule", "path"),
    [("/a/", "/a/"), ("/sitemap", "/sitemap.xml"), ("*.jpg$", "/p/a.jpg"), ("/%D0%B1", "/%D0%B1/")],
)
def test_what_is_asked_for_is_closed(rule: str, path: str) -> None:
    assert said(f"User-agent: *\nDisallow: {rule}\n") == [
        f"robots may not read {path}, which the sitemap asks them to"
    ]


def test_what_is_closed_to_yandex_alone() -> None:
    robots = "User-agent: *\nDisallow:\n\nUser-agent: Yandex\nDisallow: /a/\n"

    assert said(robots) == ["robots may not read /a/, which the sitemap asks them to"]


def test_a_page_that_says_noindex_must_stay_open() -> None:
    judged = told(PAGES, *NAMED, robots="User-agent: *\nDisallow: /search/\n")

    assert found(closed_to_robots, judged) == [
        (
            "closed-to-robots",
            Severity.ERROR,
            "output/robots.txt",
            0,
            "robots may not read /search/ and never see its noindex",
        )
    ]


def test_where_no_output_was_read_nothing_is_said() -> None:
    assert found(closed_to_robots, subject(PAGES)) == []
