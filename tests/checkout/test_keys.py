"""Keys: where they come from, which are refused, which are published, which may sign."""

import json
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from plugins.checkout.key_list import CheckoutKey, published
from plugins.checkout.key_source import key_of
from plugins.checkout.keys import (
    EXAMPLE_D,
    EXAMPLE_X,
    SigningKey,
    jwks,
    keys_of,
    private_jwk,
    signing_key,
    thumbprint,
)
from plugins.checkout.making import checkout_of
from plugins.checkout.settings import STAND_IN, Checkout, CheckoutSettings
from plugins.data_files import read_csv
from plugins.documents.front_matter import MOSCOW
from plugins.language.problems import ProblemsFound
from tests.checkout.examples import NOW
from tests.checkout.vectors import SECOND

OWN = signing_key("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8")
JWK = json.loads(private_jwk(OWN))
GRACE = timedelta(days=3)
REAL = CheckoutSettings(address="https://pay.example.ru/order")


def refused(environ: Mapping[str, str], root: Path) -> str:
    with pytest.raises(ProblemsFound) as problems:
        key_of(environ, root)
    said = problems.value.in_language("en")
    assert "AAECAwQF" not in said
    return said.splitlines()[0]


def listed(key: SigningKey, since: str = "2026-01-01", **more: str) -> CheckoutKey:
    return CheckoutKey(kid=key.public.kid, x=key.public.x, since=since, **more)


def test_the_example_and_its_thumbprint_are_those_of_rfc_8037() -> None:
    assert signing_key(EXAMPLE_D).public.x == EXAMPLE_X
    assert thumbprint(EXAMPLE_X) == "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k"
    assert "nWGxne" not in repr(signing_key(EXAMPLE_D))


def test_no_key_and_a_key_from_the_environment(tmp_path: Path) -> None:
    assert key_of({}, tmp_path) is None
    assert key_of({"VITRINA_CHECKOUT_KEY": "  "}, tmp_path) is None
    found = key_of({"VITRINA_CHECKOUT_KEY": json.dumps(JWK)}, tmp_path)
    assert found is not None
    assert found.public == OWN.public


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("rubbish", "got something else"),
        ("[" * 5000, "got something else"),
        ("[]", "got something else"),
        ("-----BEGIN PRIVATE KEY-----\nMC4CAQ", "got a PEM file"),
        (json.dumps({"kty": "RSA", "n": "AQ"}), "got an RSA key"),
        (json.dumps({"kty": "oct", "k": "AQ"}), "got a shared secret"),
        (json.dumps({"kty": "EC", "crv": "P-256"}), "got a key of an elliptic curve"),
        (json.dumps({**JWK, "crv": "Ed448"}), "got a key of the type 'OKP Ed448'"),
        (json.dumps({"kty": "OKP", "crv": "Ed25519", "x": JWK["x"]}), "a public key: it has no d"),
        (json.dumps({**JWK, "d": JWK["d"][:20]}), "got a key of another length"),
        (json.dumps({**JWK, "d": ""}), "got a key of another length"),
        (json.dumps({**JWK, "d": 5}), "got a key of another length"),
        (json.dumps({**JWK, "x": EXAMPLE_X}), "got a key of another length"),
        (private_jwk(SECOND), "got a key that is published in RFC 8032"),
    ],
)
def test_what_is_no_key_of_ours(tmp_path: Path, text: str, said: str) -> None:
    answer = refused({"VITRINA_CHECKOUT_KEY": text}, tmp_path)
    assert answer.startswith("VITRINA_CHECKOUT_KEY: expected a private Ed25519 key as a JWK")
    assert said in answer


def test_a_file_outside_of_the_repository_that_only_its_owner_reads(tmp_path: Path) -> None:
    root, file = tmp_path / "project", tmp_path / "key.jwk"
    root.mkdir()
    file.write_text(private_jwk(OWN))
    variable = {"VITRINA_CHECKOUT_KEY_FILE": str(file)}
    file.chmod(0o644)
    assert "others can read" in refused(variable, root)
    file.chmod(0o600)
    found = key_of(variable, root)
    assert found is not None
    assert found.public == OWN.public
    assert "not both" in refused({**variable, "VITRINA_CHECKOUT_KEY": "{}"}, root)
    assert "No such file" in refused({"VITRINA_CHECKOUT_KEY_FILE": f"{file}x"}, root)
    assert "Is a directory" in refused({"VITRINA_CHECKOUT_KEY_FILE": str(_closed(tmp_path))}, root)


def _closed(folder: Path) -> Path:
    folder = folder / "folder"
    folder.mkdir(mode=0o700)
    return folder


def test_a_file_in_the_repository_is_refused_by_whatever_way(tmp_path: Path) -> None:
    root, other, link = tmp_path / "project", tmp_path / "other", tmp_path / "link.jwk"
    (root / "keys").mkdir(parents=True)
    (other / ".git").mkdir(parents=True)
    for inside in (root / "keys" / "a.jwk", other / "a.jwk"):
        inside.write_text(private_jwk(OWN))
        link.unlink(missing_ok=True)
        link.symlink_to(inside)
        for path in (inside, link, tmp_path / "project" / ".." / inside.relative_to(tmp_path)):
            said = refused({"VITRINA_CHECKOUT_KEY_FILE": str(path)}, root)
            assert "a file outside of the repository" in said


