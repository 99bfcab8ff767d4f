"""`invoke indexnow` from end to end: the site and the engine are servers on this machine."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.audit.page import Page
from plugins.language.messages import Message
from plugins.language.problems import ProblemsFound
from plugins.release.ledger import LEDGER, entries
from plugins.release.published import Published, published
from plugins.release.state import PUBLISHED, engine_file, remember, remembered
from plugins.release.telling import Job, begun, plans, telling
from plugins.release.telling_run import Wish, begin, tell
from plugins.release.web import Web
from tests.release.engine import OK, Reply, Time, World, web

SITE = "https://firm.ru"
ENGINE = "https://yandex.com/indexnow"
OTHER = "https://api.indexnow.org/indexnow"
KEY = "0123456789abcdef"
MOVED = '<meta http-equiv="refresh" content="0; url=/">'


def html(text: str) -> str:
    return f"<!DOCTYPE html><title>{text}</title><main><h1>{text}</h1></main>"


class Shop:
    """A site with its memory: pages are published and shown, then told of."""

    def __init__(self, folder: Path, world: World, way: Web) -> None:
        self.job = Job(SITE, KEY, (ENGINE,), folder)
        self.world, self.way, self.time = world, way, Time()
        self.said: list[Message] = []
        world.replies[ENGINE] = [OK]
        world.replies[f"{SITE}/{KEY}.txt"] = [Reply(200, KEY.encode())]

    def publish(self, **texts: str) -> None:
        """Build these pages for publishing and put them on the server."""
        pages = self.build(**texts)
        for url in [u for u in self.world.replies if u.startswith(f"{SITE}/") and u[-1] == "/"]:
            del self.world.replies[url]
        for path, text in pages.items():
            self.world.replies[f"{SITE}/{Page(path, '').url}"] = [Reply(200, text.encode())]

    def build(self, **texts: str) -> dict[str, str]:
        """Build these pages for publishing; gives them, path to HTML."""
        pages = {f"{name}/index.html": html(text) for name, text in texts.items()}
        made = published([Page(path, text) for path, text in pages.items()], SITE)
        remember(self.job.folder / PUBLISHED, made)
        return pages

    def tell(self, **wish: bool) -> int:
        return tell(self.job, Wish(**wish), self.said.append, self.way, self.time.clock)

    def told(self) -> list[str]:
        """The addresses that this run sent, without the site's own."""
        urls = [url.removeprefix(SITE) for url in self.world.urls()]
        self.world.asked.clear()
        return urls

    def words(self, lang: str = "en") -> list[str]:
        """What was said since the last time."""
        said = [text.in_language(lang) for text in self.said]
        self.said.clear()
        return said

    @property
    def known(self) -> dict[str, str]:
        """What the engine knows by our memory."""
        found = remembered(self.job.file(ENGINE))
        assert isinstance(found, Published), found
        return dict(found.pages)


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    """A site of three pages that the engine knows."""
    world = World()
    with web(world) as way:
        made = Shop(tmp_path / "state", world, way)
        made.publish(a="one", b="two", c="three")
        begun(made.job)
        yield made


def test_only_what_has_changed_is_sent(shop: Shop) -> None:
    shop.publish(a="one", b="two, changed", d="four")

    assert shop.tell() == 0
    assert shop.told() == ["/d/", "/b/", "/c/"]
    assert shop.tell() == 0
    assert shop.told() == []


def test_what_is_said_of_it(shop: Shop) -> None:
    shop.publish(a="one", b="two, changed", d="four")
    shop.tell()
    sent = list(shop.said)

    assert shop.words() == [
        "new: https://firm.ru/d/",
        "changed: https://firm.ru/b/",
        "removed: https://firm.ru/c/",
        "https://yandex.com/indexnow: new 1, changed 1, removed 1; 1 request",
        "https://yandex.com/indexnow: accepted 3, left for the next run 0; answers: 200",
    ]
    assert [text.in_language("ru") for text in sent] == [
        "новая: https://firm.ru/d/",
        "изменилась: https://firm.ru/b/",
        "удалена: https://firm.ru/c/",
        "https://yandex.com/indexnow: новых 1, изменившихся 1, удалённых 1; 1 запрос",
        "https://yandex.com/indexnow: принято 3, осталось на следующий раз 0; ответы: 200",
    ]
    shop.tell()
    assert shop.words() == ["https://yandex.com/indexnow: nothing has changed since the last time"]


def test_nothing_to_tell_asks_nobody(shop: Shop) -> None:
    assert shop.tell() == 0
    assert shop.world.asked == []


