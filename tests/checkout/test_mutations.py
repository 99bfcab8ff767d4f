"""Whoever changes a byte of a link breaks it: 100 links, each altered at each of its places."""

import base64
import json
import random
import string

import pytest

from plugins.checkout.canonical import base64url, canonical_json
from plugins.checkout.refusals import Reason, Refused
from plugins.checkout.tokens import LONGEST, signed, verified
from tests.checkout.examples import KEY, KEYS, NOW, many
from tests.checkout.vectors import raw

LINKS = [signed(claims, KEY) for claims in many(100)]
SIGNS = string.ascii_letters + string.digits + "-_"
OTHERS = [chr(code) for code in range(256) if chr(code) not in SIGNS]


def reason(token: str) -> Reason | None:
    """Why a token is refused; None if it is accepted."""
    try:
        verified(token, KEYS, "demo", NOW)
    except Refused as refused:
        return refused.reason
    return None


def test_the_links_are_good_before_they_are_altered() -> None:
    assert [reason(token) for token in LINKS] == [None] * 100
    assert max(map(len, LINKS)) < LONGEST


@pytest.mark.parametrize("part", range(10))
def test_a_byte_replaced_put_in_or_left_out_is_refused(part: int) -> None:
    lots = random.Random(part)
    for token in LINKS[part * 10 : part * 10 + 10]:
        for at, sign in enumerate(token):
            allowed = lots.choice(SIGNS.replace(sign, ""))
            for other in (allowed, lots.choice(OTHERS)):
                assert reason(token[:at] + other + token[at + 1 :]) or sign == other
                assert reason(token[:at] + other + token[at:])
            assert reason(token[:at] + token[at + 1 :])
            assert reason(token[:at])


def test_every_byte_that_there_is_at_every_place_of_a_link_is_refused() -> None:
    token = LINKS[0]
    accepted = [
        (at, code)
        for at in range(len(token))
        for code in range(256)
        if chr(code) != token[at] and reason(token[:at] + chr(code) + token[at + 1 :]) is None
    ]
    assert accepted == []


def test_what_is_put_in_front_or_behind_is_refused() -> None:
    for token in LINKS:
        for sign in map(chr, range(256)):
            assert reason(token + sign)
            assert reason(sign + token)
        for more in ("=", "==", "===", "\r\n", "%3D", "\u200b", ".", "..", "&p=1"):
            assert reason(token + more)


def test_every_other_spelling_of_the_same_bytes_is_refused() -> None:
    for token in LINKS:
        parts = token.split(".")
        for number, part in enumerate(parts):
            data = base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))
            spelled = {
                base64.urlsafe_b64encode(data).decode(),
                base64.b64encode(data).decode(),
                f"{part[:3]}\n{part[3:]}",
                *(part[:-1] + sign for sign in SIGNS),
            }
            for other in spelled - {part}:
                changed = [*parts[:number], other, *parts[number + 1 :]]
                assert reason(".".join(changed)) in (
                    Reason.ENCODING,
                    Reason.SIGNATURE,
                    Reason.HEADER,
                )


def test_each_claim_twice_is_refused_even_if_it_is_signed() -> None:
    for claims in many(100):
        said = canonical_json(claims.payload).decode()
        for name, value in claims.payload.items():
            pair = f'"{name}":{json.dumps(value, ensure_ascii=False, separators=(",", ":"))}'
            assert reason(raw(said.replace(pair, f'{pair},"{name}":1'))) is Reason.CLAIMS
            assert reason(raw(said.replace(pair, f"{pair},{pair}"))) is Reason.CLAIMS


def test_parts_of_two_good_links_make_no_third() -> None:
    header, payload, signature = LINKS[0].split(".")
    for token in LINKS[1:]:
        other = token.split(".")
        assert reason(f"{header}.{other[1]}.{signature}") is Reason.SIGNATURE
        assert reason(f"{header}.{payload}.{other[2]}") is Reason.SIGNATURE


@pytest.mark.parametrize("length", [0, 1, 32, 63, 65, 128])
def test_a_signature_of_another_length_is_refused(length: int) -> None:
    head, payload, _ = LINKS[0].split(".")
    assert reason(f"{head}.{payload}.{base64url(bytes(length))}")


def test_hostile_json_is_refused_and_never_falls_over() -> None:
    hostile = ["[" * 200, "{}", "null", '"\\ud800"', '{"p":' + "9" * 200 + "}", "NaN", "", "\x00"]
    for payload in hostile:
        assert reason(raw(payload or " ")) is Reason.CLAIMS
        assert reason(raw("{}", payload or " ")) in (Reason.HEADER, Reason.ALGORITHM)
