"""The audit for people and for programs: lines, JSON, a page that needs no network."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from plugins.audit import Finding
from plugins.language.messages import message
from plugins.language.problems import Severity
from plugins.reports.audit import as_json, line_of, summary, write_audit

HOSTILE = "<script>alert('x')</script> & \"y\""
ADVICE = message("do %(what)s", what="<b>it</b>")
FINDINGS = (
    Finding("broken-link", Severity.ERROR, "content/ru/a.md", 7, message(HOSTILE), ADVICE),
    Finding("example-company", Severity.WARNING, "content/d.yaml", 0, message("Ёж"), ADVICE),
)


class Reader(HTMLParser):
    """Collects the text between tags."""

    text = ""

    def handle_data(self, data: str) -> None:
        self.text += data


def text_in(html: str) -> str:
    """The text of a page's body, white space joined."""
    reader = Reader()
    reader.feed(html.partition("<body>")[2])
    return " ".join(reader.text.split())


@pytest.mark.parametrize(
    ("finding", "line"),
    [
        (
            FINDINGS[0],
            f"content/ru/a.md:7: error: {HOSTILE} [broken-link]\n    do <b>it</b>",
        ),
        (FINDINGS[1], "content/d.yaml: warning: Ёж [example-company]\n    do <b>it</b>"),
    ],
)
def test_a_finding_as_a_line_of_the_terminal(finding: Finding, line: str) -> None:
    assert line == line_of(finding, "en")


@pytest.mark.parametrize(
    ("findings", "pages", "said"),
    [
        (0, 0, "0 findings on 0 pages"),
        (1, 1, "1 finding on 1 page"),
        (2, 21, "2 findings on 21 pages"),
    ],
)
def test_how_many_findings_on_how_many_pages(findings: int, pages: int, said: str) -> None:
    assert said == summary(FINDINGS[:1] * findings, pages).in_language("en")


def test_json_for_programs() -> None:
    written = as_json(FINDINGS, "en")

    assert json.loads(written) == [finding.as_dict("en") for finding in FINDINGS]
    assert "Ёж" in written
    assert written.endswith("]\n")


def test_json_of_nothing_is_an_empty_list() -> None:
    assert as_json([], "en") == "[]\n"


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_a_report_is_a_page_and_its_findings(lang: str, tmp_path: Path) -> None:
    page = write_audit(tmp_path / "reports" / "audit", FINDINGS, 3, lang)
    html = page.read_text("utf-8")

    assert page.name == "index.html"
    assert (page.parent / "findings.json").read_text("utf-8") == as_json(FINDINGS, lang)
    assert f'<html lang="{lang}">' in html
    assert "<script" not in html
    assert "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &#34;y&#34;" in html
    for part in ("content/ru/a.md:7", HOSTILE, "[broken-link]", "do <b>it</b>", "Ёж"):
        assert part in text_in(html)


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_a_report_needs_no_network(lang: str, tmp_path: Path) -> None:
    html = write_audit(tmp_path, FINDINGS, 3, lang).read_text("utf-8")

    assert not re.search(r"https?:|//\w|<link|<img|@import|url\(", html)


def test_a_report_of_nothing_says_so(tmp_path: Path) -> None:
    html = write_audit(tmp_path, (), 3, "en").read_text("utf-8")

    assert text_in(html) == "Audit of the site 0 findings on 3 pages. Nothing found."


def test_a_report_counts_each_severity(tmp_path: Path) -> None:
    html = write_audit(tmp_path, FINDINGS * 2, 1, "en").read_text("utf-8")

    assert "4 findings on 1 page. 2 errors, 2 warnings Where" in text_in(html)


def test_the_report_speaks_russian(tmp_path: Path) -> None:
    html = write_audit(tmp_path, FINDINGS, 3, "ru").read_text("utf-8")

    assert not re.search(r"Where|What is wrong|What to do|finding|Audit", text_in(html))
