"""Buying a cart from the stand-in: one order for all of it, or the way back to the cart."""

from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from plugins.checkout.answers import noticed
from plugins.checkout.keys import by_kid
from plugins.payment_service import Merchant
from plugins.payment_service.notices import deliver
from tests.checkout.examples import CLAIMS, PERIOD
from tests.payment_service.shop import (
    FORM,
    KETTLE,
    KETTLE_TOKEN,
    MERCHANT,
    OVEN_TOKEN,
    SERVICE_KEY,
    SITE,
    THREE,
    THREE_GOODS,
    THREE_TOTAL,
    TRAY_TOKEN,
    Buyer,
    Clock,
    cart,
    pairs,
    service_in,
    token,
)

CART = f"{SITE}/korzina/"
ALTERED = OVEN_TOKEN[:-9] + ("A" if OVEN_TOKEN[-9] != "A" else "B") + OVEN_TOKEN[-8:]


def led_to(buyer: Buyer, *what: tuple[str, str], lang: str = "ru") -> str:
    """Where the cart is sent back to; nothing has been ordered."""
    answer = buyer.client.send("/", cart(*what, lang=lang))
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


def test_sending_a_cart_creates_nothing_and_shows_all_of_it(buyer: Buyer) -> None:
    page = buyer.fills().replace("\u00a0", " ")
    for words in ("Чайник", "Печь", "Лист", "2 × 2 990 ₽ = <strong>5 980 ₽", "194 990,40 ₽"):
        assert words in page
    assert f'href="{CART}"' in page
    assert buyer.orders() == []


def test_a_confirmed_cart_is_one_order_that_is_paid(buyer: Buyer) -> None:
    order = buyer.confirms_cart(buyer.fills())
    address = buyer.pays(order, "success")

    assert address.startswith(f"{SITE}/ru/success/?r=")
    said = buyer.told(address)
    assert (said.goods, said.total, said.sku, said.quantity) == (THREE_GOODS, THREE_TOTAL, "", 0)
    assert (said.page, said.lang, said.currency) == ("/korzina/", "ru", "RUB")
    [listed] = buyer.orders()
    assert listed["goods"] == "K-1:2;ПЧ-12/Б:1;T-3:10"
    assert (listed["total"], listed["state"], listed["way"]) == (THREE_TOTAL, "paid", "mir")


def test_a_cart_of_one_is_a_cart(buyer: Buyer) -> None:
    order = buyer.confirms_cart(buyer.fills((KETTLE_TOKEN, "1")))
    said = buyer.told(buyer.pays(order, "success"))
    assert (said.goods, said.sku) == ((("K-1", 1),), "")


def test_notices_of_a_cart_say_its_goods(buyer: Buyer) -> None:
    buyer.pays(buyer.confirms_cart(buyer.fills()), "success")
    heard = []

    def post(_address: str, sent: str) -> bool:
        heard.append(noticed(sent, by_kid([SERVICE_KEY.public]), ("demo", CLAIMS.issuer)))
        return True

    assert deliver(buyer.service, post) == 2
    assert {notice.goods for notice in heard} == {THREE_GOODS}
    assert {notice.total for notice in heard} == {THREE_TOTAL}


@pytest.mark.parametrize("code", ["funds", "limit"])
def test_a_cart_that_fails_leads_to_the_page_for_all_failures(buyer: Buyer, code: str) -> None:
    order = buyer.confirms_cart(buyer.fills())
    address = buyer.pays(order, code)
    assert urlsplit(address).path == "/ru/failure/"
    assert urlsplit(address).fragment == code
    assert buyer.told(buyer.pays(order, "success")).outcome == "success"
    assert len(buyer.orders()) == 1


