"""Feeds of whole sites, judged by grammars and against the pages; the judges themselves."""

from collections.abc import Iterator

import pytest

from plugins.documents.front_matter import moment_of
from tests.discovery import feed_judge, yml_judge
from tests.discovery.feed_defects import DEFECTS
from tests.discovery.feed_judge import Files
from tests.sites import copy_of_shipped, output_of, without_checkout
from tests.test_theme import themed

SHIPPED, SMALL = "https://pech-verstak.example", "https://kettles.example"
# A day after an article of the shipped site came out, so that Dzen has something to take
CLOCK = "2026-11-18 12:00"
THOUSAND = 1_000
ARTICLE = """Title: {title} {n}
Slug: {slug}-{n}
Date: 2026-{month:02}-{day:02} 10:00
Category: {topic}
Author: {author}
Description: {title} & <b>{n}</b>

{text}
"""
TITLES = ("Статья", "</script> & «Бриз»", "]]> <!-- 2 < 3", "Кавычки \"и\" 'те'")
SLUGS = ("statya", "статья", "a-b", "Ёлка-И-2")
TOPICS = ("Доставка", "Оплата & налоги", "</script>", "Ёлки «и» <палки>")
AUTHORS = ("Ли Вэй", "", "<b>& Ко", "Никто")
TEXTS = (
    "Абзац.\n\n| Раз | Два | Три |\n|---|---|---|\n| 1 | 2 & 3 | <b>4</b> |\n",
    "![Чайник]({static}/pictures/kettle.png)\n\n<script>alert(1)</script>\n\nтекст\x0b ]]> конец\n",
    "![Схема]({static}/pictures/route.svg)\n\n```\n<a>\n  & b\n```\n\n> цитата\n",
    "[а](/dostavka/?путь=1&b=2) и [б](javascript:alert)\n\n- раз\n    - два\n\n<iframe></iframe>\n",
)
GOODS = """
groups:
  - key: kitchen
    name: {ru: "Кухня & </script>", en: Kitchen}
  - key: kettles
    name: {ru: "Чайники ]]>", en: Kettles}
    parent: kitchen
products:
"""
PRODUCT = """
  - sku: {sku}
    group: kettles
    vendor: "Завод & «Ко»"
    price: {price}
    unit: {{ru: шт., en: pc}}
    availability: {availability}
    pictures: {pictures}
    tnved: 8516797000
    specification:
      - {{name: {{ru: "Вес & объём", en: Weight}}, value: {{ru: "< 2 кг", en: "< 2 kg"}}}}
    checked: 2026-11-14
"""
KETTLE = '[{file: pictures/kettle.png, alt: {ru: "Чайник", en: "A kettle"}}]'
PAGE = "Title: {title}\nSlug: {slug}\nProduct: {sku}\n{more}\nТекст.\n"
STATES = ("in-stock", "on-order", "out-of-stock")


def articles() -> dict[str, str]:
    """A thousand articles with something hostile in each place."""
    return {
        f"ru/blog/a{n:04}.md": ARTICLE.format(
            n=n,
            title=TITLES[n % 4],
            slug=SLUGS[n // 4 % 4],
            topic=TOPICS[n // 2 % 4],
            author=AUTHORS[n // 8 % 4],
            month=n % 11 + 1,
            day=n % 17 + 1,
            text=TEXTS[n % 4],
        )
        for n in range(THOUSAND)
    }


def goods() -> dict[str, str]:
    """Forty products: some without a picture, without a description, out of stock."""
    kettle = PRODUCT.format(sku="K-2", price=1, availability=STATES[0], pictures=KETTLE)
    found, records = {}, [kettle]
    for n in range(40):
        sku, pictures = f"К {n}/&", KETTLE if n % 5 else "[]"
        price, state = ("0.05", "1234567.50", 90)[n % 3], STATES[n % 3]
        records.append(PRODUCT.format(sku=sku, price=price, availability=state, pictures=pictures))
        more = "Description: О «чайнике» & его <цене>" if n % 7 else ""
        text = PAGE.format(title=f"{TITLES[n % 4]} {n}", slug=f"чайник-{n}", sku=sku, more=more)
        found[f"ru/products/p{n}.md"] = text
    return found | {"data/products.yaml": GOODS + "".join(records)}


@pytest.fixture(scope="module", autouse=True)
def clock() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("VITRINA_NOW", CLOCK)
        yield


@pytest.fixture(scope="module")
def shipped(clock: None, tmp_path_factory: pytest.TempPathFactory) -> Files:
    settings = copy_of_shipped(tmp_path_factory.mktemp("shipped"))
    return output_of(settings)


@pytest.fixture(scope="module")
def large(clock: None, tmp_path_factory: pytest.TempPathFactory) -> Files:
    settings = themed(tmp_path_factory.mktemp("large"), articles() | goods())
    return output_of(without_checkout(settings.parent))


def wrong(files: Files, address: str = SHIPPED) -> list[str]:
    """Everything that both judges find in a built site."""
    now = moment_of("NOW", {"NOW": CLOCK})
    assert now
    return [*feed_judge.faults(files, address, now), *yml_judge.faults(files, address, now)]


def test_feeds_of_the_shipped_site_are_right(shipped: Files) -> None:
    assert wrong(shipped) == []
    assert len(feed_judge.feeds_of(shipped)) == 15
    assert shipped["yml.xml"].count(b"<offer ") == 7
    assert shipped["dzen.xml"].count(b"<item>") == 1


def test_feeds_of_a_thousand_hostile_articles_are_right(large: Files) -> None:
    assert wrong(large, SMALL) == []
    assert large["feed.xml"].count(b"<entry>") == 20
    assert large["dzen.xml"].count(b"<item>") > 5
    assert large["yml.xml"].count(b"<offer ") == 20


def test_goods_have_drawings_as_pixels_and_no_other_picture_has(shipped: Files) -> None:
    drawn = sorted(path for path in shipped if path.endswith("-1200.png"))

    assert [path.rpartition("/")[2].partition(".")[0] for path in drawn] == [
        *("pv-101", "pv-102", "pv-103", "pv-104", "pv-201", "pv-202", "pv-203", "pv-204")
    ]


@pytest.mark.parametrize("defect", DEFECTS)
def test_a_judge_finds_each_seeded_defect(defect: str, shipped: Files) -> None:
    path, right, bad = DEFECTS[defect]
    text = shipped[path].decode()
    assert right in text
    broken = text.replace(right, bad, 1)

    assert wrong({**shipped, path: broken.encode()})


def test_a_picture_is_read_and_not_only_named(shipped: Files) -> None:
    path = next(path for path in shipped if path.endswith("-1200.png"))
    gone = {name: data for name, data in shipped.items() if name != path}

    assert any(path in each for each in wrong(gone))


def test_drawings_of_articles_are_pixels_in_feeds(large: Files) -> None:
    assert b"pictures/route." in large["feed.xml"]
    assert b".svg" not in large["feed.xml"]
    assert any(path.startswith("pictures/route.") and path.endswith(".png") for path in large)
