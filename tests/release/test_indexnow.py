"""Sending to engines: a server on this machine plays every answer; waiting takes no time."""

from collections.abc import Iterator

import pytest

from plugins.discovery.indexnow import Batch, Meaning, batches
from plugins.release.indexnow import LONGEST_PAUSE, PAUSES, Delivery, deliveries
from plugins.release.web import Web
from tests.release.engine import OK, RESET, SILENT, Reply, Time, World, web

ENGINE = "https://yandex.com/indexnow"
SITE = "https://firm.ru"
KEY = "0123456789abcdef"
HTML = Reply(200, b"<!DOCTYPE html><title>Blocked</title>", {"Content-Type": "text/html"})


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def way(world: World) -> Iterator[Web]:
    with web(world) as found:
        yield found


def some(count: int = 2) -> tuple[Batch, ...]:
    return batches(ENGINE, KEY, SITE, [f"/{number}/" for number in range(count)])


def sent(
    world: World, way: Web, *replies: Reply, count: int = 2
) -> tuple[list[Delivery], list[float]]:
    """What came of sending so many addresses to an engine that answers so; the pauses made."""
    world.replies[ENGINE] = list(replies)
    time = Time()
    return list(deliveries(some(count), way, time.clock)), time.waited


def test_a_request_as_the_engine_gets_it(world: World, way: Web) -> None:
    sent(world, way, OK)
    ((method, url, body, headers),) = world.asked

    assert (method, url, body) == ("POST", ENGINE, some()[0].body)
    assert headers["Content-Type"] == "application/json; charset=utf-8"
    assert headers["User-Agent"] == "Vitrina"


@pytest.mark.parametrize("status", [200, 202])
def test_accepted_at_once(world: World, way: Web, status: int) -> None:
    (delivery,), waited = sent(world, way, Reply(status))

    assert delivery.accepted == ("/0/", "/1/")
    assert (delivery.tries, waited) == (1, [])


@pytest.mark.parametrize("status", [301, 400, 403, 404, 405])
def test_a_refusal_ends_it_at_once(world: World, way: Web, status: int) -> None:
    (delivery,), waited = sent(world, way, Reply(status), count=25_000)

    assert (delivery.meaning, delivery.answer.status) == (Meaning.REFUSED, status)
    assert delivery.accepted == ()
    assert (len(world.asked), waited) == (1, [])


def test_a_redirect_is_not_followed(world: World, way: Web) -> None:
    world.replies["https://elsewhere.com/"] = [OK]
    sent(world, way, Reply(307, headers={"Location": "/elsewhere.com/"}))

    assert [url for _method, url, _body, _headers in world.asked] == [ENGINE]


def test_bad_addresses_in_one_batch_do_not_hold_up_the_others(world: World, way: Web) -> None:
    found, waited = sent(world, way, OK, Reply(422), OK, count=25_000)

    assert [d.meaning for d in found] == [Meaning.ACCEPTED, Meaning.BAD_URLS, Meaning.ACCEPTED]
    assert [len(d.accepted) for d in found] == [10_000, 0, 5_000]
    assert waited == []


def test_an_engine_that_recovers_is_sent_the_same_again(world: World, way: Web) -> None:
    (delivery,), waited = sent(world, way, Reply(500), Reply(503), OK)

    assert delivery.accepted == ("/0/", "/1/")
    assert (delivery.tries, waited) == (3, [2.0, 10.0])
    assert len({body for _method, _url, body, _headers in world.asked}) == 1


def test_pauses_grow_and_come_to_an_end(world: World, way: Web) -> None:
    (delivery,), waited = sent(world, way, Reply(500), count=25_000)

    assert (delivery.meaning, delivery.tries) == (Meaning.LATER, 4)
    assert waited == sorted(waited) == list(PAUSES)
    assert len(world.asked) == 4


@pytest.mark.parametrize("header", ["120", "Mon, 23 Nov 2026 12:02:00 GMT"])
def test_too_many_requests_wait_as_long_as_asked(world: World, way: Web, header: str) -> None:
    found, waited = sent(world, way, Reply(429, headers={"Retry-After": header}), OK)

    assert [d.meaning for d in found] == [Meaning.ACCEPTED]
    assert waited == [120.0]


def test_a_shorter_pause_than_ours_does_not_hurry_us(world: World, way: Web) -> None:
    _found, waited = sent(world, way, Reply(429, headers={"Retry-After": "1"}), OK)

    assert waited == [2.0]


def test_whoever_asks_for_hours_is_asked_by_the_next_run(world: World, way: Web) -> None:
    long = str(int(LONGEST_PAUSE) + 1)
    found, waited = sent(
        world, way, OK, Reply(429, headers={"Retry-After": long}), OK, count=25_000
    )

    assert [d.meaning for d in found] == [Meaning.ACCEPTED, Meaning.LATER]
    assert (waited, len(world.asked)) == ([], 2)


def test_a_broken_connection_is_tried_again(world: World, way: Web) -> None:
    (delivery,), waited = sent(world, way, Reply(RESET), OK)

    assert delivery.accepted == ("/0/", "/1/")
    assert waited == [2.0]


def test_a_web_page_instead_of_an_answer_is_no_acceptance(world: World, way: Web) -> None:
    (delivery,), _waited = sent(world, way, HTML)

    assert (delivery.meaning, delivery.answer.status) == (Meaning.LATER, 200)
    assert delivery.accepted == ()


def test_an_engine_that_says_nothing_in_time(world: World) -> None:
    with web(world, patience=0.05) as hasty:
        (delivery,), waited = sent(world, hasty, Reply(SILENT))

    assert delivery.answer.failure is not None
    assert delivery.answer.failure.in_language("en") == "no answer in time"
    assert waited == list(PAUSES)


def test_a_server_that_is_not_there() -> None:
    found = list(deliveries(batches("http://127.0.0.1:9/", KEY, SITE, ["/"]), Web(), Time().clock))

    assert found[0].meaning is Meaning.LATER
    assert found[0].answer.failure is not None
    assert found[0].answer.failure.in_language("en") == "nobody answers there"


def test_a_name_that_nobody_knows() -> None:
    answer = Web(patience=2.0).get("https://no-such-name.invalid/")

    assert answer.status == 0
    assert answer.failure is not None
    assert answer.failure.in_language("en") == "the name of the server is not known"


def test_25_000_addresses_are_three_requests(world: World, way: Web) -> None:
    found, _waited = sent(world, way, OK, count=25_000)

    assert [len(request["urlList"]) for request in world.sent()] == [10_000, 10_000, 5_000]
    assert sum(len(d.accepted) for d in found) == 25_000
    assert len(set(world.urls())) == 25_000
