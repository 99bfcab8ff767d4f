"""A bucket as a target: only what changed is sent; whatever goes wrong, the next run repairs."""

import gzip
import socket
import threading
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from plugins.language.problems import ProblemsFound
from plugins.release.headers import FOR_EVER, SHORT, Compression
from plugins.release.s3 import S3
from plugins.release.s3_bucket import Bucket
from plugins.release.s3_client import S3Settings, client_of
from plugins.release.s3_index import INDEX, Stored, found, mark_of, planned, read, written
from plugins.release.targets import LOCK, RECORD, Kind, digest_of, publishing_order
from tests.release.storage import (
    BUCKET,
    KEYS,
    Plays,
    Refusal,
    Storage,
    always,
    obeys,
    once,
    storage,
)

Files = dict[str, bytes]
PAGE = "<h1>Доставка</h1>\n".encode() * 100
PICTURE = "pictures/crate.af3f7d9f88-320.webp"
SITE: Files = {
    "index.html": PAGE,
    "404.html": b"<h1>404</h1>",
    "blog/a/index.html": PAGE + b"a",
    "blog/b/index.html": PAGE + b"b",
    PICTURE: b"\x00\x01",
    "feed.xml": b"<feed/>" * 300,
}


@pytest.fixture
def there() -> Iterator[Storage]:
    with storage() as made:
        yield made


def publish(target: S3, files: Mapping[str, bytes]) -> S3:
    """Bring a target to these files, as a release does it."""
    after = {path: digest_of(data) for path, data in files.items()}
    for phase in publishing_order(target.files(), after):
        for step in phase:
            if step.kind is Kind.PUT:
                target.put(step.path, files[step.path], {})
            else:
                target.remove(step.path)
        target.settle()
    target.finish()
    return target


def unpacked(objects: Files) -> Files:
    """What visitors read: storages give out the bytes that they were given."""
    return {p: gzip.decompress(d) if d[:2] == b"\x1f\x8b" else d for p, d in objects.items()}


def keys_put(there: Storage) -> list[str]:
    """What was put, in its order, without what the target keeps for itself."""
    keys = [path.removeprefix(f"/{BUCKET}/") for method, path in there.asked if method == "PUT"]
    return [key for key in keys if ".vitrina-" not in key]


# --- What is sent ---


def test_a_site_goes_there_once_and_then_only_what_changed(there: Storage) -> None:
    publish(there.target(), SITE)
    assert unpacked(there.holds()) == SITE
    there.asked.clear()

    publish(there.target(), SITE)
    assert there.requests() == {"GET": 2}  # the index, and one listing

    changed = SITE | {"blog/a/index.html": PAGE + b"new"}
    del changed["blog/b/index.html"]
    publish(there.target(), changed)
    assert keys_put(there) == ["blog/a/index.html"]
    assert [path for method, path in there.asked if method == "DELETE"] == [
        f"/{BUCKET}/blog/b/index.html"
    ]
    assert unpacked(there.holds()) == changed


def test_of_ten_thousand_files_only_changed_ones_are_sent(there: Storage) -> None:
    files = {f"blog/{n}/index.html": b"<h1>%d</h1>" % n for n in range(10_000)}
    publish(there.target(), files)
    assert there.requests()["PUT"] == 10_000 + 1  # and the index

    publish(there.target(), files)
    assert there.requests() == {"GET": 1 + 11}  # the index, and listings of a thousand each

    changed = files | {f"blog/{n}/index.html": b"new" for n in (7, 77, 7777)}
    publish(there.target(), changed)
    assert sorted(keys_put(there)) == [f"blog/{n}/index.html" for n in (7, 77, 7777)]
    assert there.requests()["GET"] == 1 + 11


def test_each_object_has_its_headers(there: Storage) -> None:
    publish(there.target(), SITE)
    client = there.client()

    def said(path: str) -> tuple[Any, ...]:
        head = client.head_object(Bucket=BUCKET, Key=path)
        return head["ContentType"], head["CacheControl"], head.get("ContentEncoding")

    assert said("index.html") == ("text/html; charset=utf-8", SHORT, "gzip")
    assert said("404.html") == ("text/html; charset=utf-8", SHORT, None)
    assert said("feed.xml") == ("application/xml; charset=utf-8", SHORT, None)
    assert said(PICTURE) == ("image/webp", FOR_EVER, None)


