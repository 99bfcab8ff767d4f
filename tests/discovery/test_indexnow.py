"""IndexNow's key, requests and answers, without a network."""

import json
from datetime import UTC, datetime

import pytest

from plugins.discovery.indexnow import (
    Meaning,
    batches,
    engine_problems,
    key_claims,
    key_file,
    key_of,
    meaning_of,
    reason_of,
    seconds_to_wait,
    whole_url,
)
from plugins.language.problems import ProblemsFound
from tests.audit.subjects import site

ENGINE = "https://yandex.com/indexnow"
KEY = "0123456789abcdef"
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.mark.parametrize("key", ["a" * 8, "A-1" * 42, "z" * 128, "EdD8dkmdNLlxREi2LkhJjYOH2ky"])
def test_a_key_is_8_to_128_letters_digits_and_hyphens(key: str) -> None:
    assert key_of("KEY", {"KEY": f" {key}\n"}) == key


@pytest.mark.parametrize(
    "key", ["a" * 7, "a" * 129, "ключ-ключ", "abcdefg_", "abcdefg/../x", "abcd efgh"]
)
def test_anything_else_is_refused_in_both_languages(key: str) -> None:
    with pytest.raises(ProblemsFound) as found:
        key_of("VITRINA_INDEXNOW_KEY", {"VITRINA_INDEXNOW_KEY": key})

    assert found.value.in_language("en").startswith(
        "VITRINA_INDEXNOW_KEY: expected a key of 8 to 128 Latin letters, digits and hyphens, got"
    )
    assert "ключ из 8–128 латинских букв" in found.value.in_language("ru")


@pytest.mark.parametrize("environ", [{}, {"KEY": ""}, {"KEY": "  "}])
def test_without_a_key_there_is_no_file(environ: dict[str, str]) -> None:
    key = key_of("KEY", environ)

    assert key_file(key) == {}
    assert list(key_claims(site(), key)) == []


def test_the_file_holds_the_key_and_nothing_else() -> None:
    assert key_file(KEY) == {f"{KEY}.txt": KEY.encode()}
    assert [claim.save_as for claim in key_claims(site(), KEY)] == [f"{KEY}.txt"]


@pytest.mark.parametrize(
    ("engine", "fits"),
    [
        (ENGINE, True),
        ("https://api.indexnow.org/indexnow", True),
        ("http://yandex.com/indexnow", False),
        ("yandex.com/indexnow", False),
        ("https:///indexnow", False),
        ("https://yandex.com/indexnow?key=1", False),
    ],
)
def test_engines_are_told_over_https_only(engine: str, fits: bool) -> None:
    assert fits == (not list(engine_problems([engine])))


# --- Requests ---


def test_a_request_is_json_as_the_protocol_wants_it() -> None:
    (batch,) = batches(ENGINE, KEY, "https://firm.ru", ["/", "/blog/x/"])

    assert json.loads(batch.body) == {
        "host": "firm.ru",
        "key": KEY,
        "keyLocation": f"https://firm.ru/{KEY}.txt",
        "urlList": ["https://firm.ru/", "https://firm.ru/blog/x/"],
    }


@pytest.mark.parametrize(
    ("address", "path", "url"),
    [
        ("https://фирма.рф", "/печь/", "https://xn--80apmps.xn--p1ai/%D0%BF%D0%B5%D1%87%D1%8C/"),
        ("https://firm.ru", "/a&b/c+d,e;f=g", "https://firm.ru/a&b/c+d,e;f=g"),
        ("https://firm.ru", '/a "b"<c>/', "https://firm.ru/a%20%22b%22%3Cc%3E/"),
        ("https://firm.ru", "/%D0%BF/", "https://firm.ru/%D0%BF/"),
        ("https://firm.ru:8443", "/x/", "https://firm.ru:8443/x/"),
    ],
)
def test_addresses_are_latin_letters_and_escapes(address: str, path: str, url: str) -> None:
    assert whole_url(address, path) == url


def test_the_host_of_a_cyrillic_site_is_the_same_everywhere_in_a_request() -> None:
    (batch,) = batches(ENGINE, KEY, "https://фирма.рф", ["/печь/"])
    said = json.loads(batch.body)

    assert said["host"] == "xn--80apmps.xn--p1ai"
    assert all(
        url.startswith("https://xn--80apmps.xn--p1ai/")
        for url in (said["keyLocation"], *said["urlList"])
    )


@pytest.mark.parametrize(
    ("count", "sizes"),
    [
        (0, []),
        (1, [1]),
        (10_000, [10_000]),
        (10_001, [10_000, 1]),
        (25_000, [10_000, 10_000, 5_000]),
    ],
)
def test_a_request_holds_at_most_10_000_addresses(count: int, sizes: list[int]) -> None:
    made = batches(ENGINE, KEY, "https://firm.ru", [f"/{n}/" for n in range(count)])

    assert [len(batch.paths) for batch in made] == sizes
    assert [path for batch in made for path in batch.paths] == [f"/{n}/" for n in range(count)]


# --- Answers ---


@pytest.mark.parametrize(
    ("status", "meaning"),
    [
        (200, Meaning.ACCEPTED),
        (202, Meaning.ACCEPTED),
        (301, Meaning.REFUSED),
        (400, Meaning.REFUSED),
        (403, Meaning.REFUSED),
        (404, Meaning.REFUSED),
        (405, Meaning.REFUSED),
        (422, Meaning.BAD_URLS),
        (429, Meaning.LATER),
        (500, Meaning.LATER),
        (503, Meaning.LATER),
        (0, Meaning.LATER),
    ],
)
def test_what_a_status_means(status: int, meaning: Meaning) -> None:
    assert meaning_of(status) is meaning


@pytest.mark.parametrize("body", [b"<!DOCTYPE html><html>", b"\n <html>"])
def test_a_web_page_is_no_answer_of_an_engine(body: bytes) -> None:
    assert meaning_of(200, body) is Meaning.LATER


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b'{"success":false,"message":"Invalid url"}', "Invalid url"),
        (b'{"message":"two\\nlines"}', "two lines"),
        (b'{"message":7}', ""),
        (b'["message"]', ""),
        (b"<html>", ""),
        (b"", ""),
        (b"\xff\xfe", ""),
    ],
)
def test_what_an_engine_says(body: bytes, said: str) -> None:
    assert reason_of(body) == said


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("", 0.0),
        ("120", 120.0),
        (" 7 ", 7.0),
        ("Mon, 23 Nov 2026 12:05:00 GMT", 300.0),
        ("Mon, 23 Nov 2026 11:00:00 GMT", 0.0),
        ("soon", 0.0),
        ("-5", 0.0),
        ("1.5", 0.0),
        ("Mon, 99 Nov 2026 12:05:00 GMT", 0.0),
    ],
)
def test_how_long_an_engine_asks_to_wait(header: str, seconds: float) -> None:
    assert seconds_to_wait(header, NOW) == seconds
