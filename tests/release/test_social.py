"""Posts for social networks: what stands in them, and that drafts are a person's own."""

from contextlib import nullcontext
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.discovery.robots import TRACKING
from plugins.documents import Document, Status, read_site
from plugins.documents.pelican_bridge import Build, build
from plugins.language.messages import message
from plugins.language.problems import ProblemsFound
from plugins.release.planning import News
from plugins.release.release import Step, Voice
from plugins.release.site_work import SiteWork
from plugins.release.social import UTM, cut, hashtags, opening, posts, tagged
from plugins.release.social_drafts import articles_among, social_drafts
from plugins.release.social_settings import NETWORKS, Content, SocialNetwork, SocialSettings
from plugins.release.web import Web
from tests.documents.examples import NOW, document, site
from tests.sites import forget_plugins, project
from tests.test_theme import themed

ADDRESS = "https://kettles.example"
BODY = (
    "<p>Накипь - это соли. Снимают её уксусом: 5-10 г на литр "
    '<a href="{filename}/ru/pages/x.md">воды</a><sup id="n">1</sup>.</p>\n'
    "<p>Чайник потом моют.</p>\n<h2>Порядок</h2>\n<p>Дальше подробно.</p>"
)
TEXT = "Первое предложение. Второе подлиннее, с г. Москва и А. С. Пушкиным. Третье!"
LATER = {"published": NOW + timedelta(minutes=1)}


def article(**values: Any) -> Document:
    given = {
        "kind": "article",
        "title": "Чем снять накипь",
        "description": "Три способа и один лишний.",
        "url": "blog/nakip/",
        "save_as": "blog/nakip/index.html",
        "tags": ("накипь", "уход за чайником", "2026"),
        "published": NOW,
        "body": BODY,
    }
    return document("ru/blog/nakip.md", **{**given, **values})


def texts(one: Document, settings: SocialSettings | None = None) -> dict[str, str]:
    found = posts(one, settings or SocialSettings(), ADDRESS)
    return {post.network.key: post.text for post in found}


def test_each_network_gets_its_own_text() -> None:
    link = f"{ADDRESS}/blog/nakip/?utm_source={{}}&utm_medium=social&utm_campaign=nakip"
    foot = f"Статья целиком: {link}"
    told = (
        "Накипь\u00a0— это соли. Снимают её уксусом: 5–10\u00a0г на\u00a0литр воды. "
        "Чайник потом моют."
    )
    title, described = "Чем снять накипь", "Три способа и\u00a0один лишний."

    assert texts(article()) == {
        "vk": f"{title}\n\n{told}\n\n{foot.format('vk')}\n\n#накипь #уход_за_чайником\n",
        "ok": f"{title}\n\n{told}\n\n{foot.format('ok')}\n",
        "max": f"{title}\n\n{described}\n\n{foot.format('max')}\n",
        "dzen": f"{title}\n\n{described}\n\n{foot.format('dzen')}\n\n#накипь #уход_за_чайником\n",
    }


def test_what_an_article_lacks_is_not_made_up() -> None:
    bare = texts(article(description="", body="<ul><li>Список</li></ul>", tags=()))

    assert bare["max"].split("\n\n")[0] == "Чем снять накипь"
    assert all(len(text.split("\n\n")) == 2 for text in bare.values())


def test_an_english_article_waits_for_a_network_that_speaks_english() -> None:
    english = article(lang="en", title="Scale", description="Three ways.")
    both = replace(NETWORKS[0], langs=("ru", "en"))

    assert texts(english) == {}
    assert "The whole article: " in texts(english, SocialSettings(("vk",), (both,)))["vk"]


def test_where_links_cannot_be_clicked_there_is_none_in_the_text() -> None:
    mute = SocialNetwork("mute", message("MAX"), 500, Content.DESCRIPTION, links=False)
    (post,) = posts(article(), SocialSettings(("mute",), (mute,)), ADDRESS)

    assert "http" not in post.text
    assert "utm_source=mute" in post.link