def test_other_headers_are_put_anew(there: Storage) -> None:
    publish(there.target(), SITE)
    there.asked.clear()
    publish(there.target(compression=Compression.NONE), SITE)

    assert sorted(keys_put(there)) == ["blog/a/index.html", "blog/b/index.html", "index.html"]
    assert there.holds() == SITE


def test_a_site_may_stand_below_a_prefix(there: Storage) -> None:
    publish(there.target(prefix="/site/"), SITE)

    assert unpacked(there.holds()) == {f"site/{path}": data for path, data in SITE.items()}
    assert dict(there.target(prefix="site").files()) == {p: digest_of(d) for p, d in SITE.items()}


def test_much_is_sent_bit_by_bit(there: Storage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("plugins.release.s3._MOST_WAITING", 1000)
    publish(there.target(), SITE)

    assert unpacked(there.holds()) == SITE


def test_pages_come_after_what_they_need_and_lists_after_pages(there: Storage) -> None:
    publish(there.target(threads=1), SITE)

    order = keys_put(there)
    assert order[0] == PICTURE
    assert order[-2:] == ["feed.xml", "index.html"]


# --- What others have put there ---


def test_what_others_put_stays_and_is_told(there: Storage) -> None:
    client = there.client()
    client.put_object(Bucket=BUCKET, Key="price-list.pdf", Body=b"theirs")
    publish(there.target(), SITE)
    target = publish(there.target(), {"index.html": PAGE})

    assert target.foreign == ("price-list.pdf",)
    assert unpacked(there.holds()) == {"index.html": PAGE, "price-list.pdf": b"theirs"}


def test_what_others_put_over_ours_stays_when_ours_leaves(there: Storage) -> None:
    publish(there.target(), SITE)
    there.client().put_object(Bucket=BUCKET, Key="blog/a/index.html", Body=b"theirs")
    left = {path: data for path, data in SITE.items() if path != "blog/a/index.html"}
    target = publish(there.target(), left)

    assert target.foreign == ("blog/a/index.html",)
    assert there.holds()["blog/a/index.html"] == b"theirs"


def test_what_others_change_or_take_away_is_repaired(there: Storage) -> None:
    publish(there.target(), SITE)
    there.client().put_object(Bucket=BUCKET, Key="index.html", Body=b"broken")
    there.client().delete_object(Bucket=BUCKET, Key="feed.xml")
    publish(there.target(), SITE)

    assert unpacked(there.holds()) == SITE


@pytest.mark.parametrize("index", [None, b"", b"{", b"[]", b'{"version": 9}'])
def test_without_its_index_everything_is_put_again_and_nothing_deleted(
    there: Storage, index: bytes | None
) -> None:
    publish(there.target(), SITE)
    there.client().delete_object(Bucket=BUCKET, Key=INDEX)
    if index is not None:
        there.client().put_object(Bucket=BUCKET, Key=INDEX, Body=index)
    publish(there.target(), {"index.html": PAGE})

    assert unpacked(there.holds()) == SITE


# --- What goes wrong ---


def failing_at(number: int, status: int = 500, code: str = "InternalError") -> Plays:
    """A storage that fails from the n-th file on."""
    puts = 0

    def plays(method: str, path: str) -> Refusal:
        nonlocal puts
        puts += method in ("PUT", "DELETE")
        return (status, code) if puts >= number else None

    return plays


def said(problems: ProblemsFound) -> tuple[str, str]:
    return problems.in_language("en"), problems.in_language("ru")


@pytest.mark.parametrize("number", range(1, 12))
def test_wherever_it_fails_the_next_run_repairs(there: Storage, number: int) -> None:
    old = SITE | {"blog/old/index.html": b"old", "old.webp": b"old"}
    publish(there.target(), old)
    new = {p: d + b"<!-- -->" for p, d in SITE.items()} | {"blog/c/index.html": PAGE}
    there.plays = failing_at(number)
    with pytest.raises(ProblemsFound, match="the storage is out of order"):
        publish(there.target(threads=1), new)
    there.plays = obeys
    seen = unpacked(there.holds())
    assert all(data in (old.get(path), new.get(path)) for path, data in seen.items())

    target = publish(there.target(), new)
    assert unpacked(there.holds()) == new
    assert target.foreign == ()


def test_what_arrived_before_a_failure_is_not_sent_again(there: Storage) -> None:
    files = {f"{n}.html": PAGE + b"%d" % n for n in range(50)}
    there.plays = failing_at(31)
    with pytest.raises(ProblemsFound):
        publish(there.target(threads=1), files)
    there.plays = obeys
    there.asked.clear()
    publish(there.target(), files)

    assert len(keys_put(there)) == 50 - 29  # the first of thirty requests was the index


def test_what_arrived_and_is_not_wanted_any_more_leaves(there: Storage) -> None:
    there.plays = failing_at(4)
    with pytest.raises(ProblemsFound):
        publish(there.target(threads=1), SITE)
    there.plays = obeys
    publish(there.target(), {"index.html": PAGE})

    assert unpacked(there.holds()) == {"index.html": PAGE}


def test_a_hiccup_is_no_failure(there: Storage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("random.random", lambda: 0.0)  # botocore pauses by chance, up to a second
    there.plays = once(503, "SlowDown")
    publish(there.target(attempts=3), SITE)

    assert unpacked(there.holds()) == SITE


REPAIRED = (
    "visitors see whole pages; the next run puts the rest there",
    "посетители видят целые страницы, остальное отправит следующий запуск",
)


@pytest.mark.parametrize(
    ("status", "code", "english", "russian"),
    [
        (
            403,
            "AccessDenied",
            "the storage refuses (AccessDenied): check the keys and their rights to list, read, "
            "write and delete objects of this bucket (in Yandex Cloud the role storage.editor)",
            "хранилище отказывает (AccessDenied): проверьте ключи и их права на список, чтение, "
            "запись и удаление объектов этого бакета (в Yandex Cloud — роль storage.editor)",
        ),
        (
            403,
            "SignatureDoesNotMatch",
            "the storage does not know these keys (SignatureDoesNotMatch): check "
            "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY",
            "хранилище не знает таких ключей (SignatureDoesNotMatch): проверьте "
            "AWS_ACCESS_KEY_ID и AWS_SECRET_ACCESS_KEY",
        ),
        (
            404,
            "NoSuchBucket",
            "there is no such bucket: make it, or name another one",
            "такого бакета нет: создайте его или назовите другой",
        ),
        (
            503,
            "ServiceUnavailable",
            "the storage is out of order (ServiceUnavailable)",
            "хранилище неисправно (ServiceUnavailable)",
        ),
        (
            400,
            "EntityTooLarge",
            "the storage refuses (EntityTooLarge)",
            "хранилище отказывает (EntityTooLarge)",
        ),
    ],
)
def test_a_refusal_in_words(
    there: Storage, status: int, code: str, english: str, russian: str
) -> None:
    there.plays = always(status, code)
    with pytest.raises(ProblemsFound) as problems:
        publish(there.target(), SITE)

    assert said(problems.value) == (
        f"s3://firm.ru/: {english}; {REPAIRED[0]}\n1 problem",
        f"s3://firm.ru/: {russian}; {REPAIRED[1]}\n1 ошибка",
    )


def test_a_slow_storage_in_words(there: Storage) -> None:
    over = threading.Event()

    def slow(method: str, path: str) -> Refusal:
        over.wait()
        return 503, "SlowDown"

    there.plays = slow
    with pytest.raises(ProblemsFound) as problems:
        publish(there.target(patience=0.05), SITE)
    over.set()

    assert said(problems.value) == (
        f"s3://firm.ru/: no answer in time; {REPAIRED[0]}\n1 problem",
        f"s3://firm.ru/: ответа не дождались; {REPAIRED[1]}\n1 ошибка",
    )


def test_no_network_in_words() -> None:
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))  # nobody listens there
        settings = S3Settings(BUCKET, endpoint=f"http://127.0.0.1:{busy.getsockname()[1]}")
        target = S3(settings, Bucket(settings, client_of(settings, KEYS)))
        with pytest.raises(ProblemsFound) as problems:
            target.files()

    why = "nobody answers there: check the network and the address"
    assert said(problems.value)[0] == f"s3://firm.ru/: {why}; {REPAIRED[0]}\n1 problem"


