"""Hostile HTML: what a reader sees stays to the letter, and a second run adds nothing."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.documents.absent import without_links_to_unpublished
from plugins.documents.edits import applied, edited
from plugins.documents.html import tags
from plugins.documents.typesetting import typeset_bodies
from plugins.documents.visible_text import visible_text
from plugins.internal_links.plan import linked_bodies
from tests.internal_links.examples import article, linker, site_with

PIECES = [
    "<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<i", "<a href='/x'>", "<a>", "</a>", "<h2>",
    "</h2>", "<code>", "</code>", "<pre>", "</pre>", "<!--", "-->", "<script>", "</script>",
    "<style>", "</style>", "<td>", "<th>", "<li>", "</li>", "<br>", "<img alt='оплата'>", "<",
    ">", "&", "&amp;", "&lt;", "&nbsp;", "&#1086;", "&shy;", "'", '"', "«", "»", " ", "\n", "\t",
    "оплата", "оплаты", "Оплатой", "доставка", "из", "Китая", "сварочным", "столом", "опла", "та",
    "слово", ". ", "—", "🙂", "\u0301", "\u00ad", "\u00a0", "<textarea>", "</textarea>",
    "<p class='no-links'>", "<![CDATA[", "]]>", "<svg><title>", "</title></svg>", "<table>",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
@settings(max_examples=400)
def test_nothing_but_links_is_added(body: str) -> None:
    one = site_with(article(body))
    made = linker()
    edits = [edit for edit in linked_bodies(one, made) if edit.document.source == "ru/blog/a.md"]
    after = applied(body, edits)

    assert all(edit.start == edit.end for edit in edits)
    assert re.sub(r'<a href="\{filename\}[^>]*>', "", after).count("<") <= after.count("<")
    assert visible_text(after).text == visible_text(body).text
    assert _others(after, len(edits) // 2) == [tag.text for tag in tags(body)]
    editors = [typeset_bodies, without_links_to_unpublished]
    assert edited(one, [*editors, lambda found: linked_bodies(found, made)])[1] == []
    again = linker().plan(site_with(article(after)))
    assert [link for link in again.links if link.document.source == "ru/blog/a.md"] == []


def _others(body: str, links: int) -> list[str]:
    """The tags of a body without those of our links, which are closed where they are opened."""
    found: list[str] = []
    opened, inside = 0, False
    for tag in tags(body):
        if tag.text.startswith('<a href="{filename}'):
            opened += 1
            inside = True
        elif tag.name == "a" and tag.closing and opened and inside:
            inside = False
        else:
            found.append(tag.text)
    assert opened == links
    return found
