"""What stands under an article: near in content, in its language, fresh, not linked already."""

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from plugins.documents import Document, Site, Status
from plugins.internal_links import Linker, LinkSettings, related
from plugins.internal_links.kept_words import words_of
from plugins.internal_links.related import is_stale, related_articles
from plugins.internal_links.telling_words import ArticleTexts, telling_words

NOW = datetime(2026, 11, 22, tzinfo=UTC)
PACKING = "<p>Обрешётка бережёт станок от вил. Обрешётку сбивают из досок, доски сушат.</p>"
# Of other things, so that no word stands in all articles
OTHERS = {
    "tea": (
        "Как заварить чай",
        "<p>Чай заваривают кипятком. Чайник греют, чайник споласкивают.</p>",
    ),
    "cat": ("Чем кормить кота", "<p>Коту дают мясо. Кот пьёт воду, воду коту меняют утром.</p>"),
    "tax": (
        "Когда платить налоги",
        "<p>Налог платят весной. Налоги считает бухгалтер, он и платит.</p>",
    ),
}


def article(name: str, title: str, body: str = "", lang: str = "ru", days: int = 10) -> Document:
    moment = NOW - timedelta(days=days)
    return Document(
        source=f"{lang}/blog/{name}.md",
        lang=lang,
        kind="article",
        title=title,
        description="",
        url=f"blog/{name}/",
        save_as=f"blog/{name}/index.html",
        status=Status.PUBLISHED,
        published=moment,
        modified=None,
        body=body,
    )


def site(*articles: Document) -> Site:
    others = [article(name, *text) for name, text in OTHERS.items()]
    return Site((*articles, *others), ("ru", "en"), NOW)


def under(
    name: str,
    found: Site,
    settings: LinkSettings | None = None,
    linked: dict[str, frozenset[str]] | None = None,
) -> list[str]:
    related = related_articles(found, settings or LinkSettings(), linked or {})
    return [document.source for document in related.get(name, ())]


BOX = article("box", "Обрешётка для станка", PACKING)
CRATE = article("crate", "Сколько стоит обрешётка", PACKING)
FILM = article("film", "Станок в обрешётке", PACKING)


def test_near_articles_are_found_by_any_form_of_a_word() -> None:
    one = article("one", "Выбираем печь для пекарни", "<p>Печь и пекарня.</p>")
    two = article("two", "О выборе печей", "<p>Сколько печей нужно пекарне.</p>")
    assert under("ru/blog/one.md", site(one, two)) == ["ru/blog/two.md"]
    assert under("ru/blog/two.md", site(one, two)) == ["ru/blog/one.md"]


def test_english_forms_count_too() -> None:
    one = article("one", "Choosing an oven", "<p>Ovens bake bread.</p>", "en")
    two = article("two", "Ovens compared", "<p>An oven for breads.</p>", "en")
    cat = article("cat", "What cats eat", "<p>Meat, and a little water.</p>", "en")
    assert under("en/blog/one.md", site(one, two, cat)) == ["en/blog/two.md"]


def test_nothing_is_better_than_something_foreign() -> None:
    assert under("ru/blog/tea.md", site(BOX)) == []


def test_words_that_name_nothing_bring_nobody_together() -> None:
    one = article("one", "Где", "<p>Мы также, если это, и они тоже.</p>" * 3)
    two = article("two", "Когда", "<p>Они тоже, если это, и мы также.</p>" * 3)
    assert under("ru/blog/one.md", site(one, two)) == []
    assert telling_words(ArticleTexts("ru", "Где", "", one.body)).counts == {}


def test_the_title_counts_more_than_the_text() -> None:
    asked = article("asked", "Упаковка")
    titled = article("titled", "Упаковка груза", "<p>Доски, вилы, краны, весы.</p>")
    said = article("said", "Доски и вилы", "<p>Упаковка, упаковка, краны, весы.</p>")
    assert under("ru/blog/asked.md", site(asked, titled, said))[0] == "ru/blog/titled.md"


def test_what_the_text_links_to_is_not_said_again() -> None:
    found = site(BOX, CRATE, FILM)
    linked = {"ru/blog/box.md": frozenset({"ru/blog/crate.md"})}
    assert under("ru/blog/box.md", found, linked=linked) == ["ru/blog/film.md"]


def test_links_made_by_hand_are_known_to_templates() -> None:
    by_hand = replace(BOX, body=f'{PACKING}<p><a href="{{filename}}crate.md">цена</a></p>')
    found = related(site(by_hand, CRATE, FILM), by_hand, Linker({}, LinkSettings()))
    assert [document.source for document in found] == ["ru/blog/film.md"]


