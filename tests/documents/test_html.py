"""Places of tags: nothing is lost, whatever the HTML."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.documents.html import tags, text_of

HOSTILE = st.lists(
    st.sampled_from(
        [
            "<p>", "</p>", "<a href='x>y'>", "<a href=\"x\">", "</a>", "<br/>", "<!--", "-->",
            "<script>", "</script>", "<style>", "</style>", "<", ">", "&lt;", "&amp", "'", '"',
            "текст", " ", "\n", "<![CDATA[", "]]>", "<?php", "?>", "<A HREF=x>", "<1>", "</", "<a",
            "\u00ad", "ё", "🙂", "<!doctype html>",
        ]
    )
).map("".join)  # fmt: skip


@given(HOSTILE)
def test_tags_are_where_they_say_and_in_order(body: str) -> None:
    at = 0
    for tag in tags(body):
        assert at <= tag.start < tag.end <= len(body)
        assert body[tag.start : tag.end] == tag.text
        at = tag.end


@given(HOSTILE)
def test_attributes_and_text_of_hostile_html_can_be_read(body: str) -> None:
    assert all(isinstance(tag.attributes, dict) for tag in tags(body))
    assert isinstance(text_of(body), str)


@pytest.mark.parametrize(
    ("tag", "attributes"),
    [
        ('<a href="/x?a=1&amp;b=2">', {"href": "/x?a=1&b=2"}),
        ("<a href='it>s' title=\"«да»\">", {"href": "it>s", "title": "«да»"}),
        ("<a href=x disabled>", {"href": "x", "disabled": ""}),
        ('<A HREF="x" href="y">', {"href": "x"}),
        ('<img src="a.svg" alt="">', {"src": "a.svg", "alt": ""}),
        ("<br/>", {}),
        ("<p>", {}),
    ],
)
def test_attributes(tag: str, attributes: dict[str, str]) -> None:
    assert [attributes] == [found.attributes for found in tags(tag)]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Печь &amp; верстак</p>", "Печь & верстак"),
        ("Один<br>два", "Одиндва"),
        ("<script>if (a<b) {}</script>Да", "Да"),
        ("<style>p{}</style>Да<!-- нет -->", "Да"),
        ("2&nbsp;кВт", "2\u00a0кВт"),
        ("5 < 6", "5 < 6"),
    ],
)
def test_text_is_what_a_reader_sees(html: str, text: str) -> None:
    assert text == text_of(html)


def test_a_tag_inside_a_script_is_no_tag() -> None:
    names = [tag.name for tag in tags("<script>'<p>'</script><p>")]

    assert names == ["script", "script", "p"]
