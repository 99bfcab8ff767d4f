"""Texts of articles for feed readers: plain, whole, harmless; for Dzen in its few elements."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from plugins.discovery.dzen_bodies import dzen_body
from plugins.discovery.feed_bodies import readable
from tests.discovery.feed_judge import DZEN_TAGS, FORBIDDEN, SPOKEN

PAGE = "https://example.com/blog/a/"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>Кто <b>везёт</b></p>", "<p>Кто <b>везёт</b></p>"),
        ('<a href="/d/" data-auto class="x">d</a>', '<a href="https://example.com/d/">d</a>'),
        ('<a href="#how">как</a>', f'<a href="{PAGE}#how">как</a>'),
        ('<a href="../b/?a=1&amp;b=2">b</a>', '<a href="https://example.com/blog/b/?a=1&amp;b=2">b</a>'),
        ('<a href="/путь/">x</a>', '<a href="https://example.com/%D0%BF%D1%83%D1%82%D1%8C/">x</a>'),
        ('<a href="mailto:a@b.ru">x</a>', '<a href="mailto:a@b.ru">x</a>'),
        ('<a href="javascript:alert(1)">x</a>', "x"),
        ('<a href=" JaVaScript:alert(1)">x</a>', "x"),
        ('<a href="http://[">x</a>', "x"),
        ("<p>a<script>alert('</p>')</script>b</p>", "<p>ab</p>"),
        ('<p onclick="x()" style="y" id="z">a</p>', "<p>a</p>"),
        ('<section class="frame" tabindex="0"><table><tr><td>1</td></tr></table></section>',
         "<table><tr><td>1</td></tr></table>"),
        ('<iframe src="https://x.ru"></iframe><form><input>f</form>', ""),
        ("<svg><path/></svg><p>a<!-- x --></p>", "<p>a</p>"),
        ('<img alt="без адреса"><img src="data:image/png;base64,AA">', ""),
        ('<a class="footnote-backref" href="#1">↩</a><sup><a href="#2">2</a></sup>',
         f'<sup><a href="{PAGE}#2">2</a></sup>'),
        ("<p>&lt;script&gt; ]]&gt; &amp;</p>", "<p>&lt;script&gt; ]]&gt; &amp;</p>"),
        ("<p>a\x0b\x00b\ufffe</p>", "<p>ab</p>"),
        ("", ""),
    ],
)  # fmt: skip
def test_what_readers_get(body: str, expected: str) -> None:
    assert readable(body, PAGE) == expected


def test_a_picture_is_one_file_that_everybody_shows() -> None:
    body = (
        '<p><picture><source type="image/avif" srcset="/p/a.avif 320w"><source type="image/webp" '
        'srcset="/p/a.webp 320w" sizes="9px"><img width="6" height="4" loading="lazy" alt="Чайник" '
        'src="/p/a.jpg"></picture></p>'
    )
    expected = 'width="6" height="4" alt="Чайник" src="https://example.com/p/a.jpg"'

    assert readable(body, PAGE) == f"<p><img {expected}></p>"


def test_a_drawing_gives_way_to_its_pixels() -> None:
    drawn = readable('<img src="/p/a.svg">', PAGE, lambda url: url.replace(".svg", ".png"))

    assert drawn == '<img src="https://example.com/p/a.png">'


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>Кто <strong>везёт</strong> и <em>как</em></p>",
         "<p>Кто <b>везёт</b> и <i>как</i></p>"),
        ("<p>раз<br>два</p>", "<p>раз</p><p>два</p>"),
        ("текст<p>абзац</p>хвост", "<p>текст</p><p>абзац</p><p>хвост</p>"),
        ("<h2>А</h2><h6>Б</h6>", "<h2>А</h2><h4>Б</h4>"),
        ("<h2><code>x</code> &lt; 5</h2>", "<h2>x &lt; 5</h2>"),
        ("<ul><li><p>а</p><p>б</p></li><li>в<ul><li>г</li></ul></li></ul>",
         "<ul><li>а б</li><li>в<ul><li>г</li></ul></li></ul>"),
        ("<blockquote><p>а</p></blockquote>", "<blockquote><p>а</p></blockquote>"),
        ("<pre><code>a\n  b &lt; c\n</code></pre>", "<p>a</p><p>\u00a0\u00a0b &lt; c</p>"),
        ("<dl><dt>ТН ВЭД</dt><dd>код</dd></dl>", "<p><b>ТН ВЭД</b></p><p>код</p>"),
        ("<p>5 м<sup>2</sup>, H<sub>2</sub>O, x<sup>ab</sup></p>",
         "<p>5 м², H₂O, xab</p>"),
        ('<p>слово<sup><a href="https://e.ru/#1">1</a></sup></p>', "<p>слово [1]</p>"),
        ("<hr><p></p><p> </p>", ""),
        ('<p><a href="mailto:a@b.ru">почта</a> <a href="https://e.ru/?a&amp;b">сайт</a></p>',
         '<p>почта <a href="https://e.ru/?a&amp;b">сайт</a></p>'),
        ('<p>до <img src="https://e.ru/a.jpg" alt="Чай"> после</p>',
         '<p>до после</p><figure><img src="https://e.ru/a.jpg">'
         "<figcaption>Чай</figcaption></figure>"),
        ('<figure><img src="https://e.ru/a.png" alt="x"><figcaption>Под ней</figcaption></figure>',
         '<figure><img src="https://e.ru/a.png"><figcaption>Под ней</figcaption></figure>'),
        ('<p><img src="https://e.ru/a.svg" alt="x"></p>', ""),
        ("<p>он сказал <q>да</q></p>", "<p>он сказал «да»</p>"),
        ("<p><b><i>а</i></b><b></b></p>", "<p><b><i>а</i></b></p>"),
    ],
)  # fmt: skip
def test_what_dzen_gets(body: str, expected: str) -> None:
    assert dzen_body(body) == expected


TABLE = (
    "<table><caption>Дни</caption><thead><tr><th>Маршрут</th><th>Дней</th><th>Доплата</th></tr>"
    "</thead><tbody><tr><td>Самолёт</td><td>12–18</td><td><b>390 ₽</b></td></tr>"
    "<tr><td>Поезд</td><td>28–38</td><td></td></tr></tbody></table>"
)


def test_a_table_becomes_a_list_that_reads() -> None:
    assert dzen_body(TABLE) == (
        "<p><b>Дни</b></p><ul><li><b>Самолёт</b> — Дней: 12–18; Доплата: <b>390 ₽</b></li>"
        "<li><b>Поезд</b> — Дней: 28–38</li></ul>"
    )


def test_a_table_of_two_columns_needs_no_names() -> None:
    rows = "<tr><th>Платёж</th><td>Сколько</td></tr><tr><th>НДС</th><td>22 %</td></tr>"

    assert dzen_body(f"<table>{rows}</table>") == (
        "<ul><li><b>Платёж</b> — Сколько</li><li><b>НДС</b> — 22 %</li></ul>"
    )


PIECES = st.sampled_from(
    ["<p>", "</p>", "<b>", "</b>", "<table>", "<tr>", "<td>", "<th>", "</table>", "<ul>", "<li>",
     "</ul>", "<dl>", "<dd>", "<pre>", "</pre>", "<script>", "</script>", "<img src='/a.jpg'>",
     "<a href='x'>", "</a>", "<sup>2</sup>", "<br>", "<figure>", "<svg>", "<!--", "-->", "]]>",
     "текст ", "&lt;", "<blockquote>", "\x0b", "<video>", "<q>", "<h5>", "<input>"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=30).map("".join))
def test_whatever_is_written_comes_out_harmless(body: str) -> None:
    plain = readable(body, PAGE)
    told = dzen_body(plain)

    for element in html.fragment_fromstring(plain, create_parent="div").iterdescendants():
        assert element.tag not in FORBIDDEN
        assert set(element.attrib) <= SPOKEN
    for element in html.fragment_fromstring(told, create_parent="div").iterdescendants():
        assert element.tag in DZEN_TAGS
        assert set(element.attrib) <= {"href", "src"}
    assert not re.search("[\x00-\x08\x0b\x0c]", plain + told)