def test_a_double_click_a_step_back_and_a_restart_make_one_order(
    buyer: Buyer, tmp_path: Path, clock: Clock
) -> None:
    page = buyer.fills()
    first, again = buyer.confirms_cart(page), buyer.confirms_cart(page)
    restarted = Buyer(service_in(tmp_path, clock))
    assert first == again == restarted.confirms_cart(page)
    turned = restarted.client.send("/carts", pairs(page)[::-1])
    assert turned.headers["location"] == first
    assert len(buyer.orders()) == 1


def test_the_same_cart_sent_again_is_another_order(buyer: Buyer) -> None:
    assert buyer.confirms_cart(buyer.fills()) != buyer.confirms_cart(buyer.fills())


def test_another_quantity_in_the_same_attempt_is_another_order(buyer: Buyer) -> None:
    page = buyer.fills()
    buyer.confirms_cart(page)
    more = page.replace('name="q" value="2"', 'name="q" value="3"')
    buyer.confirms_cart(more)
    assert [order["total"] for order in buyer.orders()] == [THREE_TOTAL, THREE_TOTAL + 299_000]


@pytest.mark.parametrize(
    ("other", "fragment"),
    [
        (ALTERED, "invalid"),
        ("", "invalid"),
        ("x.y.z", "invalid"),
        (token(sku="T-3", price=1), "changed"),
        (token(sku="T-3", version="older_01"), "changed"),
        (token(sku="K-9"), "unavailable"),
        (token(sku="T-3", issued=1, expires=10**7), "expired"),
        (token(sku="T-3", issued=CLAIMS.expires - 9), "not-yet"),
        (token(sku="T-3", audience="pay.example"), "invalid"),
        (token(sku="T-3", issuer="evil.example"), "invalid"),
        (token(sku="T-3", currency="USD"), "invalid"),
        (KETTLE_TOKEN, "invalid"),
        (token(page="/elsewhere/"), "invalid"),
    ],
)
def test_one_bad_item_among_good_ones_leads_to_the_cart(
    buyer: Buyer, other: str, fragment: str
) -> None:
    assert led_to(buyer, THREE[0], (other, "1"), THREE[1]) == f"{CART}#checkout-{fragment}"
    visited = [*cart(THREE[0], (other, "1"), THREE[1]), ("visit", "v" * 16)]
    answer = buyer.client.send("/carts", visited)
    assert answer.headers["location"] == f"{CART}#checkout-{fragment}"
    assert buyer.orders() == []


def test_a_cart_left_over_the_end_of_its_period(buyer: Buyer, clock: Clock) -> None:
    clock.now = PERIOD.after
    late = buyer.fills()
    clock.now = PERIOD.after + MERCHANT.grace
    assert buyer.confirms_cart(late) == f"{CART}#checkout-expired"
    assert led_to(buyer, *THREE) == f"{CART}#checkout-expired"
    assert buyer.orders() == []


def test_what_is_not_sold_any_more_leads_to_the_cart(tmp_path: Path, clock: Clock) -> None:
    gone = {**MERCHANT.catalogue, "K-1": replace(KETTLE, sold=False)}
    buyer = Buyer(service_in(tmp_path, clock, replace(MERCHANT, catalogue=gone)))
    assert led_to(buyer, *THREE) == f"{CART}#checkout-unavailable"


def dearer(folder: Path, clock: Clock) -> Buyer:
    """The same service, after the price of the kettle has risen."""
    risen = {**MERCHANT.catalogue, "K-1": replace(KETTLE, price=1, version="dearer_1")}
    return Buyer(service_in(folder, clock, replace(MERCHANT, catalogue=risen)))


def test_a_price_that_changes_before_the_cart_is_confirmed(
    buyer: Buyer, tmp_path: Path, clock: Clock
) -> None:
    page = buyer.fills()
    later = dearer(tmp_path, clock)
    assert later.confirms_cart(page) == f"{CART}#checkout-changed"
    assert later.orders() == []


def test_an_order_that_was_made_is_found_again_whatever_prices_do(
    buyer: Buyer, tmp_path: Path, clock: Clock
) -> None:
    page, link = buyer.fills(), buyer.opens()
    first, second = buyer.confirms_cart(page), buyer.confirms(link)
    later = dearer(tmp_path, clock)
    assert later.confirms_cart(page) == first
    assert later.confirms(link) == second
    assert len(later.orders()) == 2


