"""What follows from a document's text."""

from plugins.documents import Heading, Link, Picture
from tests.documents.examples import document

BODY = (
    '<p>Две машины <a href="{filename}/ru/x.md#y">и <b>ссылка</b></a>.</p>'
    '<h2 id="a">Первый &amp; второй</h2><h3>Без <em>места</em></h3>'
    '<p><a name="anchor">якорь</a> <img src="{static}/p.svg" alt="Печь"><img src="q.svg"></p>'
)


def test_headings_links_and_pictures() -> None:
    found = document(body=BODY)
    link = found.links[0]

    assert (Heading(2, "Первый & второй", "a"), Heading(3, "Без места", "")) == found.headings
    assert [link] == [Link(link.href, "и ссылка", link.start, link.opened, link.closed, link.end)]
    assert link.href == "{filename}/ru/x.md#y"
    assert BODY[link.start : link.opened] == '<a href="{filename}/ru/x.md#y">'
    assert BODY[link.closed : link.end] == "</a>"
    assert (Picture("{static}/p.svg", "Печь"), Picture("q.svg", None)) == found.pictures


def test_words_are_those_a_reader_counts() -> None:
    body = "<p>Печь-верстак, 12 кВт и&nbsp;СДЭК.</p><!-- нет --><script>var нет</script>"

    assert document(body=body).words == 4


def test_line_of_a_text_counts_from_the_files_first_line() -> None:
    markdown = "Title: x.md\nSlug: y\n\nПервый абзац.\n\n[ссылка]({filename}x.md)\n"
    found = document(markdown=markdown)

    assert found.line_of("{filename}x.md") == 6
    assert found.line_of("x.md") == 6
    assert found.line_of("нет такого") == 1


def test_translations_share_the_path_below_the_language() -> None:
    assert document("ru/pages/a.md").translation_key == document("en/pages/a.md").translation_key
