from dataclasses import replace

import pytest

from plugins.audit.checks.sitemap_broken import sitemap_broken
from plugins.audit.sitemap import sitemap_of
from plugins.discovery.sitemap import MOST_ADDRESSES
from plugins.language.problems import Severity
from tests.audit.sitemaps import INDEX, sitemap, told, url
from tests.audit.subjects import ADDRESS, found, subject


def judged(**files: str) -> list[tuple[str, str]]:
    """File and message of each finding on files of a sitemap, their names without .xml."""
    texts = {f"{name.replace('_', '-')}.xml": text for name, text in files.items()}
    looked_at = replace(told({}), told=texts)
    return [(file, what) for _, _, file, _, what in found(sitemap_broken, looked_at)]


def test_a_sitemap_that_can_be_read() -> None:
    assert judged(sitemap=sitemap(url("/a/"))) == []


def test_where_no_output_was_read_nothing_is_said() -> None:
    assert found(sitemap_broken, subject()) == []


def test_no_sitemap() -> None:
    assert found(sitemap_broken, replace(told({}), told={})) == [
        ("sitemap-broken", Severity.ERROR, "output/sitemap.xml", 0, "the file is not there")
    ]


@pytest.mark.parametrize("text", ["", "no XML", "<urlset>", sitemap("<url>"), sitemap("a & b")])
def test_what_is_no_xml(text: str) -> None:
    ((file, what),) = judged(sitemap=text)

    assert file == "output/sitemap.xml"
    assert what.startswith("the file cannot be read (")


def test_an_index_and_its_parts_are_read_as_one() -> None:
    locs = "".join(f"<sitemap><loc>{ADDRESS}/sitemap-{n}.xml</loc></sitemap>" for n in (1, 2))
    texts = {
        "sitemap.xml": INDEX.format(locs),
        "sitemap-1.xml": sitemap(url("/a/")),
        "sitemap-2.xml": sitemap(url("/b/")),
    }
    read = sitemap_of(replace(told({}), told=texts))

    assert [(one.file, one.loc) for one in read.named] == [
        ("sitemap-1.xml", f"{ADDRESS}/a/"),
        ("sitemap-2.xml", f"{ADDRESS}/b/"),
    ]
    assert read.faults == ()


def test_a_part_that_is_not_there() -> None:
    index = INDEX.format(f"<sitemap><loc>{ADDRESS}/sitemap-1.xml</loc></sitemap>")

    assert judged(sitemap=index) == [("output/sitemap-1.xml", "the file is not there")]


def test_more_pages_than_a_file_may_have() -> None:
    many = sitemap("<url/>" * (MOST_ADDRESSES + 1))

    assert judged(sitemap=many) == [
        ("output/sitemap.xml", "the file is larger than search engines read")
    ]