def test_without_keys_it_says_so_and_where_to_get_them() -> None:
    with pytest.raises(ProblemsFound) as problems:
        client_of(S3Settings(BUCKET), {"AWS_ACCESS_KEY_ID": "x"})

    assert said(problems.value) == (
        "AWS_SECRET_ACCESS_KEY: expected the access key of the storage in the environment, got "
        "nothing; make a static access key of a service account and set it where releases run; "
        "never write it into a file of the project\n1 problem",
        "AWS_SECRET_ACCESS_KEY: ожидалось: ключ доступа к хранилищу в окружении; получено: ничего; "
        "создайте статический ключ доступа сервисного аккаунта и задайте его там, где "
        "запускается выпуск; в файлы проекта его не пишите\n1 ошибка",
    )
    with pytest.raises(ProblemsFound) as problems:
        client_of(S3Settings(""), KEYS)
    assert "expected the name of a bucket, got nothing" in said(problems.value)[0]


# --- The record and the lock ---


def test_the_record_is_kept_beside_the_site(there: Storage) -> None:
    target = there.target()
    assert target.read_state() is None
    target.write_state(b"1")
    target.write_state(b"2")

    assert there.target().read_state() == b"2"
    assert target.files() == {}
    assert target.foreign == ()


def test_of_two_runs_one_writes_the_record(there: Storage) -> None:
    first, second = there.target(), there.target()
    for target in (first, second):
        target.read_state()
    first.write_state(b"first")
    with pytest.raises(ProblemsFound) as problems:
        second.write_state(b"second")

    assert "another release has published meanwhile" in said(problems.value)[0]
    assert there.target().read_state() == b"first"