def test_telegram_is_off_and_says_why() -> None:
    telegram = NETWORKS[-1]

    assert "telegram" not in texts(article())
    assert telegram.off is not None
    assert "с 5 марта 2026" in telegram.off.in_language("ru")
    assert "telegram" in texts(article(), SocialSettings(on=("telegram",)))


@pytest.mark.parametrize(
    ("limit", "left"),
    [
        (len(TEXT), TEXT),
        (len(TEXT) - 1, TEXT.removesuffix(" Третье!")),
        (60, "Первое предложение."),
        (12, "Первое…"),
        (5, ""),
    ],
)
def test_a_text_ends_with_a_sentence_and_never_in_a_word(limit: int, left: str) -> None:
    assert cut(TEXT, limit) == left


@given(st.text("аб .!?…«»,\u00a0-", max_size=60), st.integers(-5, 60))
def test_any_text_is_cut_to_its_length_at_a_word(text: str, limit: int) -> None:
    found = cut(text, limit)

    assert len(found) <= max(limit, 0)
    if found and found != text:
        kept = found.removesuffix("…") if not text.startswith(found) else found
        assert text.startswith(kept)
        assert not (kept[-1:].isalpha() and text[len(kept) : len(kept) + 1].isalpha())


@given(st.text("абв. ", max_size=3000), st.text("аб ", min_size=1, max_size=400))
def test_no_post_is_longer_than_its_network_takes(body: str, title: str) -> None:
    one = article(body=f"<p>{body}</p>", title=title, description=body)

    for post in posts(one, SocialSettings(on=tuple(n.key for n in NETWORKS)), ADDRESS):
        assert len(post.text.rstrip("\n")) <= post.network.limit


def test_the_opening_ends_where_the_text_is_no_longer_plain() -> None:
    assert opening(article(body="<h2>Сразу заголовок</h2><p>Текст</p>")) == ""
    assert (
        opening(article(body="<p>Раз.</p><p><img src='x'></p><table></table><p>Два</p>")) == "Раз."
    )


def test_a_post_points_at_nothing_below_it() -> None:
    body = "<p>Сначала вес. Ниже — таблица, д. 5. Потом цена.</p><p>Дальше — по шагам.</p>"

    assert opening(article(body=body)) == "Сначала вес. Потом цена."


def test_hashtags_are_words() -> None:
    tags = ("объёмный вес", "СБП/карта", "2026", "!", "объёмный-вес", "что-то")

    assert hashtags(article(tags=tags), 3) == "#объёмный_вес #СБП_карта #что_то"
    assert hashtags(article(tags=tags), 0) == ""


def test_a_link_keeps_what_it_had_and_says_only_what_robots_pass_over() -> None:
    found = tagged(f"{ADDRESS}/a/?x=1&utm_source=old#part", "vk", SocialSettings(), article())

    assert found.endswith("#part")
    assert dict(parse_qsl(urlsplit(found).query)) == {
        "x": "1",
        "utm_source": "vk",
        "utm_medium": "social",
        "utm_campaign": "nakip",
    }
    assert set(UTM) <= set(TRACKING)


def test_an_address_in_russian_letters_is_joined_properly() -> None:
    (post,) = posts(article(url="blog/накипь/"), SocialSettings(on=("ok",)), ADDRESS)

    assert post.link.isascii()
    assert dict(parse_qsl(urlsplit(post.link).query))["utm_campaign"] == "накипь"


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"on": ("facebook",)}, "SOCIAL.on: expected one of vk, ok, max, dzen, telegram, got"),
        ({"medium": "a b&c"}, "SOCIAL.medium: expected letters a to z, digits, - and _, got"),
        ({"networks": (replace(NETWORKS[0], limit=9),), "on": ()}, "at least 300, got '9'"),
    ],
)
def test_settings_that_cannot_be_are_refused(values: dict[str, Any], said: str) -> None:
    with pytest.raises(ProblemsFound) as problems:
        SocialSettings(**values)

    assert said in problems.value.in_language("en")


