"""What visitors get after a release: a server on this machine plays each failure."""

import gzip
from collections.abc import Iterator
from pathlib import Path

import brotli
import pytest

from plugins.documents import Status
from plugins.language.problems import ProblemsFound
from plugins.release.folder_shown import FolderShown
from plugins.release.targets import digest_of
from plugins.release.verification import Expected, expected_of, path_of, questions
from plugins.release.verifying import (
    VERIFIED,
    Verdict,
    VerifySettings,
    remembered,
    verdict_of,
    verify,
)
from plugins.release.web import Web
from tests.audit.subjects import document, site
from tests.release.engine import RESET, Reply, Time, World, web

SITE = "https://firm.ru"
TWICE = VerifySettings(pauses=(1.0, 2.0))


def page(path: str, text: str = "", canonical: str | None = None) -> str:
    own = f"{SITE}{path}" if canonical is None else canonical
    return f'<title>{path}</title><link rel="canonical" href="{own}"><main>{text}</main>'


def feed(*paths: str) -> str:
    entries = "".join(f'<entry><link href="{SITE}{path}"/></entry>' for path in paths)
    return f"<feed>{entries}</feed>"


def sitemap(*paths: str) -> str:
    return f"<urlset>{''.join(f'<url><loc>{SITE}{path}</loc></url>' for path in paths)}</urlset>"


OUTPUT = {
    "index.html": page("/"),
    "blog/new/index.html": page("/blog/new/"),
    "blog/old/index.html": page("/blog/old/"),
    "old-address/index.html": '<meta http-equiv="refresh" content="0; url=/">',
    "404.html": "<h1>Такой страницы нет</h1>",
    "feed.xml": feed("/blog/new/", "/blog/old/"),
    "sitemap.xml": sitemap("/", "/blog/new/", "/blog/old/"),
    "pictures/crate.svg": "<svg/>",
}
ARTICLES = frozenset({"blog/new/index.html", "blog/old/index.html"})
HIDDEN = ("/blog/later/", "/blog/left/")
DIGESTS = {path: digest_of(text.encode()) for path, text in OUTPUT.items()}
EXPECTED = Expected(SITE, DIGESTS, HIDDEN, ARTICLES, {"feed.xml": ARTICLES})


class Server:
    """The site as visitors get it; at first exactly as it was published."""

    def __init__(self, world: World, way: Web) -> None:
        self.world, self.way, self.time = world, way, Time()
        for file, text in OUTPUT.items():
            self.answers(path_of(file), Reply(200, text.encode()))

    def answers(self, path: str, *replies: Reply) -> None:
        self.world.replies[SITE + path] = list(replies)

    def verdict(self, expected: Expected = EXPECTED, **verified: str) -> Verdict:
        return verdict_of(expected, verified, self.way, self.time.sleep, TWICE)

    def wrong(self, lang: str = "en") -> list[str]:
        problems = self.verdict().problems
        return [problem.in_language(lang).removeprefix(SITE) for problem in problems]


@pytest.fixture
def server() -> Iterator[Server]:
    world = World()
    with web(world) as way:
        yield Server(world, way)


def test_a_site_that_visitors_get_as_it_was_published(server: Server) -> None:
    verdict = server.verdict()

    assert verdict.problems == ()
    assert verdict.asked == 9
    assert server.time.waited == []
    asked = [url.removeprefix(SITE) for _method, url, _body, _headers in server.world.asked]
    assert sorted(asked) == [
        "/",
        "/blog/later/",
        "/blog/left/",
        "/blog/new/",
        "/blog/old/",
        "/feed.xml",
        EXPECTED.nonsense,
        "/old-address/",
        "/sitemap.xml",
    ]


OTHER_CONTENT = (
    "visitors get something else than what was published: an old copy is kept on the way, or "
    "something changes pages; clear the cache of the CDN, switch its changes off"
)


