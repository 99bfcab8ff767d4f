"""The test vectors of the contract, made anew: vectors.json must be equal to what is made here.

All keys are published ones: RFC 8032, 7.1, tests 1 (RFC 8037 A.1 as well), 2 and 3.
"""

import hashlib
import hmac
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from plugins.checkout.answers import Notice, Returned, signed_answer
from plugins.checkout.canonical import base64url, canonical_json, strict_base64url
from plugins.checkout.keys import EXAMPLE_D, SigningKey, signing_key
from plugins.checkout.tokens import signed
from tests.checkout.examples import CLAIMS, PERIOD
from tests.checkout.test_answers import NOTICE, RETURN, SERVICE

FIRST = signing_key(EXAMPLE_D)
SECOND = signing_key("xaqN9D-fg3vtt0QvMdy3sWbThTUHbwlLhc46LgtEWPc")
GRACE = 3 * 86_400
ISSUED, EXPIRES = CLAIMS.issued, CLAIMS.expires
MOMENT = ISSUED + 86_400
VALID = signed(CLAIMS, FIRST)
HEADER, PAYLOAD, SIGNATURE = VALID.split(".")
Vector = dict[str, Any]


def link(name: str, token: str, expect: str, **other: object) -> Vector:
    """A vector of a link; the rest of the circumstances are the usual ones."""
    usual = {"audience": "demo", "now": MOMENT, "grace": GRACE}
    return {"name": name, "kind": "link", **usual, **other, "token": token, "expect": expect}


def raw(payload: bytes | str, header: bytes | str = "", key: SigningKey = FIRST) -> str:
    """Any bytes, signed: what a careless signer could send."""
    header = header or canonical_json({"alg": "EdDSA", "kid": key.public.kid})
    parts = [part.encode() if isinstance(part, str) else part for part in (header, payload)]
    body = ".".join(map(base64url, parts))
    return f"{body}.{base64url(key.private.sign(body.encode()))}"


def headed(**fields: object) -> str:
    """The valid claims under another header, signed."""
    header = {"alg": "EdDSA", "kid": FIRST.public.kid, **fields}
    return raw(canonical_json(CLAIMS.payload), canonical_json(header))


def claiming(**fields: object) -> str:
    """Other claims, signed; a field given as None is left out."""
    said = {**CLAIMS.payload, **fields}
    return raw(canonical_json({name: value for name, value in said.items() if value is not None}))


def hmac_signed(secret: bytes, algorithm: str) -> str:
    """Signed with what everybody knows, as if it were a shared secret."""
    header = base64url(canonical_json({"alg": algorithm, "kid": FIRST.public.kid}))
    body = f"{header}.{PAYLOAD}"
    return f"{body}.{base64url(hmac.new(secret, body.encode(), hashlib.sha256).digest())}"


def times() -> Iterator[Vector]:
    yield link("valid", VALID, "ok")
    russian = replace(CLAIMS, sku="ПЧ-12/Б", page="/en/products/oven/", lang="en")
    yield link("valid, signed by the second live key", signed(russian, SECOND), "ok")
    yield link("the first second", VALID, "ok", now=ISSUED)
    yield link("the last second", VALID, "ok", now=EXPIRES - 1)
    yield link("within the grace window", VALID, "late", now=EXPIRES)
    yield link("the last second of grace", VALID, "late", now=EXPIRES + GRACE - 1)
    yield link("expired", VALID, "expired", now=EXPIRES + GRACE)
    yield link("expired, no grace", VALID, "expired", now=EXPIRES, grace=0)
    yield link("not yet valid", VALID, "not-yet", now=ISSUED - 1)
    yield link("for another service", VALID, "audience", audience="pay.example")


