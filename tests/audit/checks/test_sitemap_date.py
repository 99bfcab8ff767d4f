import pytest

from plugins.audit.checks.sitemap_date import sitemap_date
from plugins.language.problems import Severity
from tests.audit.sitemaps import page, told, url
from tests.audit.subjects import found


def said(lastmod: str) -> list[str]:
    judged = told({"a/index.html": page("/a/")}, url("/a/", lastmod))
    return [what for *_, what in found(sitemap_date, judged)]


@pytest.mark.parametrize(
    "lastmod", ["", "2026-11-22T10:00:00+03:00", "2026-11-22T09:00:00Z", "2020-01-01T00:00+03:00"]
)
def test_moments_that_have_come(lastmod: str) -> None:
    assert said(lastmod) == []


@pytest.mark.parametrize("lastmod", ["вчера", "2026-11-22T10:00:00", "2026-11-22", "22.11.2026"])
def test_what_is_no_moment_with_a_zone(lastmod: str) -> None:
    assert said(lastmod) == [f"the date in the sitemap is no moment with a zone: {lastmod}"]


def test_a_moment_of_the_future() -> None:
    moment = "2026-11-22T12:00:01+03:00"
    judged = told({}, url("/a/", moment))

    assert found(sitemap_date, judged) == [
        (
            "sitemap-date",
            Severity.ERROR,
            "output/sitemap.xml",
            0,
            f"the date in the sitemap is in the future: {moment}",
        )
    ]
