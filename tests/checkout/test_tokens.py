"""What is signed can be verified, and comes out as it went in."""

from dataclasses import replace
from datetime import timedelta

import pytest

from plugins.checkout.claims import Claims
from plugins.checkout.refusals import Reason, Refused
from plugins.checkout.tokens import LONGEST, signed, verified
from tests.checkout.examples import CLAIMS, KEY, KEYS, NOW, PERIOD, many

GRACE = timedelta(days=3)


def reason(token: str, **other: object) -> Reason:
    arguments = {"keys": KEYS, "audience": "demo", "now": NOW, "grace": GRACE, **other}
    with pytest.raises(Refused) as refused:
        verified(token, **arguments)  # type: ignore[arg-type]
    return refused.value.reason


def test_what_is_signed_is_verified_and_equal() -> None:
    for claims in many(50):
        found = verified(signed(claims, KEY), KEYS, "demo", NOW)
        assert (found.claims, found.late) == (claims, False)


def test_equal_claims_give_equal_bytes_and_a_short_header() -> None:
    assert signed(CLAIMS, KEY) == signed(replace(CLAIMS), KEY)
    assert len(signed(CLAIMS, KEY)) < LONGEST - 100


def test_the_life_of_a_link() -> None:
    token = signed(CLAIMS, KEY)
    second = timedelta(seconds=1)
    assert reason(token, now=PERIOD.start - second) is Reason.NOT_YET
    assert not verified(token, KEYS, "demo", PERIOD.start).late
    assert not verified(token, KEYS, "demo", PERIOD.after - second).late
    assert reason(token, now=PERIOD.after, grace=timedelta(0)) is Reason.EXPIRED
    assert verified(token, KEYS, "demo", PERIOD.after + GRACE - second, GRACE).late
    assert reason(token, now=PERIOD.after + GRACE) is Reason.EXPIRED


def test_a_link_for_another_service_is_refused() -> None:
    assert reason(signed(CLAIMS, KEY), audience="pay.example") is Reason.AUDIENCE


@pytest.mark.parametrize(
    "wrong",
    [
        {"price": 0},
        {"price": -1},
        {"price": 10**14},
        {"price": 299000.0},
        {"price": True},
        {"price": "299000"},
        {"quantity": (0, 1)},
        {"quantity": (2, 1)},
        {"quantity": (1, 1000)},
        {"quantity": (1, 2, 3)},
        {"quantity": 5},
        {"currency": "XXX"},
        {"currency": "rub"},
        {"sku": ""},
        {"sku": "Ж" * 33},
        {"sku": "A B"},
        {"sku": "🫖"},
        {"page": "products/"},
        {"page": "//evil.example/"},
        {"page": "/../x/"},
        {"page": "/\\evil.example/"},
        {"page": "https://evil.example/"},
        {"page": "/a?b"},
        {"page": "/a\n"},
        {"lang": "RU"},
        {"issuer": "кухня.example"},
        {"issuer": "a/b"},
        {"audience": ""},
        {"version": "short"},
        {"issued": 0},
        {"expires": CLAIMS.issued},
        {"expires": CLAIMS.issued + 10**9},
    ],
)
def test_what_no_service_would_accept_is_not_signed(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        signed(Claims(**{**CLAIMS.__dict__, **wrong}), KEY)