def encodings() -> Iterator[Vector]:
    spare = VALID[:-1] + chr(ord(VALID[-1]) + 1)
    yield link("spare bits of the last sign", spare, "encoding")
    for name, token in {
        "one = at the end": f"{VALID}=",
        "== at the end": f"{VALID}==",
        "= after the claims": f"{HEADER}.{PAYLOAD}=.{SIGNATURE}",
        "a line break at the end": f"{VALID}\n",
        "a space in front": f" {VALID}",
        "the other alphabet": VALID.replace("-", "+").replace("_", "/"),
        "percent signs": VALID.replace("-", "%2D"),
        "no signature": f"{HEADER}.{PAYLOAD}.",
        "a letter of another alphabet": VALID.replace("e", "е", 1),
    }.items():
        yield link(name, token, "encoding")
    for name, token in {
        "empty": "",
        "two parts": f"{HEADER}.{PAYLOAD}",
        "four parts": f"{VALID}.{SIGNATURE}",
        "too long": f"{HEADER}.{PAYLOAD}.{SIGNATURE * 4}",
        "as JSON": json.dumps({"protected": HEADER, "payload": PAYLOAD}),
    }.items():
        yield link(name, token, "malformed")


def headers() -> Iterator[Vector]:
    nothing = base64url(canonical_json({"alg": "none", "kid": FIRST.public.kid}))
    yield link("alg: none", f"{nothing}.{PAYLOAD}.{SIGNATURE}", "algorithm")
    yield link("alg: none, no signature", f"{nothing}.{PAYLOAD}.", "encoding")
    x = strict_base64url(FIRST.public.x)
    yield link("HS256 with the public key as secret", hmac_signed(x, "HS256"), "algorithm")
    yield link("an HMAC called EdDSA", hmac_signed(x, "EdDSA"), "signature")
    for name in ("eddsa", "Ed25519", "ES256", "RS256", ""):
        yield link(f"alg: {name or 'empty'}", headed(alg=name), "algorithm")
    yield link("an unknown key", raw(canonical_json(CLAIMS.payload), key=SERVICE), "unknown-key")
    yield link("the name of the other key", headed(kid=SECOND.public.kid), "signature")
    other = canonical_json({"alg": "EdDSA", "kid": SECOND.public.kid})
    yield link("header of the other", f"{base64url(other)}.{PAYLOAD}.{SIGNATURE}", "signature")
    for name, value in (("typ", "JWT"), ("crit", ["exp"]), ("jku", "https://evil.example/")):
        yield link(f"header with {name}", headed(**{name: value}), "header")
    jwk = {"kty": "OKP", "crv": "Ed25519", "x": SERVICE.public.x}
    yield link("header with a key", headed(jwk=jwk), "header")
    yield link("kid is a number", headed(kid=1), "header")
    kid = FIRST.public.kid
    twice = f'{{"alg":"EdDSA","alg":"EdDSA","kid":"{kid}"}}'
    yield link("header with alg twice", raw(canonical_json(CLAIMS.payload), twice), "header")
    spaced = f'{{"alg": "EdDSA","kid":"{kid}"}}'
    yield link("header with a space", raw(canonical_json(CLAIMS.payload), spaced), "header")
    yield link("header is a list", raw(canonical_json(CLAIMS.payload), "[]"), "header")


def claims() -> Iterator[Vector]:
    canonical = canonical_json(CLAIMS.payload).decode()
    for name, payload in {
        "a claim twice": canonical.replace('"p":299000', '"p":1,"p":299000'),
        "a claim twice, equal": canonical.replace('"p":299000', '"p":299000,"p":299000'),
        "a space": canonical.replace(",", ", ", 1),
        "another order": "{" + ",".join(reversed(canonical[1:-1].split(',"'))) + "}",
        "an escape": canonical.replace("kettles", "\\u006bettles"),
        "an escaped slash": canonical.replace("/", "\\/"),
        "a byte order mark": f"\ufeff{canonical}",
        "a list": f"[{canonical}]",
        "no JSON": "price=1",
        "a price with an exponent": canonical.replace("299000", "2990e2"),
        "a price with a fraction": canonical.replace("299000", "299000.0"),
    }.items():
        yield link(name, raw(payload), "claims")
    yield link("no UTF-8", raw(canonical.encode().replace(b"ru", b"\xff")), "claims")
    wrong: dict[str, dict[str, object]] = {
        "an unknown claim": {"x": 1},
        "no price": {"p": None},
        "price 0": {"p": 0},
        "a negative price": {"p": -299000},
        "a price as text": {"p": "299000"},
        "a price above the ceiling": {"p": 100_000_000_000},
        "a price that is true": {"p": True},
        "an unknown currency": {"c": "XXX"},
        "quantities the wrong way round": {"n": [2, 1]},
        "one quantity": {"n": [1]},
        "too many": {"n": [1, 1000]},
        "quantity 0": {"n": [0, 1]},
        "a sku with a space": {"s": "K 1"},
        "a sku of 33 signs": {"s": "K" * 33},
        "no sku": {"s": ""},
        "a page on another host": {"u": "//evil.example/"},
        "a page with a scheme": {"u": "https://evil.example/"},
        "a page that climbs": {"u": "/../admin/"},
        "a page with a question": {"u": "/a/?next=b"},
        "a language in capitals": {"l": "RU"},
        "an issuer with a path": {"iss": "kettles.example/a"},
        "a short price version": {"v": "abc"},
        "ends before it begins": {"exp": ISSUED - 1},
        "lives too long": {"exp": ISSUED + 200 * 86_400},
        "times as text": {"iat": str(ISSUED)},
    }
    for name, fields in wrong.items():
        yield link(name, claiming(**fields), "claims")