@pytest.mark.parametrize(
    ("lang", "page"),
    [("en", "/en/cart/"), ("ru", "/korzina/"), ("de", "/korzina/"), ("", "/korzina/")],
)
def test_a_refusal_leads_to_the_cart_in_the_language_of_the_page(
    buyer: Buyer, lang: str, page: str
) -> None:
    assert led_to(buyer, (ALTERED, "1"), lang=lang) == f"{SITE}{page}#checkout-invalid"


def test_a_refusal_leads_to_no_other_site(buyer: Buyer) -> None:
    for lang in ("//evil.example/", "https://evil.example", "../..", "\r\nX: y"):
        assert led_to(buyer, (ALTERED, "1"), lang=lang) == f"{CART}#checkout-invalid"


def test_the_page_speaks_the_language_of_the_links(buyer: Buyer) -> None:
    english = token(lang="en")
    page = buyer.client.send("/", cart((english, "1"), lang="ru")).text
    assert 'lang="en"' in page
    assert "Kettle" in page
    assert f'href="{SITE}/en/cart/"' in page


def test_a_site_without_a_cart_gets_its_goods(tmp_path: Path, clock: Clock) -> None:
    buyer = Buyer(service_in(tmp_path, clock, replace(MERCHANT, carts={})))
    assert led_to(buyer, (ALTERED, "1")) == f"{SITE}/products/#checkout-invalid"
    order = buyer.confirms_cart(buyer.fills())
    assert buyer.told(buyer.pays(order, "success")).page == "/products/"


def test_carts_of_several_sites_are_kept_apart(tmp_path: Path, clock: Clock) -> None:
    other = replace(MERCHANT, address="http://localhost:8001")
    both = {CLAIMS.issuer: MERCHANT, "ovens.example": other}
    buyer = Buyer(replace(service_in(tmp_path, clock), merchants=lambda: both))
    foreign = token(issuer="ovens.example", sku="T-3", price=99, version="tray_001")
    assert led_to(buyer, THREE[0], (foreign, "5")) == f"{CART}#checkout-invalid"
    at_other = "http://localhost:8001/korzina/#checkout-invalid"
    assert led_to(buyer, (foreign, "5"), THREE[0]) == at_other
    nobody = buyer.client.send("/", [])
    assert nobody.status_code == 404
    assert SITE in nobody.text


def test_a_site_that_is_read_again_meanwhile_is_the_same_site(tmp_path: Path, clock: Clock) -> None:
    def read_again() -> dict[str, Merchant]:
        return {CLAIMS.issuer: replace(MERCHANT)}

    buyer = Buyer(replace(service_in(tmp_path, clock), merchants=read_again))
    assert buyer.confirms_cart(buyer.fills()) != buyer.confirms(buyer.opens())
    assert len(buyer.orders()) == 2


def fields(*more: tuple[str, str]) -> list[tuple[str, str]]:
    return [*cart(*THREE), *more]


@pytest.mark.parametrize(
    "sent",
    [
        [],
        [("t", KETTLE_TOKEN)],
        [("q", "1")],
        [("t", KETTLE_TOKEN), ("q", "1"), ("q", "1")],
        cart(*THREE)[:-1],
        [("t[]", KETTLE_TOKEN), ("q[]", "1")],
        [("T", KETTLE_TOKEN), ("Q", "1")],
        [("token", KETTLE_TOKEN), ("quantity", "1")],
        *(
            cart((KETTLE_TOKEN, said))
            for said in ("", "0", "-1", "1e3", "1.5", "1000000000", "１", "1 ", "0x1", "9" * 5000)
        ),
        cart((OVEN_TOKEN, "3")),
        cart((TRAY_TOKEN, "1")),
        cart(*[(token(sku=f"R-{number}"), "1") for number in range(21)]),
        cart(*[(KETTLE_TOKEN, "1")] * 10_000),
        fields(("x", "y" * 40_000)),
        fields(*[("x", "y")] * 60),
    ],
    ids=lambda sent: "-".join(str(part)[:6] for part in sent[1:3] if isinstance(part, tuple)),
)
def test_hostile_forms_order_nothing_and_lead_to_the_cart(
    buyer: Buyer, sent: list[tuple[str, str]]
) -> None:
    for address in ("/", "/carts"):
        answer = buyer.client.send(address, [*sent, ("visit", "v" * 20)])
        assert answer.headers["location"] == f"{CART}#checkout-invalid"
    assert buyer.orders() == []