@pytest.mark.parametrize(
    "other",
    [
        replace(CRATE, status=Status.DRAFT),
        replace(CRATE, status=Status.HIDDEN),
        replace(CRATE, published=NOW + timedelta(days=1)),
        replace(CRATE, lang="en", source="en/blog/crate.md"),
        replace(CRATE, kind="page"),
    ],
    ids=["draft", "hidden", "scheduled", "other language", "page"],
)
def test_what_lists_do_not_name_is_not_proposed(other: Document) -> None:
    assert under("ru/blog/box.md", site(BOX, other)) == []


def test_a_scheduled_article_appears_when_it_is_out() -> None:
    soon = replace(CRATE, published=NOW + timedelta(days=1))
    later = Site(site(BOX, soon).documents, ("ru", "en"), NOW + timedelta(days=2))
    assert under("ru/blog/box.md", later) == ["ru/blog/crate.md"]


def test_as_many_as_are_set() -> None:
    many = [replace(CRATE, source=f"ru/blog/c{number}.md") for number in range(9)]
    assert len(under("ru/blog/box.md", site(BOX, *many))) == 3
    assert len(under("ru/blog/box.md", site(BOX, *many), LinkSettings(related=5))) == 5
    assert under("ru/blog/box.md", site(BOX, *many), LinkSettings(related=0)) == []


def test_fresh_before_stale() -> None:
    stale = replace(CRATE, published=NOW - timedelta(days=900))
    fresh = article("later", "Обрешётка", f"{PACKING}<p>Плёнка, поддон.</p>")
    assert under("ru/blog/box.md", site(BOX, stale, fresh)) == [
        "ru/blog/later.md",
        "ru/blog/crate.md",
    ]


@pytest.mark.parametrize(
    ("published", "modified", "stale"),
    [
        (729, None, False),
        (730, None, True),
        (2000, 729, False),
        (2000, 900, True),
        (None, None, False),
    ],
)
def test_stale_is_what_was_not_renewed(
    published: int | None, modified: int | None, stale: bool
) -> None:
    def ago(days: int | None) -> datetime | None:
        return None if days is None else NOW - timedelta(days=days)

    document = replace(BOX, published=ago(published), modified=ago(modified))
    assert is_stale(document, NOW, 730) is stale


def test_equally_close_ones_stand_by_source_whatever_the_order_of_files() -> None:
    twins = [replace(CRATE, source=f"ru/blog/{name}.md") for name in "dacb"]
    documents = list(site(BOX, *twins).documents)
    for seed in range(5):
        random.Random(seed).shuffle(documents)
        found = under("ru/blog/box.md", Site(tuple(documents), ("ru", "en"), NOW))
        assert found == ["ru/blog/a.md", "ru/blog/b.md", "ru/blog/c.md"]


def test_code_and_scripts_are_not_what_an_article_is_about() -> None:
    code = "<pre>чайка чайка</pre><script>чайка чайка</script>"
    body = f"<p>Чай с <code>мёдом</code>, с мёдом.</p>{code}"
    assert set(telling_words(ArticleTexts("ru", "", "", body)).counts) == {"мед"}


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<p",
        "<pre>",
        "<!--",
        "слово",
        "<h2>Один<h2>два",
        "\u0301\u00ad-",
        "\ud800",
        "а" * 100_000,
    ],
)
def test_any_body_is_read(body: str) -> None:
    assert under("ru/blog/odd.md", site(article("odd", "", body), BOX)) == []


@pytest.mark.timeout(20)
@pytest.mark.parametrize("part", ["<pre>", "<!--", "<h2>", "<a ", "</", "https://", "a_", "a-"])
def test_a_body_of_unclosed_things_is_read_once(part: str) -> None:
    assert under("ru/blog/odd.md", site(article("odd", "", part * 50_000), BOX)) == []


def test_words_are_kept_between_builds(tmp_path: Path) -> None:
    texts = [ArticleTexts("ru", "Обрешётка", "", PACKING), ArticleTexts("en", "Crates", "", "")]
    fresh = words_of(texts)
    assert words_of(texts, tmp_path) == fresh
    (file,) = tmp_path.iterdir()
    assert words_of(texts[::-1], tmp_path) == fresh[::-1]
    file.write_text(file.read_text("utf-8").replace("[", "{"), "utf-8")
    assert words_of(texts, tmp_path) == fresh
    file.write_bytes(b"\xff\x00")
    assert words_of(texts, tmp_path) == fresh


def test_no_disk_is_no_error(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("")
    texts = [ArticleTexts("ru", "Обрешётка", "", PACKING)]
    assert words_of(texts, file) == words_of(texts)
