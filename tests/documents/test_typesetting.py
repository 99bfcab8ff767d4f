"""Typography in HTML: running text is set, everything else keeps its bytes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.documents.edits import applied
from plugins.documents.html import tags
from plugins.documents.typesetting import typeset_bodies
from plugins.documents.visible_text import visible_text
from tests.audit.subjects import document, site

HOSTILE = st.lists(
    st.sampled_from(
        [
            *("<p>", "</p>", "<b>", "</b>", "<code>", "</code>", "<pre>", "</pre>", "<br>", "<a"),
            *('<img alt="a - b">', "<!-- - -->", "<script>", "</script>", "&quot;", "&amp;", "\n"),
            *('"', " - ", "в ", "5-7 ", "...", "..", ".", "печь ", "<i>", "</i>", "<", ">", "&"),
        ]
    ),
    max_size=24,
).map("".join)


def set_(body: str, source: str = "ru/x.md", *, typography: bool = True) -> str:
    given_document = document(source, body, typography=typography)
    return applied(body, typeset_bodies(site(given_document))).replace("\u00a0", "·")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>Печь - в доме</p>", "<p>Печь·— в·доме</p>"),
        ('<p>"<b>Печь</b>"</p>', "<p>«<b>Печь</b>»</p>"),
        ("<p>&quot;Печь&quot;</p>", "<p>«Печь»</p>"),
        ("<p>в <a href='/a - b'>доме</a></p>", "<p>в·<a href='/a - b'>доме</a></p>"),
        ("<p>в\nдоме</p>", "<p>в·доме</p>"),
        ('<p>"раз</p><p>два"</p>', '<p>"раз</p><p>два"</p>'),
        ("<p>.<b>.</b>.</p>", "<p>.<b>.</b>.</p>"),
        ("<ul><li>5-7 дней<li>№ 5</ul>", "<ul><li>5–\u20607·дней<li>№·5</ul>"),
        ("<td>- нет</td>", "<td>—·нет</td>"),
    ],
)
def test_running_text_is_set(body: str, expected: str) -> None:
    assert set_(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "<p><code>a - b ... 5-7</code></p>",
        '<pre><code>"a" - b</code></pre>',
        '<img alt="а - б" title="в доме">',
        "<script>a - b</script><style>a - b</style>",
        "<kbd>Ctrl - C</kbd>",
        "<!-- а - б -->",
    ],
)
def test_code_attributes_and_remarks_keep_their_bytes(body: str) -> None:
    assert set_(body) == body


def test_a_quote_around_code_is_set() -> None:
    assert set_('<p>"<code>x - y</code>"</p>') == "<p>«<code>x - y</code>»</p>"


def test_english_has_english_quotes() -> None:
    assert set_('<p>"It\'s late"</p>', "en/x.md") == "<p>“It’s late”</p>"


def test_a_document_may_keep_what_its_author_wrote() -> None:
    assert set_("<p>а - б</p>", typography=False) == "<p>а - б</p>"


@settings(deadline=None)
@given(HOSTILE)
def test_no_tag_is_touched_and_twice_is_once(body: str) -> None:
    once = applied(body, typeset_bodies(site(document("ru/x.md", body))))
    again = applied(once, typeset_bodies(site(document("ru/x.md", once))))

    assert [tag.text for tag in tags(once)] == [tag.text for tag in tags(body)]
    assert again == once
    assert len(visible_text(once).text.split()) <= len(visible_text(body).text.split())
