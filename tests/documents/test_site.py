"""How documents refer to each other."""

from datetime import timedelta

import pytest

from plugins.documents import Status
from plugins.documents.absent import without_links_to_unpublished
from plugins.documents.references import broken_references
from tests.documents.examples import NOW, document, site

DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("href", "target"),
    [
        ("{filename}/ru/blog/b.md", "ru/blog/b.md"),
        ("{filename}b.md#x", "ru/blog/b.md"),
        ("{filename}../pages/c.md?x=1", "ru/pages/c.md"),
        ("|filename|b.md", "ru/blog/b.md"),
        ("{static}/pictures/p%20q.svg", "pictures/p q.svg"),
        ("#here", "ru/blog/a.md"),
        ("/c/", "ru/pages/c.md"),
        ("{filename}nowhere.md", None),
        ("{filename}/../../etc/passwd", None),
        ("", None),
    ],
)
def test_what_a_link_points_to(href: str, target: str | None) -> None:
    a = document("ru/blog/a.md")
    one = site(
        a,
        document("ru/blog/b.md"),
        document("ru/pages/c.md", url="c/"),
        files=frozenset({"pictures/p q.svg"}),
    )
    found = one.resolve(a, href)

    assert target == (getattr(found, "source", found))


def test_alternates_name_all_languages_or_none() -> None:
    ru, en = document("ru/pages/a.md"), document("en/pages/a.md")
    alone = document("ru/pages/b.md")
    draft = document("en/pages/b.md", status=Status.DRAFT)
    one = site(en, ru, alone, draft)

    assert one.alternates(ru) == one.alternates(en) == (("ru", ru), ("en", en))
    assert one.alternates(alone) == ()


def test_articles_come_newest_first_in_their_own_language() -> None:
    old = document("ru/blog/old.md", kind="article", published=NOW - 2 * DAY)
    new = document("ru/blog/new.md", kind="article", published=NOW - DAY)
    other = document("en/blog/new.md", kind="article", published=NOW)
    later = document("ru/blog/later.md", kind="article", published=NOW + DAY)

    assert site(old, later, other, new).in_language("ru", "article") == (new, old)


def test_broken_references_have_the_line_of_the_source() -> None:
    body = (
        '<p><a href="{filename}gone.md">a</a><img src="{static}/no.svg"><a href="https://x">b</a>'
    )
    markdown = "Title: x\n\nЕсть.\n[a]({filename}gone.md)\n![]({static}/no.svg)\n"
    found = broken_references(site(document(body=body, markdown=markdown)))

    assert [(broken.kind, broken.line) for broken in found] == [
        ("link", 4),
        ("picture", 5),
        ("silent", 5),
    ]


def test_a_link_to_what_is_not_live_becomes_its_text() -> None:
    body = (
        '<p><a href="{filename}later.md">о <b>будущем</b></a> и <a href="{filename}b.md">b</a></p>'
    )
    a = document("ru/blog/a.md", body)
    later = document("ru/blog/later.md", published=NOW + DAY)
    edits = list(without_links_to_unpublished(site(a, later, document("ru/blog/b.md"))))

    assert [body[e.start : e.end] for e in edits] == ['<a href="{filename}later.md">', "</a>"]
    assert {edit.html for edit in edits} == {""}