def altered() -> Iterator[Vector]:
    for name, what in {
        "altered at every byte": "replace",
        "a byte put in everywhere": "insert",
        "a byte left out everywhere": "delete",
        "cut off everywhere": "cut",
    }.items():
        yield link(name, VALID, "refused", alter=what)


def answer(name: str, said: Returned | Notice | str, expect: str, **other: object) -> Vector:
    """A vector of what the service says back."""
    kind = "notice" if isinstance(said, Notice) or other.get("kind") == "notice" else "return"
    token = said if isinstance(said, str) else signed_answer(said, SERVICE)
    usual: Vector = {"service": "demo", "site": "kettles.example"}
    usual |= {"now": RETURN.issued + 60} if kind == "return" else {}
    return {"name": name, "kind": kind, **usual, **other, "token": token, "expect": expect}


def answers() -> Iterator[Vector]:
    failed = replace(RETURN, outcome="failure", reason="funds")
    yield answer("return: success", RETURN, "ok")
    yield answer("return: failure", failed, "ok")
    yield answer("return: already paid", replace(RETURN, outcome="paid"), "ok")
    yield answer("return: expired", RETURN, "expired", now=RETURN.expires)
    yield answer("return: not yet", RETURN, "not-yet", now=RETURN.issued - 1)
    yield answer("return: to another site", RETURN, "audience", site="shop.example")
    token = signed_answer(failed, SERVICE)
    head, payload, signature = token.split(".")
    forged = (
        strict_base64url(payload).replace(b'"failure"', b'"success"').replace(b'"funds"', b'""')
    )
    yield answer(
        "return: failure made success", f"{head}.{base64url(forged)}.{signature}", "signature"
    )
    yield answer("return: a link", VALID, "unknown-key")
    yield answer("return: a notice", signed_answer(NOTICE, SERVICE), "claims")
    yield answer("notice: paid", NOTICE, "ok")
    yield answer("notice: the same again", NOTICE, "ok")
    created = replace(NOTICE, id="evt_fedcba9876543210", sequence=1, state="created")
    yield answer("notice: created, after it was paid", created, "ok")
    refunded = replace(NOTICE, id="evt_aaaabbbbccccdddd", sequence=3, state="refunded")
    yield answer("notice: refunded", refunded, "ok")
    yield answer("notice: from another service", NOTICE, "audience", service="pay.example")
    yield answer("notice: a return", signed_answer(RETURN, SERVICE), "claims", kind="notice")
    yield answer("notice: padded", signed_answer(NOTICE, SERVICE) + "==", "encoding", kind="notice")


def all_vectors() -> dict[str, Any]:
    """The whole file."""
    found = [*times(), *encodings(), *headers(), *claims(), *altered(), *answers()]
    return {
        "about": "docs/checkout-contract.md, section 10; all keys are published in RFC 8032, 7.1",
        "site_keys": {"keys": [FIRST.public.jwk, SECOND.public.jwk]},
        "service_keys": {"keys": [SERVICE.public.jwk]},
        "fragments": {
            code: f"#checkout-{code}" for code in ("expired", "not-yet", "changed", "unavailable")
        },
        "claims": {
            "valid": CLAIMS.payload,
            "return: success": RETURN.payload,
            "notice: paid": NOTICE.payload,
        },
        "vectors": found,
    }


assert PERIOD.after.timestamp() == EXPIRES
