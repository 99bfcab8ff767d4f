"""Phrases in documents: zones and places in the HTML body."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.documents import Document, Status
from plugins.documents.visible_text import visible_text
from plugins.keywords import find_loose, find_phrases

PHRASE = "доставка из китая"


def document(body: str, title: str = "Т", description: str = "", url: str = "") -> Document:
    return Document(
        source="ru/blog/x.md",
        lang="ru",
        kind="article",
        title=title,
        description=description,
        url=url,
        save_as="x.html",
        status=Status.PUBLISHED,
        published=None,
        modified=None,
        body=body,
    )


@pytest.mark.parametrize(
    ("body", "zones", "html"),
    [
        ("<p>О доставке из Китая</p>", ("first paragraph", "body"), "доставке из Китая"),
        ("<p>А</p><p>доставка из Китая</p>", ("body",), "доставка из Китая"),
        ("<h2>Доставка из Китая</h2>", ("subheading", "body"), "Доставка из Китая"),
        ("<ul><li>доставка из Китая</ul>", ("body",), "доставка из Китая"),
        ("<p>А<p><a href='/x'>доставку из Китая</a>", ("anchor", "body"), "доставку из Китая"),
        ("<a id=x>доставку из Китая</a>", ("body",), "доставку из Китая"),
        ("доставку <b>из&nbsp;Ки&shy;тая</b>", ("body",), "доставку <b>из&nbsp;Ки&shy;тая"),
        ("доставку\nиз Китая", ("body",), "доставку\nиз Китая"),
        ("<img alt='Доставка из Китая'>", ("alt",), "<img alt='Доставка из Китая'>"),
    ],
)
def test_zone_and_place_in_the_body(body: str, zones: tuple[str, ...], html: str) -> None:
    (found,) = find_phrases(document(body), [PHRASE])

    assert found.zones == zones
    assert body[found.start : found.end] == html


@pytest.mark.parametrize(
    "body",
    [
        "<p>Доставка</p><p>из Китая</p>",
        "Доставка<br>из Китая",
        "<td>Доставка</td><td>из Китая</td>",
        "<script>доставка из Китая</script>",
        "<!-- доставка из Китая -->",
        "<p title='доставка из Китая'>А</p>",
        "<pre>доставка\nиз Китая</pre>",
    ],
)
def test_not_what_a_reader_sees_as_a_phrase(body: str) -> None:
    assert find_phrases(document(body), [PHRASE]) == ()


def test_title_description_and_slug() -> None:
    url = "blog/sroki-dostavki-iz-kitaya/"
    given_document = document("", "Доставка из Китая", "Сроки доставки из Китая", url)

    found = find_phrases(given_document, [PHRASE, "срок", "морем"])

    assert [(o.zones, o.form) for o in found] == [
        (("title", "h1"), "Доставка из Китая"),
        (("description",), "Сроки"),
        (("description",), "доставки из Китая"),
        (("slug",), "dostavki-iz-kitaya"),
        (("slug",), "sroki"),
    ]
    assert found[3].start == len("sroki-")


def test_loose_sentences_of_the_body() -> None:
    body = "<p>Из <b>Китая</b> идёт доставка.</p>\n<p>Всё.</p>"

    (loose,) = find_loose(document(body), [PHRASE])

    assert body[loose.start : loose.end] == "Из <b>Китая</b> идёт доставка."
    assert loose.zones == ("first paragraph", "body")


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from("<>/apbh2 =\"'&;#x1amp\n!-ё\u00ad")) | st.text())
def test_every_character_has_its_place(body: str) -> None:
    seen = visible_text(body)

    assert len(seen.text) == len(seen.starts) == len(seen.ends)
    for letter, start, end in zip(seen.text, seen.starts, seen.ends, strict=True):
        assert 0 <= start < end <= len(body)
        assert letter == body[start] or body[start] in "<&\n\r\t\f"
