"""A page as a browser gets it: hostile HTML, addresses, what search engines may list."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.audit import Subject, pages_in
from plugins.audit.page import Page
from plugins.company import Company
from tests.audit.subjects import ADDRESS, document, site

HOSTILE = """<!doctype html>
<HTML LANG=ru><Head>
<Title>
  Печь &amp; &laquo;Верстак&raquo; <b>
</TITLE>
<meta name=description content='5 > 4 &lt; 6'>
<meta http-equiv="X" content="y"><meta property="og:title" content="z">
<link href=https://example.com/en/ hreflang=en rel=alternate>
<link rel=stylesheet href=/x.css hreflang=fr>
<script>if (a < b) { document.write('<a href="/script/">x</a><img src="/script.png">') }</script>
<style>a::before { content: '<a href="/style/" id="style">' }</style>
</head><body>
<!-- <a href="/comment/" id="comment">x</a> <img src="/comment.png"> -->
<p id=one title="<a href='/attribute/'>">1 < 2 <A HREF=/plain/>plain</a>
<a
   class="x"
   href = '/spaced/'
>spaced</a> <a name="no-href">x</a> <a href>empty</a>
<img alt="a > b" src='/a.png'> <img SRC=/b.png> <img alt="none">
<textarea><a href="/textarea/" id=textarea>x</a></textarea>
<a href="/amp/?a=1&amp;b=2">amp</a>
<svg><title>icon</title></svg> <a href="/twice/" href="/second/">x</a>
<p ID="Two"></p>
"""
PAGE = Page("a/index.html", HOSTILE)


def test_the_title_is_text() -> None:
    assert PAGE.title == "Печь & «Верстак» <b>"


@pytest.mark.parametrize(
    ("html", "h1"),
    [
        ("<H1 class=x>Печь &amp;\n <em>стол</em></H1><h1>Второй</h1>", "Печь & стол"),
        ("<!-- <h1>x</h1> --><p>y</p>", ""),
        ("<h1>не закрыт", "не закрыт"),
    ],
)
def test_the_first_h1_is_text_on_one_line(html: str, h1: str) -> None:
    assert Page("a/index.html", html).h1 == h1


@pytest.mark.parametrize(
    ("html", "main"),
    [
        ("<nav>x</nav><MAIN id=m><p>a</p></MAIN><footer>y</footer>", "<p>a</p>"),
        ("<p>a</p>", "<p>a</p>"),
    ],
)
def test_main_is_the_page_without_its_menus(html: str, main: str) -> None:
    assert Page("a/index.html", html).main == main


def test_meta_by_name() -> None:
    assert PAGE.meta == {"description": "5 > 4 < 6", "x": "y"}


def test_links_are_those_that_a_visitor_can_follow() -> None:
    assert PAGE.links == ("/plain/", "/spaced/", "", "/amp/?a=1&b=2", "/twice/")


def test_pictures_are_those_that_a_visitor_sees() -> None:
    assert PAGE.pictures == ("/a.png", "/b.png")


def test_ids_are_those_that_a_fragment_may_name() -> None:
    assert PAGE.ids >= {"one", "Two"}
    assert not PAGE.ids & {"comment", "style"}


def test_alternates_are_links_with_a_language() -> None:
    assert PAGE.alternates == {"en": "https://example.com/en/"}


@pytest.mark.parametrize(
    ("head", "indexed"),
    [
        ("", True),
        ('<meta name="robots" content="index, follow">', True),
        ('<meta name="robots" content="max-image-preview:none">', True),
        ('<meta name="robots" content="noindex">', False),
        ('<meta name="ROBOTS" content="follow,NoIndex">', False),
        ('<meta name="robots" content="none">', False),
        ('<meta http-equiv="refresh" content="0; url=/">', False),
        ('<!-- <meta name="robots" content="noindex"> -->', True),
    ],
)
def test_whether_search_engines_may_list_a_page(head: str, indexed: bool) -> None:
    assert indexed is Page("index.html", head).is_indexed


@pytest.mark.parametrize(
    ("path", "url"),
    [
        ("index.html", ""),
        ("en/index.html", "en/"),
        ("404.html", "404.html"),
        ("a/b.html", "a/b.html"),
    ],
)
def test_the_address_of_a_page(path: str, url: str) -> None:
    assert url == Page(path, "").url


@pytest.mark.parametrize(
    ("path", "href", "target"),
    [
        ("index.html", "/", "index.html"),
        ("index.html", "dostavka/", "dostavka/index.html"),
        ("en/a/index.html", "../b/", "en/b/index.html"),
        ("en/a/index.html", "..", "en/index.html"),
        ("en/a/index.html", "../../../../", "index.html"),
        ("404.html", "a/", "a/index.html"),
        ("en/404.html", "#x", "en/404.html"),
        ("a/index.html", "", "a/index.html"),
        ("a/index.html", "?b=c", "a/index.html"),
        ("a/index.html", "/feed.xml", "feed.xml"),
        ("a/index.html", "//example.org/", None),
        ("a/index.html", "https://example.com/", None),
        ("a/index.html", "javascript:void(0)", None),
        ("a/index.html", "tel:+74950000010", None),
    ],
)
def test_the_file_that_a_link_leads_to(path: str, href: str, target: str | None) -> None:
    assert target == Page(path, "").target(href)


TRICKY = st.text("<>/!-=\"' abhref#[]:&;\n") | st.text()


@settings(deadline=None)
@given(TRICKY)
def test_no_html_at_all_ends_in_a_traceback(html: str) -> None:
    page = Page("a/index.html", html)
    for href in (*page.links, *page.pictures, html):
        page.target(href)

    assert isinstance(page.title + str(page.meta) + str(page.ids) + str(page.alternates), str)


def test_a_subject_reads_every_page_of_the_output(tmp_path: Path) -> None:
    for path in ("index.html", "b/index.html", "pictures/x.svg"):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(f"<title>{path}</title>", "utf-8")
    company = Company.model_construct(site=ADDRESS)  # type: ignore[call-arg]
    home = document("ru/pages/index.md", markdown="Title: A\n\n\n/x/")
    judged = Subject(site(home), company, ADDRESS, ("pictures",), *pages_in(tmp_path))
    other, first = judged.pages

    assert [page.title for page in judged.pages] == ["b/index.html", "index.html"]
    assert judged.files == {"index.html", "b/index.html", "pictures/x.svg"}
    assert judged.document_of(first) is home
    assert (judged.file_of(first), judged.line_of(first, "/x/")) == ("content/ru/pages/index.md", 4)
    assert (judged.file_of(other), judged.line_of(other, "/x/")) == ("output/b/index.html", 0)
