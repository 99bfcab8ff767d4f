"""Feeds of each language and category, read back as feed readers read them."""

from collections.abc import Mapping
from datetime import timedelta

import feedparser
import pytest
from lxml import etree

from plugins.discovery.dzen import MOST, dzen, for_dzen
from plugins.discovery.feed_entries import entry_of, first_addresses
from plugins.discovery.feed_files import head_of
from plugins.discovery.feed_formats import atom, rss
from plugins.discovery.feed_list import Feed, FeedSettings, feed_claims, known_feeds
from plugins.documents import Document, Site, Status
from plugins.documents.addresses import PublishedAddress
from tests.audit.subjects import ADDRESS, NOW, document, site
from tests.discovery.feed_examples import (
    FIRST,
    LISTS,
    NEVER_MOVED,
    SETTINGS,
    article,
    telling,
)
from tests.discovery.feed_judge import grammar, items

HOSTILE = '</script> ]]> & "Бриз" <b> \x0b\x00 — 2 л'


def whole(of: Site, lang: str = "ru", settings: FeedSettings = SETTINGS) -> Feed:
    """The feed of a whole language."""
    return known_feeds(of, lang, listings=LISTS, settings=settings)[0]


def written(feed: Feed, of: Site, first: Mapping[str, str] = NEVER_MOVED) -> tuple[bytes, bytes]:
    """A feed in both formats, right by their grammars."""
    told = telling(of, first)
    head, entries = head_of(feed, told), [entry_of(each, told) for each in feed.documents]
    found = (
        atom(head, entries, f"{ADDRESS}/{feed.atom}"),
        rss(head, entries, f"{ADDRESS}/{feed.rss}"),
    )
    assert [grammar(found[0], "atom"), grammar(found[1], "rss")] == [[], []]
    return found


def read(*documents: Document, lang: str = "ru") -> list[feedparser.FeedParserDict]:
    """The feed of a language in both formats, as a reader has it."""
    of = site(*documents)
    return [feedparser.parse(data) for data in written(whole(of, lang), of)]


def test_where_feeds_stand() -> None:
    of = site(article("a", category="Доставка"), article("b", category="Оплата & налог"))
    found = known_feeds(of, "ru", listings=LISTS, settings=SETTINGS)

    assert [(feed.category, feed.atom, feed.rss) for feed in found] == [
        ("", "feed.xml", "rss.xml"),
        ("Доставка", "blog/category/dostavka/feed.xml", "blog/category/dostavka/rss.xml"),
        (
            "Оплата & налог",
            "blog/category/oplata-nalog/feed.xml",
            "blog/category/oplata-nalog/rss.xml",
        ),
    ]
    assert whole(of, "en").atom == "en/feed.xml"


def test_a_category_has_only_its_own_articles() -> None:
    of = site(article("a", category="Доставка"), article("b", 1, category="Оплата"))
    first, second = known_feeds(of, "ru", listings=LISTS, settings=SETTINGS)[1:]

    assert [[d.title for d in feed.documents] for feed in (first, second)] == [["a"], ["b"]]
    assert feedparser.parse(written(first, of)[0]).feed.title == "Печь & Верстак: Доставка"


@pytest.mark.parametrize(("lang", "home"), [("ru", f"{ADDRESS}/"), ("en", f"{ADDRESS}/en/")])
def test_a_feed_says_what_it_is(lang: str, home: str) -> None:
    in_atom, in_rss = read(article("a"), article("b", lang="en"), lang=lang)
    brand = {"ru": "Печь & Верстак", "en": "Oven & Bench"}[lang]

    assert (in_atom.feed.id, in_atom.feed.link) == (home, home)
    assert in_rss.feed.link == home
    assert in_atom.feed.title == in_rss.feed.title == brand
    assert in_atom.feed.language == in_rss.feed.language == lang
    assert (in_atom.version, in_rss.version) == ("atom10", "rss20")
    assert not in_atom.bozo
    assert not in_rss.bozo