@pytest.mark.parametrize(
    ("path", "reply", "wrong"),
    [
        ("/blog/new/", Reply(404), ["/blog/new/: the server answers 404"]),
        ("/blog/new/", Reply(500), ["/blog/new/: the server answers 500"]),
        (
            "/",
            Reply(301, b"", {"Location": "https://www.firm.ru/"}),
            ["/: the server answers 301"],
        ),
        ("/", Reply(RESET), ["/: the connection broke off"]),
        ("/", Reply(200, page("/", "old").encode()), [f"/: {OTHER_CONTENT}"]),
        ("/", Reply(200, b"garbage", {"Content-Encoding": "gzip"}), ["/: no answer (DecodeError)"]),
        (
            "/blog/new/",
            Reply(200, page("/blog/new/", canonical=f"{SITE}/blog/old/").encode()),
            [
                f"/blog/new/: {OTHER_CONTENT}",
                f"/blog/new/: its canonical address is {SITE}/blog/old/; pages would be taken for "
                "copies",
            ],
        ),
        (
            "/sitemap.xml",
            Reply(200, sitemap("/", "/blog/old/").encode()),
            [
                f"/sitemap.xml: {OTHER_CONTENT}",
                "/blog/new/: the sitemap that visitors get does not name it",
            ],
        ),
        (
            "/sitemap.xml",
            Reply(200, sitemap("/", "/blog/new/", "/blog/old/", "/blog/later/").encode()),
            [
                f"/sitemap.xml: {OTHER_CONTENT}",
                "/sitemap.xml: it names /blog/later/, which is not live",
            ],
        ),
        (
            "/feed.xml",
            Reply(200, feed("/blog/old/", "/blog/left/").encode()),
            [
                f"/feed.xml: {OTHER_CONTENT}",
                "/feed.xml: it names /blog/left/, which is not live",
                "/feed.xml: it does not name the article /blog/new/",
            ],
        ),
        (
            "/blog/later/",
            Reply(200, page("/blog/later/").encode()),
            ["/blog/later/: a page that is not live answers here; it must leave at once"],
        ),
        (
            "/blog/left/",
            Reply(200, page("/blog/left/").encode()),
            ["/blog/left/: a page that is not live answers here; it must leave at once"],
        ),
        ("/blog/left/", Reply(301, b"", {"Location": "/blog/new/"}), []),
        ("/blog/left/", Reply(410), []),
        (
            EXPECTED.nonsense,
            Reply(200, b"<h1>home</h1>"),
            [
                f"{EXPECTED.nonsense}: nothing is here, but the server answers 200 instead of 404: "
                "search engines take such pages for real ones"
            ],
        ),
    ],
)
def test_what_is_wrong_in_words(server: Server, path: str, reply: Reply, wrong: list[str]) -> None:
    server.answers(path, reply)

    assert sorted(server.wrong()) == sorted(wrong)


def test_in_russian(server: Server) -> None:
    server.answers("/", Reply(500))
    server.answers("/feed.xml", Reply(200, feed("/blog/later/", "/blog/new/").encode()))
    server.answers("/blog/left/", Reply(200, b"x"))
    server.answers(EXPECTED.nonsense, Reply(302))

    assert sorted(server.wrong("ru")) == [
        "/: сервер отвечает 500",
        "/blog/left/: здесь отвечает страница, время которой не пришло или прошло; "
        "её нужно убрать сразу",
        "/feed.xml: здесь названа страница /blog/later/, а её время не пришло или прошло",
        "/feed.xml: здесь не названа статья /blog/old/",
        "/feed.xml: посетители получают не то, что опубликовано: по пути хранится старая копия "
        "или кто-то меняет страницы; очистите кэш CDN и отключите в нём такие изменения",
        f"{EXPECTED.nonsense}: здесь ничего нет, а сервер отвечает 302 вместо 404: поисковики "
        "примут такие страницы за настоящие",
    ]


def test_a_server_that_shows_its_home_for_everything_is_told_once(server: Server) -> None:
    for path in (*HIDDEN, EXPECTED.nonsense):
        server.answers(path, Reply(200, b"<h1>home</h1>"))

    assert [line.split(":")[0] for line in server.wrong()] == [EXPECTED.nonsense]


@pytest.mark.parametrize(("encoding", "pack"), [("gzip", gzip.compress), ("br", brotli.compress)])
def test_what_comes_packed_is_compared_unpacked(
    server: Server, encoding: str, pack: object
) -> None:
    assert callable(pack)
    server.answers(
        "/", Reply(200, pack(OUTPUT["index.html"].encode()), {"Content-Encoding": encoding})
    )

    assert server.wrong() == []
    assert {headers["Accept-Encoding"] for *_rest, headers in server.world.asked} == {"gzip, br"}


def test_what_comes_late_is_waited_for(server: Server) -> None:
    """Storages and CDNs lag: the page is asked for again, and what is right is not."""
    right = Reply(200, OUTPUT["blog/new/index.html"].encode())
    server.answers("/blog/new/", Reply(404), Reply(200, b"old"), right)

    assert server.wrong() == []
    assert server.time.waited == [1.0, 2.0]
    asked = [url.removeprefix(SITE) for _method, url, _body, _headers in server.world.asked]
    assert asked.count("/blog/new/") == 3
    assert asked.count("/blog/old/") == 1