def test_a_dry_run_names_every_page_and_asks_nobody(shop: Shop) -> None:
    shop.publish(a="one", **{f"n{number:03}": "new" for number in range(120)})

    assert shop.tell(dry_run=True) == 0
    assert len(shop.words()) == 123
    assert shop.world.asked == []
    assert len(shop.known) == 3
    shop.tell()
    assert shop.words()[50] == "… and 72 more"


def test_the_ledger_tells_what_was_sent(shop: Shop) -> None:
    shop.publish(a="changed", b="two", c="three")
    shop.tell()

    assert entries(shop.job.folder / LEDGER, "indexnow") == (
        {
            "at": "2026-11-23T12:00:00+00:00",
            "step": "indexnow",
            "engine": ENGINE,
            "status": 200,
            "meaning": "accepted",
            "tries": 1,
            "urls": ["/a/"],
        },
    )
    assert KEY not in (shop.job.folder / LEDGER).read_text()


# --- Answers, and what is kept for the next run ---


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        (
            Reply(400, b'{"success":false,"message":"Invalid params"}'),
            "the engine does not understand the request; see INDEXNOW_ENGINES",
        ),
        (
            Reply(403),
            f"the engine could not load the key, or the key does not fit the addresses; open "
            f"{SITE}/{KEY}.txt: it must show the key alone, to robots as well",
        ),
        (Reply(405), "the engine takes no POST at this address; see INDEXNOW_ENGINES"),
        (
            Reply(422, b'{"message":"Invalid url"}'),
            "the engine finds addresses or the place of the key wrong, among these: /d/ … /c/",
        ),
        (
            Reply(429, headers={"Retry-After": "86400"}),
            "too many requests: the next run sends the rest; wait ten minutes at least",
        ),
        (Reply(503), "the engine is out of order: the next run sends the rest"),
        (Reply(-1), "the connection broke off: the next run sends the rest"),
        (
            Reply(200, b"<html>"),
            "a web page came instead of the engine's answer, from a proxy or a provider: the next "
            "run sends the rest",
        ),
        (
            Reply(404, b"<html>"),
            "nothing answers as IndexNow does at this address; see INDEXNOW_ENGINES",
        ),
    ],
)
def test_what_is_not_accepted_is_said_and_sent_next_time(
    shop: Shop, reply: Reply, said: str
) -> None:
    before = shop.known
    shop.publish(a="one", b="changed", d="four")
    shop.world.replies[ENGINE] = [reply]

    assert shop.tell() == 1
    assert f"{ENGINE}: {said}" in shop.words()
    assert before == shop.known
    shop.told()
    shop.world.replies[ENGINE] = [OK]
    assert shop.tell() == 0
    assert shop.told() == ["/d/", "/b/", "/c/"]


def test_what_the_engine_itself_says_is_passed_on(shop: Shop) -> None:
    shop.publish(a="changed", b="two", c="three")
    shop.world.replies[ENGINE] = [Reply(422, b'{"success":false,"message":"Invalid url"}')]
    shop.tell()

    assert f"{ENGINE} says: Invalid url" in shop.words()


def test_a_key_that_is_still_checked_is_accepted_and_said(shop: Shop) -> None:
    shop.publish(a="changed", b="two", c="three")
    shop.world.replies[ENGINE] = [Reply(202)]

    assert shop.tell() == 0
    assert any("still checks the key" in line for line in shop.words())
    assert shop.tell() == 0
    assert shop.told() == ["/a/"]


def test_a_crash_between_batches_sends_nothing_twice(shop: Shop) -> None:
    shop.publish(**{f"p{number}": "text" for number in range(24_997)})
    sending = telling(shop.job, plans(shop.job), shop.way, shop.time.clock)
    next(sending)
    del sending
    first = shop.told()
    assert len(first) == 10_000

    assert shop.tell() == 0
    rest = shop.told()
    assert len(rest) == 15_000
    assert not set(first) & set(rest)


def test_engines_are_remembered_apart(shop: Shop) -> None:
    shop.job = replace(shop.job, engines=(ENGINE, OTHER))
    begun(shop.job)
    shop.publish(a="changed", b="two", c="three")
    shop.world.replies[OTHER] = [Reply(403)]

    assert shop.tell() == 1
    shop.world.asked.clear()
    shop.world.replies[OTHER] = [OK]
    assert shop.tell() == 0
    assert [url for method, url, _b, _h in shop.world.asked if method == "POST"] == [OTHER]


# --- The first time, and a memory that is lost ---


def refused(shop: Shop, lang: str = "en", **wish: bool) -> str:
    """What a run says that sends nothing."""
    with pytest.raises(ProblemsFound) as found:
        shop.tell(**wish)
    assert shop.world.sent() == []
    return found.value.in_language(lang)


