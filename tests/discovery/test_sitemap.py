"""The sitemap: what it names, since when, in what order; its limits; its judge."""

import time
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from plugins.discovery.sitemap import ALLOWED, Limits, paths, sitemap_files
from plugins.discovery.sitemap_entries import Entry, Priorities, entries, priority_problems
from plugins.documents import Document, Site, Status
from plugins.documents.addresses import encoded, in_ascii
from plugins.documents.front_matter import MOSCOW
from plugins.listings import ListingSettings
from tests.audit.subjects import ADDRESS, NOW, document, site
from tests.discovery.sitemap_judge import (
    faults,
    found_at,
    grammar,
    pages_with_other_pictures,
)
from tests.sites import output_of
from tests.test_theme import themed

FIRST = datetime(2026, 10, 1, 10, tzinfo=MOSCOW)
LISTS = ListingSettings(per_page=2)
ARTICLE = "Title: Статья {n}\nDate: 2026-01-{day:02}\nCategory: Тема {topic}\n\nТекст {n}.\n"


def article(name: str, day: int = 0, **values: Any) -> Document:
    moment = FIRST + timedelta(days=day)
    return document(f"ru/blog/{name}.md", kind="article", published=moment, **values)


def no_images(_document: Document) -> tuple[str, ...]:
    return ()


def urls(whole: Site) -> list[str]:
    return [entry.url for entry in entries(whole, LISTS, Priorities(), no_images)]


def written(*found: Entry, limits: Limits = ALLOWED) -> dict[str, bytes]:
    files = dict(sitemap_files(ADDRESS, found, limits))
    assert all(grammar(data) == [] for data in files.values())
    return files


def many(count: int) -> list[Entry]:
    return [Entry(f"blog/статья-{n}/", FIRST, 0.6) for n in range(count)]


def test_it_names_documents_lists_and_hubs_by_address() -> None:
    blog = document("ru/pages/blog.md", kind="list", lists="articles")
    articles = [article(name, category="Оплата") for name in "abc"]

    assert urls(site(document("ru/pages/index.md", kind="home"), blog, *articles)) == [
        "",
        "a/",
        "b/",
        "blog/",
        "blog/category/oplata/",
        "blog/category/oplata/page/2/",
        "blog/page/2/",
        "c/",
    ]


def test_it_names_nothing_that_is_not_to_be_found() -> None:
    whole = site(
        article("draft", status=Status.DRAFT),
        article("hidden", status=Status.HIDDEN),
        article("later", 900),
        document("ru/pages/404.md", kind="error", url="404.html"),
        document("ru/pages/search.md", template="search"),
        document("ru/pages/list.md", kind="list", lists="articles", status=Status.HIDDEN),
    )

    assert urls(whole) == []


def test_a_change_that_has_not_come_is_not_told() -> None:
    (entry,) = entries(
        site(article("a", modified=NOW + timedelta(days=1))), LISTS, Priorities(), no_images
    )

    assert entry.changed == FIRST


def test_each_kind_has_its_priority() -> None:
    blog = document("ru/pages/blog.md", kind="list", lists="articles")
    law = document("ru/pages/privacy.md", template="legal")
    whole = site(blog, law, *(article(name, category="Оплата") for name in "abc"))
    found = entries(whole, LISTS, Priorities(article=0.55, hub=0), no_images)

    assert {entry.url: entry.priority for entry in found} == {
        "a/": 0.55,
        "b/": 0.55,
        "c/": 0.55,
        "blog/": 0.8,
        "blog/page/2/": 0.1,
        "blog/category/oplata/": 0,
        "blog/category/oplata/page/2/": 0.1,
        "privacy/": 0.2,
    }


@pytest.mark.parametrize("value", [-0.1, 1.1])
def test_a_priority_that_the_protocol_does_not_know_is_refused(value: float) -> None:
    (problem,) = priority_problems(site(), Priorities(hub=value))

    assert problem.in_language("en") == (
        f"pelicanconf.py: PRIORITIES.hub: expected a number from 0 to 1, got {value}"
    )
    assert "ожидалось" in problem.in_language("ru")


def test_addresses_are_written_as_the_protocol_wants_them() -> None:
    hostile = "статья/rock-&-roll's/<b>/50%/~x/"
    (data,) = written(Entry(hostile, None, 1.0, ("pictures/чайник & печь.jpg",))).values()

    assert found_at(data, "s:url/s:loc") == [
        f"{ADDRESS}/%D1%81%D1%82%D0%B0%D1%82%D1%8C%D1%8F/rock-&-roll's/%3Cb%3E/50%25/~x/"
    ]
    assert found_at(data, "s:url/i:image/i:loc") == [
        f"{ADDRESS}/pictures/%D1%87%D0%B0%D0%B9%D0%BD%D0%B8%D0%BA%20&%20%D0%BF%D0%B5%D1%87%D1%8C.jpg"
    ]
    assert b"&amp;" in data
    assert encoded("a/b-c_d.e~f/") == "a/b-c_d.e~f/"


def test_a_russian_host_is_written_in_ascii() -> None:
    assert in_ascii("https://печь.рф") == "https://xn--e1atzu.xn--p1ai"
    assert in_ascii("https://example.com") == "https://example.com"


def test_moments_carry_their_zone_and_pages_without_one_say_nothing() -> None:
    (data,) = written(Entry("a/", FIRST, 0.6), Entry("b/", None, 0.6)).values()

    assert found_at(data, "s:url/s:lastmod") == ["2026-10-01T10:00:00+03:00"]