def test_a_release_tells_of_new_articles_a_new_site_of_its_newest() -> None:
    older = article(save_as="blog/a/index.html", published=NOW - timedelta(days=1))
    page = document(save_as="x/index.html")
    here = site(article(), older, page, article(save_as="later/index.html", **LATER))
    pages = [d.save_as for d in here.documents]

    assert [d.save_as for d in articles_among(here, pages, first=False)] == [
        "blog/nakip/index.html",
        "blog/a/index.html",
    ]
    assert [d.save_as for d in articles_among(here, pages, first=True)] == ["blog/nakip/index.html"]


@pytest.fixture
def built(tmp_path: Path) -> Any:
    settings_file = themed(tmp_path, {})
    forget_plugins()
    made = build(settings_file, tmp_path / "site")
    return made.site, {**made.settings, "SOCIAL": SocialSettings()}, tmp_path / "site"


def drafts(built: Any, folder: Path, changed: list[Document]) -> list[str]:
    here, settings, output = built
    lines = social_drafts(settings, here, output, changed, folder / "reports" / "social")
    return [line.in_language("en") for line in lines]


def files_of(folder: Path) -> dict[str, bytes]:
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def test_drafts_are_files_with_a_picture_and_a_page(built: Any, tmp_path: Path) -> None:
    one = built[0].find("ru/blog/choosing.md")
    name = f"{one.published.date()}-{one.url.split('/')[-2]}"

    said = drafts(built, tmp_path, [one])

    made = files_of(tmp_path / "reports" / "social")
    assert [path for path in made if "picture" not in path] == [
        f"{name}/dzen.txt",
        f"{name}/index.html",
        f"{name}/max.txt",
        f"{name}/ok.txt",
        f"{name}/vk.txt",
        "index.html",
    ]
    picture = next(data for path, data in made.items() if "picture" in path)
    assert picture[:3] in (b"\xff\xd8\xff", b"\x89PN")
    assert said == [f"posts for content/ru/blog/choosing.md: see reports/social/{name}"]
    assert drafts(built, tmp_path, [one]) == said
    assert files_of(tmp_path / "reports" / "social") == made


def test_a_release_drafts_what_readers_were_never_told_of(built: Any, tmp_path: Path) -> None:
    here, settings, output = built
    voice = Voice(lambda _: None, lambda _: nullcontext(lambda _: None))
    work = SiteWork(tmp_path, output.parent, voice, Web())
    work.made = Build(here, settings, ())
    news = News(("blog/vybirayem-chaynik/index.html", "dostavka/index.html"))

    said = [line.in_language("en") for line in work.do(Step.SOCIAL, news)]

    assert len(said) == 1
    assert [d.name for d in (tmp_path / "reports" / "social").iterdir() if d.is_dir()]


def test_what_a_person_has_changed_stays(built: Any, tmp_path: Path) -> None:
    one = built[0].find("ru/blog/choosing.md")
    drafts(built, tmp_path, [one])
    (draft,) = (tmp_path / "reports" / "social").glob("*/vk.txt")
    draft.write_text("Моими словами.\n", "utf-8")

    said = drafts(built, tmp_path, [one])

    assert draft.read_text("utf-8") == "Моими словами.\n"
    assert said[0].startswith("vk.txt in ")
    assert said[0].endswith("differs from what would be written and stays as it is")
    assert "Моими словами" in (draft.parent / "index.html").read_text("utf-8")


def test_nothing_is_drafted_of_what_visitors_cannot_see(tmp_path: Path) -> None:
    settings_file = project(tmp_path)
    forget_plugins()
    here, settings = read_site(settings_file)
    waiting = [d for d in here.documents if d not in here.live]
    hidden = [replace(d, status=Status.HIDDEN) for d in here.documents]
    built = here, {**settings, "SOCIAL": SocialSettings()}, tmp_path

    assert waiting
    assert drafts(built, tmp_path, [*waiting, *hidden]) == []
    assert not (tmp_path / "reports").exists()