@pytest.mark.parametrize(
    "kind",
    ["", "application/json", "text/plain", "multipart/form-data; boundary=x", "image/png"],
)
def test_another_type_of_content_orders_nothing(buyer: Buyer, kind: str) -> None:
    body = "&".join(f"{name}={value}" for name, value in fields(("visit", "v" * 20)))
    for address in ("/", "/carts", "/orders"):
        answer = buyer.client.post(address, content=body, headers={"content-type": kind})
        assert "#checkout-invalid" in answer.headers["location"]
    assert buyer.orders() == []


@pytest.mark.parametrize("body", [b"\xff\xfe=1", b"t=%FF&q=1", b"&" * 30_000, b"t" * 4_000_000])
def test_bytes_that_are_no_form_order_nothing(buyer: Buyer, body: bytes) -> None:
    for address in ("/", "/carts"):
        answer = buyer.client.post(address, content=body, headers=FORM)
        assert answer.headers["location"] == f"{CART}#checkout-invalid"
    assert buyer.orders() == []


def test_a_cart_cannot_be_asked_for(buyer: Buyer) -> None:
    asked = buyer.client.get("/", params=fields())
    assert asked.headers["location"].endswith("/products/#checkout-invalid")
    assert buyer.client.get("/carts", params=fields()).status_code == 404
    for method in ("put", "delete", "patch"):
        assert buyer.client.ask(method, "/carts").status_code == 404
    assert buyer.orders() == []


def test_a_form_that_no_page_of_ours_sent_is_told_so(buyer: Buyer) -> None:
    answer = buyer.client.send("/carts", cart(*THREE))
    assert answer.status_code == 400
    assert f'href="{SITE}/products/"' in answer.text
    assert buyer.orders() == []


def test_prices_and_names_in_other_fields_are_passed_over(buyer: Buyer) -> None:
    lies = fields(("p", "1"), ("price", "1"), ("total", "1"), ("s", "free"))
    page = buyer.client.send("/", lies).text
    buyer.confirms_cart(page)
    assert buyer.orders()[0]["total"] == THREE_TOTAL


def test_where_a_buyer_came_from_is_kept_with_the_cart(buyer: Buyer) -> None:
    sent = fields(("utm_source", "yandex"), ("cid", "7"), ("gclid", "no"))
    buyer.confirms_cart(buyer.client.send("/", sent).text)
    assert buyer.orders()[0]["attribution"] == {"cid": "7", "utm_source": "yandex"}


def test_the_largest_cart_fits(tmp_path: Path, clock: Clock) -> None:
    every = {f"R-{number}": KETTLE for number in range(20)}
    buyer = Buyer(service_in(tmp_path, clock, replace(MERCHANT, catalogue=every)))
    longest = [(name, "я" * 150) for name in ("utm_source", "utm_medium", "utm_term", "yclid")]
    row = cart(*[(token(sku=sku), "99") for sku in every])
    page = buyer.client.send("/", [*row, *longest]).text
    address = buyer.pays(buyer.confirms_cart(page), "success")
    assert len(address) < 4096
    assert len(buyer.told(address).goods) == 20
    assert buyer.orders()[0]["total"] == 20 * 99 * CLAIMS.price
