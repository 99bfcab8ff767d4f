"""The vectors of the contract: ours, a verifier in Node and a second library agree on them."""

import json
import os
import subprocess
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from joserfc import jws
from joserfc.jwk import OKPKey

from plugins.checkout.answers import noticed, returned
from plugins.checkout.carts import cart_of, pairs_of
from plugins.checkout.keys import keys_of
from plugins.checkout.refusals import Refused
from plugins.checkout.tokens import verified
from plugins.documents.front_matter import MOSCOW
from tests.checkout.cart_vectors import all_cart_claims, all_cart_vectors
from tests.checkout.vectors import all_vectors
from tests.reading import ROOT

FILE = ROOT / "tests/checkout/vectors.json"
VERIFIER = ROOT / "tests/checkout/verifier.mjs"
ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
WHOLE: dict[str, Any] = json.loads(FILE.read_text("utf-8")) if FILE.exists() else {"vectors": []}
SITE_KEYS, SERVICE_KEYS = (
    keys_of(json.dumps(all_vectors()[name]).encode(), name)
    for name in ("site_keys", "service_keys")
)


def whole_file() -> dict[str, Any]:
    """All vectors, those of carts at the end."""
    made = all_vectors()
    made["claims"] |= all_cart_claims()
    made["vectors"] += all_cart_vectors()
    return made


def bought(vector: dict[str, Any], now: datetime, grace: timedelta) -> bool:
    """Whether the cart of a form is late; Refused where it is none."""
    pairs = pairs_of((name, value) for name, value in vector["form"])
    cart = cart_of(pairs, SITE_KEYS, vector["audience"], now, grace)
    assert cart.total == vector["total"]
    assert [list(pair) for pair in cart.goods] == vector["goods"]
    return cart.late


def outcome(vector: dict[str, Any], token: str) -> str:
    """What our reference makes of a token."""
    now = datetime.fromtimestamp(vector.get("now", 0), MOSCOW)
    parties = (vector.get("service", ""), vector.get("site", ""))
    try:
        if vector["kind"] == "return":
            returned(token, SERVICE_KEYS, parties, now)
        elif vector["kind"] == "notice":
            noticed(token, SERVICE_KEYS, parties)
        elif vector["kind"] == "cart":
            if bought(vector, now, timedelta(seconds=vector["grace"])):
                return "late"
        else:
            grace = timedelta(seconds=vector["grace"])
            if verified(token, SITE_KEYS, vector["audience"], now, grace).late:
                return "late"
    except Refused as refused:
        return refused.reason.value
    return "ok"


def alterations(token: str, how: str) -> Iterator[str]:
    """A token altered at each of its bytes, as section 10 of the contract says."""
    for at, sign in enumerate(token):
        other = "A" if sign == "." else ALPHABET[(ALPHABET.index(sign) + 1) % 64]
        yield {
            "replace": token[:at] + other + token[at + 1 :],
            "insert": token[:at] + other + token[at:],
            "delete": token[:at] + token[at + 1 :],
            "cut": token[:at],
        }[how]


def test_the_file_is_what_is_made() -> None:
    made = json.dumps(whole_file(), ensure_ascii=False, indent=1) + "\n"
    if os.environ.get("UPDATE_EXPECTED"):
        FILE.write_text(made, "utf-8")
    assert FILE.read_text("utf-8") == made


@pytest.mark.parametrize("vector", WHOLE["vectors"], ids=lambda v: str(v["name"]))
def test_the_reference(vector: dict[str, Any]) -> None:
    if "alter" in vector:
        found = {outcome(vector, token) for token in alterations(vector["token"], vector["alter"])}
        assert found
        assert not found & {"ok", "late"}
    else:
        assert outcome(vector, vector.get("token", "")) == vector["expect"]


def test_a_verifier_in_node_written_from_the_contract_passes_all() -> None:
    done = subprocess.run(["node", VERIFIER, FILE], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    assert done.stdout.startswith(f"{len(WHOLE['vectors'])} vectors")
    assert done.stdout.endswith(" 0 wrong\n")


@pytest.mark.filterwarnings("ignore:EdDSA is deprecated via RFC 9864")
def test_a_second_library_reads_what_is_valid() -> None:
    keys = {key["kid"]: key for key in WHOLE["site_keys"]["keys"] + WHOLE["service_keys"]["keys"]}
    links = [v for v in WHOLE["vectors"] if v["kind"] != "cart"]
    good = [v for v in links if v["expect"] in ("ok", "late")]
    for vector in good:
        kid = jws.extract_compact(vector["token"].encode()).headers()["kid"]
        opened = jws.deserialize_compact(vector["token"], OKPKey.import_key(keys[kid]), ["EdDSA"])
        said = WHOLE["claims"].get(vector["name"])
        assert said is None or json.loads(opened.payload) == said
    assert len(good) > 10