def test_of_two_runs_one_has_the_lock(there: Storage) -> None:
    first, second = there.target(), there.target()
    assert first.lock(b"first") is None
    assert second.lock(b"second") == b"first"
    first.unlock()
    assert second.lock(b"second") is None
    second.unlock()
    second.unlock()


def test_a_storage_that_knows_no_conditions_is_asked_first(there: Storage) -> None:
    """Older storages answer 501 to If-None-Match."""
    target = there.target()
    there.plays = once(501, "NotImplemented", "PUT")
    assert target.lock(b"mine") is None
    there.plays = once(501, "NotImplemented", "PUT")
    assert there.target().lock(b"other") == b"mine"
    for path in (RECORD, LOCK):
        assert path not in target.files()


# --- The index ---


def stored(data: bytes, path: str = "a.html") -> Stored:
    return Stored(digest_of(data), len(data), digest_of(data), mark_of(path, len(data), NONE))


NONE = Compression.NONE


def test_the_index_comes_back_as_it_was_written() -> None:
    index = {"a.html": stored(b"a"), "ё/«б».html": stored(b"b")}
    assert read(written(index)) == index


@pytest.mark.parametrize(
    "data",
    [b"", b"\xff", b"null", b'{"version": 2, "files": {}}', b'{"version": 1, "files": {"a": 1}}'],
)
def test_a_broken_index_is_none(data: bytes) -> None:
    assert read(data) is None


def test_a_file_on_its_way_is_ours_whether_it_has_arrived_or_not() -> None:
    before = {"a.html": stored(b"old")}
    index = planned(before, [("a.html", stored(b"new")), ("b.html", stored(b"b"))])

    arrived = found({"a.html": digest_of(b"new")}, index, NONE)
    assert arrived.ours == {"a.html": digest_of(b"new")}
    not_yet = found({"a.html": digest_of(b"old")}, index, NONE)
    assert not_yet.ours == {"a.html": ""}
    assert not_yet.foreign == arrived.foreign == ()
    strange = found({"a.html": digest_of(b"strange"), "c": "1"}, index, NONE)
    assert strange.ours == {}
    assert strange.foreign == ("a.html", "c")