def test_it_says_neither_languages_nor_frequencies() -> None:
    (data,) = written(Entry("a/", FIRST, 0.6)).values()

    assert b"hreflang" not in data
    assert b"changefreq" not in data


def test_pictures_of_a_page_end_at_a_thousand() -> None:
    (data,) = written(Entry("a/", None, 0.6, tuple(f"p/{n}.jpg" for n in range(1001)))).values()

    assert len(found_at(data, "s:url/i:image/i:loc")) == 1_000


def test_fifty_thousand_pages_are_one_file_and_one_more_are_two() -> None:
    assert list(written(*many(50_000))) == ["sitemap.xml"]

    files = written(*many(50_001))
    assert list(files) == ["sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"]


def test_sixty_thousand_pages_take_a_few_seconds() -> None:
    pages = [article(f"a{n}", -(n % 300), category=f"Тема {n % 9}") for n in range(60_000)]
    whole = Site(tuple(pages), ("ru",), NOW)
    start = time.process_time()
    found = entries(whole, ListingSettings(), Priorities(), no_images)
    files = dict(sitemap_files(ADDRESS, found))

    assert time.process_time() - start < 10
    assert list(files) == ["sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"]
    assert set(files) == set(paths(whole, ListingSettings()))
    named = [loc for path in list(files)[:2] for loc in found_at(files[path], "s:url/s:loc")]
    assert len(named) == len(set(named)) == len(found) > 60_000
    assert all(grammar(data) == [] for data in files.values())
    assert found_at(files["sitemap.xml"], "s:sitemap/s:loc") == [
        f"{ADDRESS}/sitemap-1.xml",
        f"{ADDRESS}/sitemap-2.xml",
    ]


def test_a_file_is_never_larger_than_allowed() -> None:
    files = written(*many(100), limits=Limits(size=2_000))
    parts = {path: data for path, data in files.items() if path != "sitemap.xml"}

    assert len(parts) > 5
    assert max(map(len, parts.values())) <= 2_000
    named = [loc for data in parts.values() for loc in found_at(data, "s:url/s:loc")]
    assert len(set(named)) == 100


def test_the_index_says_when_each_part_changed() -> None:
    found = [Entry("a/", FIRST, 0.6), Entry("b/", FIRST + timedelta(days=2), 0.6)]
    files = written(*found, Entry("c/", None, 0.6), limits=Limits(addresses=2))

    assert found_at(files["sitemap.xml"], "s:sitemap/s:lastmod") == ["2026-10-03T10:00:00+03:00"]


SHIPPED = "https://pech-verstak.example"


def test_the_sitemap_of_the_shipped_site_is_right(shipped: dict[str, bytes]) -> None:
    assert faults(shipped, SHIPPED, NOW) == []


def test_pictures_of_texts_and_goods_are_in_it(shipped: dict[str, bytes]) -> None:
    data = shipped["sitemap.xml"]
    images = found_at(data, "s:url/i:image/i:loc")

    assert len(images) > 16
    assert f"{SHIPPED}/pictures/warehouse-scheme.svg" in images


def test_each_picture_is_named_with_the_page_that_it_belongs_to(shipped: dict[str, bytes]) -> None:
    """Goods on the home page and in the catalogue are named with their own pages."""
    others = {f"{SHIPPED}/{path}" for path in ("", "en/", "products/", "en/products/")}

    assert set(pages_with_other_pictures(shipped, SHIPPED)) == others


def test_the_sitemap_of_a_thousand_articles_is_right(tmp_path: Path) -> None:
    files = {
        f"ru/blog/a{n:04}.md": ARTICLE.format(n=n, day=n % 28 + 1, topic=n % 7)
        for n in range(1_000)
    }
    output = output_of(themed(tmp_path, files))

    assert faults(output, "https://kettles.example", NOW) == []
    assert len(found_at(output["sitemap.xml"], "s:url/s:loc")) > 1_080


DEFECTS = {
    "no XML": (b"</urlset>", b"</urlse>"),
    "a word that the protocol does not know": (b"<priority>", b"<weight>1</weight><priority>"),
    "a priority above 1": (b"<priority>1.0", b"<priority>1.5"),
    "a relative address": (b"<loc>https://pech-verstak.example/blog/<", b"<loc>/blog/<"),
    "another host": (b"<loc>https://pech-verstak.example/blog/<", b"<loc>https://a.b/blog/<"),
    "letters that are not ASCII": (b"verstak.example/blog/<", "verstak.example/блог/<".encode()),
    "an ampersand": (b"verstak.example/blog/<", b"verstak.example/blog/?a&b<"),
    "a page that is not there": (b"verstak.example/blog/<", b"verstak.example/news/<"),
    "a page twice": (b"verstak.example/blog/<", b"verstak.example/<"),
    "a page that says noindex": (b"verstak.example/blog/<", b"verstak.example/poisk/<"),
    "a moment without a zone": (b"10:00:00+03:00</", b"10:00:00</"),
    "a moment that has not come": (b"<lastmod>2026", b"<lastmod>2027"),
    "no moment": (b"<lastmod>2026-11-22T", "<lastmod>вчера".encode()),
    "a picture that is not there": (b"warehouse-scheme.svg", b"warehouse.svg"),
    "a picture of another page": (b"warehouse-scheme.svg", b"products/pv-101.svg"),
}


@pytest.mark.parametrize("defect", DEFECTS)
def test_the_judge_finds_each_seeded_defect(defect: str, shipped: dict[str, bytes]) -> None:
    right, wrong = DEFECTS[defect]
    data = shipped["sitemap.xml"]
    assert right in data

    assert faults({**shipped, "sitemap.xml": data.replace(right, wrong, 1)}, SHIPPED, NOW)
