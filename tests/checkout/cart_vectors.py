"""The vectors of carts: forms as they arrive, and what is answered of them."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from plugins.checkout.answers import Notice, Returned, signed_answer
from plugins.checkout.canonical import canonical_json
from plugins.checkout.claims import Claims
from plugins.checkout.refusals import Reason
from plugins.checkout.tokens import signed
from tests.checkout.examples import CLAIMS
from tests.checkout.test_answers import NOTICE, RETURN, SERVICE
from tests.checkout.vectors import (
    EXPIRES,
    FIRST,
    GRACE,
    ISSUED,
    MOMENT,
    SECOND,
    Vector,
    answer,
    raw,
)

OVEN = replace(CLAIMS, sku="ПЧ-12/Б", price=18_900_050, quantity=(1, 2), page="/products/pech/")
TRAY = replace(CLAIMS, sku="T-3", price=99, quantity=(5, 999), page="/products/list/")
KETTLE_TOKEN, OVEN_TOKEN, TRAY_TOKEN = (signed(one, FIRST) for one in (CLAIMS, OVEN, TRAY))
GOODS = (("K-1", 2), ("ПЧ-12/Б", 1), ("T-3", 10))
THREE = [(KETTLE_TOKEN, "2"), (OVEN_TOKEN, "1"), (TRAY_TOKEN, "10")]
THREE_TOTAL = 2 * 299_000 + 18_900_050 + 10 * 99
CART_RETURN = replace(
    RETURN, order="V-000043", sku="", quantity=0, goods=GOODS, total=THREE_TOTAL, page="/korzina/"
)
CART_NOTICE = replace(
    NOTICE, id="evt_cart_0123456789", order="V-000043", sku="", quantity=0, goods=GOODS,
    total=THREE_TOTAL, idempotency="idem_cart_0123456789",
)  # fmt: skip


def form(*pairs: tuple[str, str]) -> list[list[str]]:
    """The fields of a form, a quantity after each token."""
    return [field for token, quantity in pairs for field in (["t", token], ["q", quantity])]


def cart(name: str, fields: list[list[str]], expect: str, **other: object) -> Vector:
    """A vector of a cart."""
    usual = {"audience": "demo", "now": MOMENT, "grace": GRACE}
    return {"name": name, "kind": "cart", **usual, **other, "form": fields, "expect": expect}


def row(count: int) -> list[tuple[str, str]]:
    """So many different products, one of each."""
    every = (replace(CLAIMS, sku=f"R-{number}") for number in range(count))
    return [(signed(claims, FIRST), "1") for claims in every]


def token(claims: Claims, **changes: Any) -> str:
    """The token of claims, some of them changed."""
    return signed(replace(claims, **changes), FIRST)


def good() -> Iterator[Vector]:
    goods = [list(pair) for pair in GOODS]
    yield cart("cart: three items", form(*THREE), "ok", total=THREE_TOTAL, goods=goods)
    one = [["K-1", 1]]
    yield cart("cart: one item", form((KETTLE_TOKEN, "1")), "ok", total=299_000, goods=one)
    apart = [["t", t] for t, _ in THREE] + [["q", q] for _, q in THREE]
    yield cart("cart: tokens first, then quantities", apart, "ok", total=THREE_TOTAL, goods=goods)
    other = [["lang", "ru"], ["utm_source", "x"], *form((KETTLE_TOKEN, "3")), ["p", "1"]]
    three = [["K-1", 3]]
    yield cart("cart: with other fields", other, "ok", total=897_000, goods=three)
    full = [[f"R-{number}", 1] for number in range(20)]
    yield cart("cart: twenty items", form(*row(20)), "ok", total=20 * 299_000, goods=full)
    keys = form((KETTLE_TOKEN, "1"), (signed(TRAY, SECOND), "5"))
    both = [["K-1", 1], ["T-3", 5]]
    yield cart("cart: signed by two live keys", keys, "ok", total=299_495, goods=both)
    late = form((token(CLAIMS, expires=MOMENT), "1"), (TRAY_TOKEN, "5"))
    yield cart("cart: one item within the grace window", late, "late", total=299_495, goods=both)


def counted() -> Iterator[Vector]:
    yield cart("cart: empty", [], Reason.ITEMS)
    yield cart("cart: too many", form(*row(21)), Reason.ITEMS)
    yield cart("cart: a quantity is missing", form(*THREE)[:-1], Reason.ITEMS)
    yield cart("cart: a quantity too many", [*form(*THREE), ["q", "1"]], Reason.ITEMS)
    yield cart("cart: quantities only", [["q", "1"]], Reason.ITEMS)
    named = [["t[]", KETTLE_TOKEN], ["q[]", "1"]]
    yield cart("cart: other names", named, Reason.ITEMS)
    for said in ("", "0", "-1", "+1", "01", "1.0", "1e3", " 1", "1 ", "1000", "1000000000"):
        yield cart(f"cart: quantity '{said}'", form((KETTLE_TOKEN, said)), Reason.QUANTITY)
    for name, said in (("in other digits", "１"), ("in words", "one"), ("as hex", "0x1")):
        yield cart(f"cart: quantity {name}", form((KETTLE_TOKEN, said)), Reason.QUANTITY)
    yield cart("cart: more than the link allows", form((OVEN_TOKEN, "3")), Reason.QUANTITY)
    yield cart("cart: fewer than the link allows", form((TRAY_TOKEN, "4")), Reason.QUANTITY)


def together() -> Iterator[Vector]:
    twice = form((KETTLE_TOKEN, "1"), (KETTLE_TOKEN, "1"))
    yield cart("cart: an item twice", twice, Reason.DOUBLED)
    english = token(CLAIMS, page="/en/products/kettle/", lang="en")
    doubled = form((KETTLE_TOKEN, "1"), (english, "1"))
    yield cart("cart: a sku twice, by different links", doubled, Reason.DOUBLED)
    dollars = form((KETTLE_TOKEN, "1"), (token(OVEN, currency="USD"), "1"))
    yield cart("cart: two currencies", dollars, Reason.MIXED)
    sites = form((KETTLE_TOKEN, "1"), (token(OVEN, issuer="shop.example"), "1"))
    yield cart("cart: of two sites", sites, Reason.MIXED)
    dear = {"price": 99_999_999_999, "quantity": (1, 999)}
    total = 99_999_999_999 * 999
    most = form((token(CLAIMS, **dear), "999"))
    goods = [["K-1", 999]]
    yield cart("cart: the highest total", most, "ok", total=total, goods=goods)
    above = [*most, *form((TRAY_TOKEN, "5"))]
    yield cart("cart: a total above the ceiling", above, Reason.TOTAL)


def believed() -> Iterator[Vector]:
    header, _, signature = OVEN_TOKEN.split(".")
    cheap = raw(canonical_json({**OVEN.payload, "p": 1})).split(".")[1]
    bad: dict[str, tuple[str, Reason]] = {
        "one altered": (f"{header}.{cheap}.{signature}", Reason.SIGNATURE),
        "one cut off": (OVEN_TOKEN[:-2], Reason.SIGNATURE),
        "one no link": ("x", Reason.MALFORMED),
        "one empty": ("", Reason.MALFORMED),
        "one padded": (f"{OVEN_TOKEN}==", Reason.ENCODING),
        "one of an unknown key": (signed(OVEN, SERVICE), Reason.UNKNOWN_KEY),
        "one for another service": (token(OVEN, audience="pay.example"), Reason.AUDIENCE),
        "one expired": (token(OVEN, issued=1, expires=10**7), Reason.EXPIRED),
        "one not yet valid": (token(OVEN, issued=MOMENT + 1), Reason.NOT_YET),
        "a return among them": (signed_answer(RETURN, SERVICE), Reason.UNKNOWN_KEY),
        "a price of nothing": (raw(canonical_json({**OVEN.payload, "p": 0})), Reason.CLAIMS),
    }
    for name, (token_, expect) in bad.items():
        fields = form(THREE[0], (token_, "1"), THREE[2])
        yield cart(f"cart: {name}", fields, expect)
    first = form((token(OVEN, audience="pay.example"), "1"), ("x", "1"))
    yield cart("cart: the first that is refused gives the code", first, Reason.AUDIENCE)
    yield cart("cart: all of them expired", form(*THREE), Reason.EXPIRED, now=EXPIRES + GRACE)
    yield cart("cart: before they are valid", form(*THREE), Reason.NOT_YET, now=ISSUED - 1)


def answers() -> Iterator[Vector]:
    yield answer("return: of a cart", CART_RETURN, "ok")
    failed = replace(CART_RETURN, outcome="failure", reason="limit")
    yield answer("return: a cart that failed", failed, "ok")
    yield answer("notice: of a cart", CART_NOTICE, "ok")
    full = tuple((f"R-{number}", 1) for number in range(20))
    yield answer("notice: of a cart of twenty", replace(CART_NOTICE, goods=full), "ok")
    wrong: dict[str, object] = {
        "an empty cart": [],
        "21 items": [[f"R-{number}", 1] for number in range(21)],
        "an item twice": [["K-1", 1], ["K-1", 1]],
        "an item without quantity": [["K-1"]],
        "a quantity as text": [["K-1", "2"]],
        "a quantity of 0": [["K-1", 0]],
        "a quantity of 1000": [["K-1", 1000]],
        "three things an item": [["K-1", 1, 1]],
        "items by name": {"K-1": 1},
        "a flat list": ["K-1", 1],
        "a sku with a space": [["K 1", 1]],
    }
    for kind, said in (("return", CART_RETURN), ("notice", CART_NOTICE)):
        for name, goods in wrong.items():
            yield claiming(f"{kind}: {name}", said, g=goods)
        yield claiming(f"{kind}: a cart and a product", said, s="K-1", n=2)
        yield claiming(f"{kind}: neither cart nor product", said, g=None)


def claiming(name: str, said: Returned | Notice, **fields: object) -> Vector:
    """An answer whose claims are others; a field given as None is left out."""
    told = {**said.payload, **fields}
    kept = {name: value for name, value in told.items() if value is not None}
    kind = "notice" if isinstance(said, Notice) else "return"
    return answer(name, raw(canonical_json(kept), key=SERVICE), Reason.CLAIMS, kind=kind)


def all_cart_vectors() -> list[Vector]:
    """All of them, in order."""
    return [*good(), *counted(), *together(), *believed(), *answers()]


def all_cart_claims() -> dict[str, Any]:
    """What some of the answers say."""
    return {"return: of a cart": CART_RETURN.payload, "notice: of a cart": CART_NOTICE.payload}