def test_an_entry_says_what_the_article_says() -> None:
    text = article(
        "a",
        title="Чем <везти> & сколько",
        description="12–18 дней",
        author="Ли Вэй",
        category="Доставка",
        modified=FIRST + timedelta(days=3),
        body='<p>Кто <a href="/delivery/">везёт</a></p>',
    )
    about = document("ru/pages/about.md", template="about")
    in_atom, in_rss = (found.entries[0] for found in read(text, about))

    for entry in (in_atom, in_rss):
        assert entry.id == entry.link == f"{ADDRESS}/a/"
        assert entry.title == "Чем <везти> & сколько"
        assert entry.summary == "12–18 дней"
        assert entry.author == "Ли Вэй"
        assert [tag.term for tag in entry.tags] == ["Доставка"]
        assert entry.content[0].value == f'<p>Кто <a href="{ADDRESS}/delivery/">везёт</a></p>'
        assert entry.published_parsed[:5] == (2026, 10, 1, 7, 0)
        (cover,) = entry.enclosures
        assert (cover.type, cover.length) == ("image/png", "8000")
        assert cover.href.startswith(f"{ADDRESS}/share/%D0%BA")
    assert in_atom.updated == "2026-10-04T10:00:00+03:00"
    assert in_atom.author_detail.href == f"{ADDRESS}/about/#li_"


@pytest.mark.parametrize(
    ("author", "name"), [("", "Печь & Верстак"), ("Кто-то", "Кто-то"), ("li", "Ли Вэй")]
)
def test_an_author_without_a_page_has_a_name_and_no_address(author: str, name: str) -> None:
    in_atom, in_rss = (found.entries[0] for found in read(article("a", author=author)))

    assert in_atom.author == in_rss.author == name
    assert "href" not in in_atom.author_detail


def test_an_article_without_a_description_has_its_text() -> None:
    in_atom, in_rss = read(article("a", description="", body="<p>Текст</p>"))

    assert in_atom.entries[0].content[0].value == "<p>Текст</p>"
    assert in_rss.entries[0].description == "<p>Текст</p>"


def test_another_address_makes_no_new_article() -> None:
    lines = [
        PublishedAddress(url="/blog/old/", document="ru/blog/a.md"),
        PublishedAddress(url="/blog/newer/", document="ru/blog/a.md"),
    ]
    of = site(article("a", url="blog/newest/"))
    for data in written(whole(of), of, first_addresses(lines)):
        (entry,) = feedparser.parse(data).entries
        assert entry.id == f"{ADDRESS}/blog/old/"
        assert entry.link == f"{ADDRESS}/blog/newest/"
    assert b'<guid isPermaLink="false">' in written(whole(of), of, first_addresses(lines))[1]


def test_a_feed_has_only_its_own_language_and_what_is_live() -> None:
    mixed = (
        article("russian"),
        article("english", lang="en"),
        article("draft", status=Status.DRAFT),
        article("hidden", status=Status.HIDDEN),
        article("later", 900),
        document("ru/pages/page.md"),
    )

    assert [entry.title for entry in read(*mixed)[0].entries] == ["russian"]
    assert [entry.title for entry in read(*mixed, lang="en")[1].entries] == ["english"]


def test_the_newest_articles_come_first_and_old_ones_fall_out() -> None:
    of = site(*(article(f"a{number}", number) for number in range(5)))

    assert [d.title for d in whole(of, settings=FeedSettings(entries=3)).documents] == [
        "a4",
        "a3",
        "a2",
    ]


def test_a_feed_was_updated_when_its_newest_entry_was() -> None:
    changed = article("old", 0, modified=FIRST + timedelta(days=9))
    in_atom, in_rss = read(article("new", 5), changed)

    assert in_atom.feed.updated == "2026-10-10T10:00:00+03:00"
    assert in_rss.feed.updated == "Sat, 10 Oct 2026 10:00:00 +0300"


