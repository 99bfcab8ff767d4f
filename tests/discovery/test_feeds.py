"""The feed of each language, read back as feed readers read it."""

from datetime import datetime, timedelta
from typing import Any
from xml.etree import ElementTree

import pytest

from plugins.discovery.feeds import ENTRIES, feed_of, feed_path
from plugins.documents import Document, Site, Status
from plugins.documents.front_matter import MOSCOW
from tests.audit.subjects import ADDRESS, NOW, document, site

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
ATOM = {"a": "http://www.w3.org/2005/Atom"}
FIRST = datetime(2026, 10, 1, 10, tzinfo=MOSCOW)
BRAND = "Печь & Верстак"


def article(name: str, day: int = 0, lang: str = "ru", **values: Any) -> Document:
    moment = FIRST + timedelta(days=day)
    return document(f"{lang}/blog/{name}.md", kind="article", published=moment, **values)


def body(of: Document) -> str:
    """The text of an article as the build has it."""
    return of.body


def feed(of: Site, lang: str = "ru") -> ElementTree.Element:
    """The feed's root element."""
    return ElementTree.fromstring(feed_of(of, lang, BRAND, ADDRESS, body))


def texts(element: ElementTree.Element, path: str, attribute: str = "") -> list[str]:
    """The texts, or the values of an attribute, at a path in which `a:` stands for Atom."""
    found = element.findall(path, ATOM)
    return [(node.get(attribute) if attribute else node.text) or "" for node in found]


def test_where_the_feeds_stand() -> None:
    assert [feed_path(lang, ("ru", "en")) for lang in ("ru", "en")] == ["feed.xml", "en/feed.xml"]


@pytest.mark.parametrize(("lang", "home"), [("ru", f"{ADDRESS}/"), ("en", f"{ADDRESS}/en/")])
def test_a_feed_says_what_it_is(lang: str, home: str) -> None:
    root = feed(site(article("a"), article("a", lang="en")), lang)

    assert root.tag == "{http://www.w3.org/2005/Atom}feed"
    assert texts(root, "a:id") == [home]
    assert texts(root, "a:title") == [BRAND]
    assert root.get(LANG) == lang
    assert texts(root, "a:link[@rel='self']", "href") == [f"{home}feed.xml"]
    assert texts(root, "a:link[@rel='alternate']", "href") == [home]


def test_an_entry_has_the_whole_text_with_whole_addresses() -> None:
    inside = (
        '<p>Кто <a href="/delivery/" data-auto>везёт</a>, <a href="#how">как</a>'
        '<img src="/p/a.jpg" srcset="/p/a.avif 320w, /p/b.avif 640w" alt="x"></p>'
    )
    (text,) = texts(feed(site(article("a", body=inside))), "a:entry/a:content")

    assert f'<a href="{ADDRESS}/delivery/" data-auto>везёт</a>' in text
    assert 'href="/' not in text
    assert f'srcset="{ADDRESS}/p/a.avif 320w, {ADDRESS}/p/b.avif 640w"' in text
    assert text.count("Кто ") == 1


def test_an_entry_says_what_the_article_says() -> None:
    written = article(
        "a",
        title="Чем <везти> & сколько",
        description="12–18 дней",
        author="Ли Вэй",
        category="Доставка",
        modified=FIRST + timedelta(days=3),
    )
    (entry,) = feed(site(written)).findall("a:entry", ATOM)

    assert texts(entry, "a:id") == texts(entry, "a:link", "href") == [f"{ADDRESS}/a/"]
    assert texts(entry, "a:title") == ["Чем <везти> & сколько"]
    assert texts(entry, "a:summary") == ["12–18 дней"]
    assert texts(entry, "a:author/a:name") == ["Ли Вэй"]
    assert texts(entry, "a:category", "term") == ["Доставка"]
    assert texts(entry, "a:published") == ["2026-10-01T10:00:00+03:00"]
    assert texts(entry, "a:updated") == ["2026-10-04T10:00:00+03:00"]


def test_an_article_without_an_author_is_the_firms() -> None:
    (entry,) = feed(site(article("a", description=""))).findall("a:entry", ATOM)

    assert texts(entry, "a:author/a:name") == [BRAND]
    assert texts(entry, "a:category", "term") == []


def test_every_required_element_stands_once() -> None:
    root = feed(site(article("a"), article("b", 1, description="")))
    for parent in (root, *root.findall("a:entry", ATOM)):
        for name in ("id", "title", "updated"):
            assert len(parent.findall(f"a:{name}", ATOM)) == 1


def test_a_feed_has_only_its_own_language_and_what_is_live() -> None:
    mixed = site(
        article("russian"),
        article("english", lang="en"),
        article("draft", status=Status.DRAFT),
        article("hidden", status=Status.HIDDEN),
        article("later", 900),
        document("ru/pages/page.md"),
    )

    assert texts(feed(mixed), "a:entry/a:title") == ["russian"]
    assert texts(feed(mixed, "en"), "a:entry/a:title") == ["english"]


def test_the_newest_articles_come_first_and_old_ones_fall_out() -> None:
    articles = [article(f"a{number:02}", number) for number in range(ENTRIES + 5)]
    expected = [f"a{number:02}" for number in reversed(range(5, ENTRIES + 5))]

    assert texts(feed(site(*articles)), "a:entry/a:title") == expected


def test_a_feed_was_updated_when_its_newest_entry_was() -> None:
    changed = article("old", 0, modified=FIRST + timedelta(days=9))

    assert texts(feed(site(article("new", 5), changed)), "a:updated") == [
        "2026-10-10T10:00:00+03:00"
    ]


def test_an_empty_feed_is_as_old_as_the_day() -> None:
    clock = NOW.replace(second=59, microsecond=123)
    root = feed(Site((), ("ru",), clock))

    assert texts(root, "a:updated") == ["2026-11-22T00:00:00+03:00"]
    assert root.findall("a:entry", ATOM) == []


def test_the_same_site_gives_the_same_bytes() -> None:
    articles = [article(f"a{number}", number) for number in range(5)]
    once = feed_of(site(*articles), "ru", BRAND, ADDRESS, body)

    assert once == feed_of(site(*articles[::-1]), "ru", BRAND, ADDRESS, body)
    assert once.startswith(b"<?xml")