def test_published_keys_are_read_back_and_secrets_among_them_refused() -> None:
    data = jwks([OWN.public, SECOND.public])
    assert keys_of(data, "f") == {key.public.kid: key.public for key in (OWN, SECOND)}
    foreign = {"kty": "RSA", "kid": "r", "n": "AQ", "e": "AQAB"}
    assert keys_of(json.dumps({"keys": [foreign]}).encode(), "f") == {}
    for wrong, said in {
        b"": "got something else",
        b"[]": "got something else",
        b'{"keys": 5}': "got something else",
        b'{"keys": [{"kty": "OKP", "crv": "Ed25519", "x": "AQ", "kid": "a"}]}': "something else",
        json.dumps({"keys": [{**JWK, "kid": "a"}]}).encode(): "a private key (d)",
        json.dumps({"keys": [OWN.public.jwk, OWN.public.jwk]}).encode(): "one kid twice",
    }.items():
        with pytest.raises(ProblemsFound) as problems:
            keys_of(wrong, "keys.json")
        assert said in problems.value.in_language("en")


def test_the_list_of_keys_is_checked_line_by_line() -> None:
    head = "kid,x,since,retired,leaked\n"
    good = f"{OWN.public.kid},{OWN.public.x},2026-11-01,,\n"
    found, problems = read_csv(CheckoutKey, "keys.csv", (head + good).encode())
    assert (found[0].retired, problems) == (None, [])
    bad = f"{OWN.public.kid},abc,2026-11-01,,\nother,{OWN.public.x},1.11.2026,,maybe\n"
    found, problems = read_csv(CheckoutKey, "keys.csv", (head + bad).encode())
    assert found == ()
    assert [(p.line, p.place) for p in problems] == [(2, "x"), (3, "since"), (3, "leaked")]


def test_two_keys_live_at_a_time_and_the_old_one_dies_after_its_last_link() -> None:
    old = listed(OWN, "2026-01-01", retired="2026-11-20")
    new = listed(SECOND, "2026-11-18")
    both = (OWN.public, SECOND.public)

    def at(month: int, day: int, hour: int = 0) -> tuple[object, ...]:
        moment = datetime(2027 if month < 6 else 2026, month, day, hour, tzinfo=MOSCOW)
        return published([old, new], moment, "month", GRACE)

    assert at(11, 17) == both
    assert at(12, 31, 23) == both
    assert at(1, 3, 23) == both
    assert at(1, 5) == (SECOND.public,)
    assert [key.signs(date(2026, 11, 19)) for key in (old, new)] == [True, True]
    assert [key.signs(date(2026, 11, 20)) for key in (old, new)] == [False, True]
    assert published([listed(OWN, leaked="yes")], NOW, "month", GRACE) == ()


def checkout(
    key: SigningKey | None, *keys: CheckoutKey, settings: CheckoutSettings = REAL
) -> Checkout:
    return checkout_of(settings, key, keys, "https://kettles.example", NOW)


def test_without_a_key_links_are_on_trial_and_lead_to_the_stand_in() -> None:
    trial = checkout(None)
    assert (trial.demo, trial.address, trial.audience) == (True, STAND_IN, "demo")
    own = checkout(OWN, listed(OWN))
    assert (own.demo, own.address, own.audience) == (
        False, "https://pay.example.ru/order", "pay.example.ru",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("keys", "settings", "said"),
    [
        ((), REAL, "expected the public half of your key"),
        ((listed(OWN, "2026-11-24"),), REAL, "may not sign on 2026-11-23"),
        ((listed(OWN, retired="2026-11-23"),), REAL, "may not sign on 2026-11-23"),
        ((listed(OWN, leaked="yes"),), REAL, "may not sign on 2026-11-23"),
        ((listed(OWN),), CheckoutSettings(), "expected the address of your payment service"),
        ((listed(OWN),), CheckoutSettings("http://pay.example.ru/"), "CHECKOUT.address: expected"),
        ((listed(OWN),), CheckoutSettings("https://pay.example.ru/?a=1"), "CHECKOUT.address"),
        ((listed(OWN),), CheckoutSettings("https://a@pay.example.ru/"), "CHECKOUT.address"),
        ((listed(OWN),), CheckoutSettings(REAL.address, quantity=(2, 1)), "CHECKOUT.quantity"),
        ((listed(OWN),), CheckoutSettings(REAL.address, grace=-1), "CHECKOUT.grace"),
    ],
)
def test_a_key_that_may_not_sign_and_settings_that_cannot_be(
    keys: tuple[CheckoutKey, ...], settings: CheckoutSettings, said: str
) -> None:
    with pytest.raises(ProblemsFound) as problems:
        checkout(OWN, *keys, settings=settings)
    assert said in problems.value.in_language("en")