def test_a_change_that_is_yet_to_come_is_not_told() -> None:
    in_atom, _ = read(article("a", modified=NOW + timedelta(days=30)))

    assert in_atom.feed.updated == in_atom.entries[0].updated == FIRST.isoformat()


def test_an_empty_feed_is_as_old_as_the_facts_of_the_firm() -> None:
    in_atom, in_rss = read()

    assert in_atom.feed.updated == "2026-11-14T00:00:00+03:00"
    assert (in_atom.entries, in_rss.entries) == ([], [])


def test_whatever_an_article_holds_the_feeds_are_valid() -> None:
    text = article(
        "a",
        title=HOSTILE,
        description=HOSTILE,
        author=HOSTILE,
        category=HOSTILE,
        url="blog/печь & ко/",
        body=f"<p>{HOSTILE}</p>",
    )
    for found in read(text):
        (entry,) = found.entries
        assert "]]> & " in entry.title
        assert "\x0b" not in entry.title
        assert entry.link == f"{ADDRESS}/blog/%D0%BF%D0%B5%D1%87%D1%8C%20&%20%D0%BA%D0%BE/"


def test_the_same_site_gives_the_same_bytes() -> None:
    articles = [article(f"a{number}", number) for number in range(5)]
    one, other = site(*articles), site(*articles[::-1])

    assert written(whole(one), one) == written(whole(other), other)


def test_every_file_is_claimed_and_settings_switch_two_of_them_off() -> None:
    goods = document("ru/products/x.md", kind="product")
    of = site(article("a", category="Доставка"), goods)
    claimed = {claim.save_as for claim in feed_claims(of, LISTS, SETTINGS)}
    fewer = {c.save_as for c in feed_claims(of, LISTS, FeedSettings(dzen=False, products=False))}

    assert claimed - fewer == {"dzen.xml", "yml.xml"}
    assert fewer == {
        "feed.xml",
        "rss.xml",
        "en/feed.xml",
        "en/rss.xml",
        "blog/category/dostavka/feed.xml",
        "blog/category/dostavka/rss.xml",
    }


def dzen_of(*documents: Document) -> etree._Element:
    """Dzen's feed of a site."""
    of = site(*documents)
    told = telling(of)
    entries = [entry_of(each, told) for each in for_dzen(of, "ru")]
    own = f"{ADDRESS}/dzen.xml"
    data = dzen(head_of(whole(of), told), entries, own, SETTINGS.dzen_tells)
    assert grammar(data, "dzen") == []
    return etree.fromstring(data)


def days_ago(days: float) -> float:
    """The day on which an article came out so many days ago, as `article` counts."""
    return (NOW - FIRST) / timedelta(days=1) - days


def test_dzen_gets_the_russian_articles_of_three_days() -> None:
    root = dzen_of(
        article("new", days_ago(0)),
        article("third", days_ago(2.99)),
        article("old", days_ago(3.01)),
        article("mended", days_ago(9), modified=NOW),
        article("english", days_ago(1), lang="en"),
        article("later", days_ago(-1)),
    )

    assert [item.title for item in items(root)] == ["new", "third"]


def test_dzen_gets_no_more_than_it_takes() -> None:
    many = [article(f"a{n:03}", days_ago(n / 1000)) for n in range(MOST + 5)]

    assert len(list(for_dzen(site(*many), "ru"))) == MOST


def test_dzen_is_told_what_it_wants_to_know() -> None:
    (item,) = dzen_of(article("a", days_ago(1), category="Доставка", body="<h5>А</h5>"))[0].iter(
        "item"
    )

    assert [category.text for category in item.iter("category")] == list(SETTINGS.dzen_tells)
    assert item.findtext("{http://search.yahoo.com/mrss/}rating") == "nonadult"
    assert item.findtext("{http://purl.org/rss/1.0/modules/content/}encoded") == "<h4>А</h4>"
    assert item.findtext("guid") == item.findtext("link") == f"{ADDRESS}/a/"


def test_without_news_dzen_gets_an_empty_feed() -> None:
    assert list(dzen_of(article("old")).iter("item")) == []
