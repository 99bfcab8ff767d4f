"""Whatever is posted: never a wrong amount, never an error of the program, never a foreign site."""

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.checkout.answers import MOST_TOTAL
from plugins.payment_service import Item
from plugins.payment_service.orders import Order, orders
from tests.payment_service.shop import (
    FORM,
    KETTLE_TOKEN,
    MERCHANT,
    OVEN_TOKEN,
    SITE,
    TRAY_TOKEN,
    Buyer,
    Clock,
    Fields,
    cart,
    pairs,
    service_in,
    token,
)

DEAR = Item({}, 99_999_999_999, "RUB", "dear_001")
SHOP = replace(MERCHANT, catalogue={**MERCHANT.catalogue, "D-1": DEAR, "D-2": DEAR})
DEAREST = [
    token(sku=sku, price=DEAR.price, version=DEAR.version, quantity=(1, 999))
    for sku in ("D-1", "D-2")
]
GOOD = [KETTLE_TOKEN, OVEN_TOKEN, TRAY_TOKEN, *DEAREST]
BAD = [
    token(price=1),
    token(currency="USD"),
    token(sku="K-9"),
    token(issued=1, expires=10**7),
    token(issuer="evil.example"),
    token(audience="pay.example"),
    token(sku="T-3", price=99, version="tray_001", page="/elsewhere/"),
    "",
    "..",
]
LIMITS = {"K-1": (1, 99), "ПЧ-12/Б": (1, 2), "T-3": (5, 999), "D-1": (1, 999), "D-2": (1, 999)}

altered = st.builds(
    lambda good, at, sign: good[: at % len(good)] + sign + good[at % len(good) + 1 :],
    st.sampled_from(GOOD),
    st.integers(0, 10_000),
    st.characters(),
)
tokens = st.one_of(
    st.sampled_from(GOOD), st.sampled_from(GOOD), st.sampled_from(BAD), altered, st.text()
)
numbers = st.integers(1, 999).map(str)
quantities = st.one_of(numbers, st.sampled_from(["1", "2", "5"]), st.integers().map(str), st.text())
names = st.sampled_from(["t", "q", "t", "q", "lang", "visit", "email", "quantity", "p", "utm_term"])
fields = st.tuples(names, st.one_of(tokens, quantities, st.just("a" * 20)))
anything = st.lists(st.one_of(fields, st.tuples(st.text(), st.text())), max_size=50)
nearly = st.lists(st.tuples(st.sampled_from(GOOD), quantities), max_size=22).map(
    lambda rows: cart(*rows)
)
fitting = st.lists(
    st.tuples(st.sampled_from(GOOD), numbers), min_size=1, max_size=5, unique_by=lambda row: row[0]
).map(lambda rows: cart(*rows))
visits = st.sampled_from(["a" * 20, "b" * 20, "", "x"])
a_lot = settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture(scope="module")
def buyer() -> Iterator[Buyer]:
    with tempfile.TemporaryDirectory() as folder:
        yield Buyer(service_in(Path(folder), Clock(), SHOP))


def is_right(order: Order) -> bool:
    """Whether an order is of goods, prices and quantities of the shop, and adds up."""
    prices = {sku: item.price for sku, item in SHOP.catalogue.items()}
    skus = [line.sku for line in order.lines]
    fit = (
        LIMITS[line.sku][0] <= line.quantity <= LIMITS[line.sku][1]
        and line.price == prices[line.sku]
        for line in order.lines
    )
    total = sum(line.price * line.quantity for line in order.lines)
    return all(fit) and len(set(skus)) == len(skus) <= 20 and total == order.total <= MOST_TOTAL


def sent(buyer: Buyer, address: str, body: str | bytes) -> str:
    """The page that is answered, empty where the buyer is led on: here or to the shop."""
    before = len(orders(buyer.service))
    answer = buyer.client.post(address, content=body, headers=FORM)
    assert answer.status_code in (200, 303, 400, 404, 422)
    where = answer.headers.get("location", f"{SITE}/")
    assert where.startswith((f"{SITE}/", "/orders/"))
    made = orders(buyer.service)
    assert len(made) - before <= (1 if where.startswith("/orders/") else 0)
    assert all(map(is_right, made[before:]))
    return answer.text if answer.status_code == 200 else ""


@a_lot
@given(st.one_of(anything, nearly), visits, st.sampled_from(["/", "/carts", "/orders"]))
def test_any_fields(buyer: Buyer, said: Fields, visit: str, address: str) -> None:
    body = urlencode([*said, ("visit", visit)], errors="surrogatepass")
    page = sent(buyer, address, body)
    if page:
        sent(buyer, "/carts", urlencode(pairs(page)))


@a_lot
@given(fitting)
def test_what_fits_is_ordered_for_what_was_shown_or_refused(buyer: Buyer, said: Fields) -> None:
    page = sent(buyer, "/", urlencode(said))
    if not page:
        return
    before = len(orders(buyer.service))
    sent(buyer, "/carts", urlencode(pairs(page)))
    [made] = orders(buyer.service)[before:]
    given_ = [value for name, value in said if name == "q"]
    assert [str(line.quantity) for line in made.lines] == given_


@a_lot
@given(st.binary(max_size=2000), st.sampled_from(["/", "/carts", "/orders"]))
def test_any_bytes(buyer: Buyer, body: bytes, address: str) -> None:
    sent(buyer, address, body)


@a_lot
@given(st.sampled_from(GOOD), quantities, visits)
def test_any_quantity_of_a_link(buyer: Buyer, link: str, many: str, visit: str) -> None:
    form = [("t", link), ("quantity", many), ("visit", visit)]
    sent(buyer, "/orders", urlencode(form, errors="surrogatepass"))


@a_lot
@given(st.text())
def test_any_e_mail_is_kept_or_asked_for_again(buyer: Buyer, said: str) -> None:
    form = [*pairs(buyer.fills((KETTLE_TOKEN, "1"))), ("email", said)]
    before = len(orders(buyer.service))
    answer = buyer.client.post(
        "/carts", content=urlencode(form, errors="surrogatepass"), headers=FORM
    )
    made = orders(buyer.service)[before:]
    if answer.status_code == 422:
        assert made == []
        assert 'aria-invalid="true"' in answer.text
    elif made:
        assert made[0].email == said.strip()