@pytest.mark.parametrize(
    ("memory", "why"),
    [
        (None, "there is no such file"),
        ("", "the file is broken"),
        ('{"version": 1, "address": "https://firm.ru", "pages": {"/a/"', "the file is broken"),
        ("[]", "the file is broken"),
        ('{"version": 1, "address": "https://firm.ru", "pages": {"/a/": 7}}', "the file is broken"),
        ('{"version": 99}', "the file was written by another version of Vitrina"),
        ('{"version": 1, "address": "https://old.ru", "pages": {}}', "it is about https://old.ru"),
    ],
)
def test_without_a_memory_nothing_is_sent_unasked(shop: Shop, memory: str | None, why: str) -> None:
    file = shop.job.file(ENGINE)
    file.unlink() if memory is None else file.write_text(memory)

    said = refused(shop)
    assert f"{file.name}: what {ENGINE} was last told is unknown: {why}; nothing was sent" in said
    assert "--begin" in said
    assert "--all" in said
    assert "неизвестно" in refused(shop, "ru")


def test_begin_takes_what_is_published_as_known(shop: Shop) -> None:
    shop.job.file(ENGINE).unlink()

    assert begin(shop.job, shop.said.append) == 0
    assert shop.words() == [f"{ENGINE}: from now on only changes are sent"]
    assert shop.tell() == 0
    assert shop.told() == []
    shop.publish(a="one", b="changed", c="three")
    shop.tell()
    assert shop.told() == ["/b/"]


def test_begin_forgets_nothing_that_is_known(shop: Shop) -> None:
    shop.publish(a="one", b="changed", c="three")
    begin(shop.job, shop.said.append)

    assert "known already" in shop.words()[-1]
    shop.tell()
    assert shop.told() == ["/b/"]


def test_all_sends_everything_once(shop: Shop) -> None:
    shop.job.file(ENGINE).unlink()

    assert shop.tell(anew=True) == 0
    assert shop.told() == ["/a/", "/b/", "/c/"]
    shop.tell()
    assert shop.told() == []


def test_all_of_a_known_site_tells_of_removed_pages_too(shop: Shop) -> None:
    shop.publish(a="one", b="two")

    assert shop.tell(anew=True) == 0
    assert shop.told() == ["/a/", "/b/", "/c/"]


def test_what_is_left_of_all_is_sent_by_the_next_run(shop: Shop) -> None:
    shop.publish(**{f"p{number}": "text" for number in range(12_000)})
    sending = telling(shop.job, plans(shop.job, anew=True), shop.way, shop.time.clock)
    next(sending)
    del sending
    first = shop.told()
    shop.tell()

    assert len(first) == 10_000
    assert sorted(first + shop.told()) == sorted(
        ["/a/", "/b/", "/c/", *(f"/p{number}/" for number in range(12_000))]
    )


# --- Nothing is sent from a local build ---


def test_without_a_publishing_build_nothing_is_known(shop: Shop) -> None:
    (shop.job.folder / PUBLISHED).unlink()

    said = refused(shop)
    assert "published.json: what is published is unknown: there is no such file" in said
    assert "invoke build --publish" in said


def test_what_was_built_for_another_address_is_not_sent(shop: Shop) -> None:
    shop.job = replace(shop.job, address="https://new.ru")

    assert "it was built for https://firm.ru" in refused(shop)


@pytest.mark.parametrize(
    "address",
    [
        "https://localhost", "https://firm.localhost", "https://127.0.0.1", "https://10.0.0.7",
        "https://[::1]", "https://firm.example", "https://example.com", "https://firm.test",
        "https://intranet", "https://firm.local", "https://192.168.1.5:8000",
        "https://firm..ru", "https://firm.ru:port", f"https://{'я' * 70}.рф",
    ],
)  # fmt: skip
def test_a_site_that_nobody_can_reach_is_not_told_of(shop: Shop, address: str) -> None:
    shop.job = replace(shop.job, address=address)

    assert "expected the address of a site that everybody can reach" in refused(shop)


def test_the_example_company_is_not_told_of(shop: Shop) -> None:
    shop.job = replace(shop.job, example=True)

    assert "company.yaml: example:" in refused(shop)


def test_without_a_key_one_is_told_how_to_make_it(shop: Shop) -> None:
    shop.job = replace(shop.job, key="")

    assert "VITRINA_INDEXNOW_KEY: expected the key of the site, got nothing; make one" in refused(
        shop
    )


@pytest.mark.parametrize("engines", [(), ("http://yandex.com/indexnow",)])
def test_without_an_engine_nothing_is_sent(shop: Shop, engines: tuple[str, ...]) -> None:
    shop.job = replace(shop.job, engines=engines)

    assert "INDEXNOW_ENGINES" in refused(shop)