def test_a_site_that_cannot_be_asked_is_verified_by_the_next_run(
    server: Server, tmp_path: Path
) -> None:
    playing = dict(server.world.replies)
    server.world.replies.clear()
    for path in (*map(path_of, OUTPUT), *HIDDEN, EXPECTED.nonsense):
        server.answers(path, Reply(RESET))
    with pytest.raises(ProblemsFound) as problems:
        verify(EXPECTED, tmp_path, server.way, server.time.sleep, TWICE)

    assert problems.value.in_language("en") == (
        "https://firm.ru: the site cannot be asked from here (the connection broke off): what "
        "visitors get is not verified; the next run does it\n1 problem"
    )
    assert problems.value.in_language("ru") == (
        "https://firm.ru: отсюда сайт не отвечает (соединение оборвалось): что получают "
        "посетители, не проверено; проверит следующий запуск\n1 ошибка"
    )
    assert not (tmp_path / VERIFIED).exists()

    server.world.replies = playing
    said = verify(EXPECTED, tmp_path, server.way, server.time.sleep, TWICE)
    assert [line.in_language("en") for line in said] == [
        "visitors get what was published: 9 addresses looked at",
        "for what is not there the host shows a page of its own; name 404.html in its settings",
    ]
    assert remembered(tmp_path / VERIFIED) == DIGESTS


def test_a_host_that_shows_our_error_page_needs_no_advice(server: Server) -> None:
    server.answers(EXPECTED.nonsense, Reply(404, OUTPUT["404.html"].encode()))

    assert server.verdict().told == ()


def test_a_folder_is_looked_at_as_a_server_would_give_it_out(tmp_path: Path) -> None:
    for path, text in OUTPUT.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text)
    ask = FolderShown(folder=tmp_path)
    assert verdict_of(EXPECTED, {}, ask, Time().sleep, TWICE) == Verdict((), (), 9)

    (tmp_path / "blog/new/index.html").unlink()
    (tmp_path / "blog/later").mkdir()
    (tmp_path / "blog/later/index.html").write_text("early")
    found = verdict_of(EXPECTED, {}, ask, Time().sleep, TWICE).problems
    assert [problem.in_language("en") for problem in found] == [
        f"{SITE}/blog/new/: the server answers 404",
        f"{SITE}/blog/later/: a page that is not live answers here; it must leave at once",
    ]


# --- What is asked for ---


def test_what_was_verified_is_not_asked_for_again() -> None:
    changed = {**DIGESTS, "blog/new/index.html": "other"}

    assert questions(EXPECTED, changed, 100) == (
        "/feed.xml",
        "/",
        "/sitemap.xml",
        "/blog/new/",
        *HIDDEN,
        EXPECTED.nonsense,
    )


def test_of_a_huge_site_some_pages_are_asked_for_spread_over_all() -> None:
    pages = {f"blog/{n:05}/index.html": "digest" for n in range(10_000)}
    hidden = tuple(f"/later/{n}/" for n in range(1000))
    asked = questions(Expected(SITE, pages, hidden), {}, 100)

    assert len(asked) == 100 + 100 + 1
    assert (asked[0], asked[50], asked[99]) == ("/blog/00000/", "/blog/05000/", "/blog/09900/")


def test_new_articles_come_before_other_changed_pages() -> None:
    pages = {f"{n:03}/index.html": "digest" for n in range(300)} | DIGESTS
    asked = questions(Expected(SITE, pages, (), ARTICLES), {"blog/old/index.html": "former"}, 1)

    assert asked == ("/feed.xml", "/", "/sitemap.xml", "/blog/new/", EXPECTED.nonsense)


@pytest.mark.parametrize("text", ["", "{", "[]", "null"])
def test_a_broken_memory_means_that_everything_is_asked_again(tmp_path: Path, text: str) -> None:
    (tmp_path / VERIFIED).write_text(text)

    assert remembered(tmp_path / VERIFIED) == {}


def test_what_is_expected_comes_from_the_site_and_its_output() -> None:
    made = site(
        document("ru/index.md", kind="home"),
        document("ru/new.md", kind="article", url="blog/new/", save_as="blog/new/index.html"),
        document("ru/later.md", kind="article", url="blog/later/", status=Status.DRAFT),
        document("ru/404.md", kind="error", url="404.html", save_as="404.html"),
    )
    found = expected_of(made, SITE, DIGESTS, lambda path: OUTPUT[path].encode())

    assert found.hidden == ("/blog/later/",)
    assert found.articles == {"blog/new/index.html"}
    assert found.fed == {"feed.xml": {"blog/new/index.html"}}


def test_addresses_in_russian_are_the_same_written_either_way(server: Server) -> None:
    text = f'<title>x</title><link rel="canonical" href="{SITE}/%D0%BF%D0%B5%D1%87%D1%8C/">'
    file = "печь/index.html"
    files = {file: digest_of(text.encode()), "sitemap.xml": digest_of(sitemap("/печь/").encode())}
    server.answers("/печь/", Reply(200, text.encode()))
    server.answers("/sitemap.xml", Reply(200, sitemap("/печь/").encode()))

    assert server.verdict(Expected(SITE, files)).problems == ()