@pytest.mark.parametrize(
    ("reply", "why"),
    [
        (Reply(404), "the server answers 404"),
        (Reply(301, headers={"Location": "/x"}), "the server answers 301"),
        (Reply(200, b"<html>our home page</html>"), "it holds something else than the key"),
        (Reply(200, b""), "it holds something else than the key"),
        (Reply(-1), "the connection broke off"),
    ],
)
def test_nothing_is_sent_while_the_key_cannot_be_found(shop: Shop, reply: Reply, why: str) -> None:
    shop.publish(a="changed", b="two", c="three")
    shop.world.replies[f"{SITE}/{KEY}.txt"] = [reply]

    assert f"{SITE}/{KEY}.txt: engines cannot find the key here: {why};" in refused(shop)


def test_a_line_end_after_the_key_is_forgiven(shop: Shop) -> None:
    shop.publish(a="changed", b="two", c="three")
    shop.world.replies[f"{SITE}/{KEY}.txt"] = [Reply(200, f"{KEY}\r\n".encode())]

    assert shop.tell() == 0


@pytest.mark.parametrize(
    ("texts", "why"),
    [
        ({"a": "changed", "b": "two", "c": "three"}, "/a/: the page is still the old one"),
        ({"a": "one", "b": "two", "c": "three", "d": "new"}, "/d/: the server answers 404"),
        ({"a": "one", "b": "two"}, "/c/: the page that was removed is still there"),
    ],
)
def test_what_was_not_uploaded_yet_is_not_told(shop: Shop, texts: dict[str, str], why: str) -> None:
    shop.build(**texts)

    assert f"{SITE}{why}; upload the built site" in refused(shop)
    shop.publish(**texts)
    assert shop.tell() == 0


def test_what_a_host_adds_to_pages_silences_nobody(shop: Shop) -> None:
    shop.publish(a="changed", b="two", c="three")
    added = html("changed").replace("</h1>", "</h1><p>counter of the host</p>")
    shop.world.replies[f"{SITE}/a/"] = [Reply(200, added.encode())]

    assert shop.tell() == 0


def test_a_removed_page_may_be_a_redirect_by_now(shop: Shop) -> None:
    shop.publish(a="one", b="two")
    for reply in (Reply(301), Reply(200, f"<title>x</title>{MOVED}".encode())):
        shop.world.replies[f"{SITE}/c/"] = [reply]
        assert shop.tell(dry_run=True) == 0
    assert shop.tell() == 0
    assert shop.told() == ["/c/"]


def test_of_many_pages_ten_are_looked_at(shop: Shop) -> None:
    shop.publish(**{f"p{number}": "text" for number in range(500)})
    shop.tell()
    asked = [url for method, url, _body, _headers in shop.world.asked if method == "GET"]

    assert 1 < len(asked) <= 11
    assert asked[0] == f"{SITE}/{KEY}.txt"


# --- Memory ---


@given(st.dictionaries(st.text(), st.text()))
def test_what_is_remembered_is_read_again(pages: dict[str, str]) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "state", "x.json")
        remember(file, Published(SITE, pages))

        assert remembered(file) == Published(SITE, pages)
        assert [f.name for f in file.parent.iterdir()] == ["x.json"]


def test_a_memory_is_written_the_same_whatever_the_order(tmp_path: Path) -> None:
    remember(tmp_path / "a", Published(SITE, {"/a/": "1", "/печь/": "2"}))
    remember(tmp_path / "b", Published(SITE, {"/печь/": "2", "/a/": "1"}))

    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    assert json.loads((tmp_path / "a").read_text("utf-8"))["version"] == 1


@pytest.mark.parametrize(
    ("engine", "name"),
    [
        (ENGINE, "indexnow-yandex.com.json"),
        (OTHER, "indexnow-api.indexnow.org.json"),
        ("https://x.com:8443/a/../b", "indexnow-x.com-8443-a-..-b.json"),
    ],
)
def test_each_engine_has_a_file(engine: str, name: str) -> None:
    assert engine_file(engine) == name


def test_a_line_that_a_power_cut_left_unfinished_spoils_no_other(tmp_path: Path) -> None:
    from plugins.release.ledger import note

    file, now = tmp_path / "state" / LEDGER, Time().moment
    note(file, now, "indexnow", {"n": 1})
    with file.open("a") as ledger:
        ledger.write('{"at": "2026-11-2')
    note(file, now, "indexnow", {"n": 2})
    note(file, now, "upload", {"n": 3})

    assert [entry["n"] for entry in entries(file)] == [1, 2, 3]
    assert [entry["n"] for entry in entries(file, "indexnow")] == [1, 2]
    assert entries(tmp_path / "none") == ()
