"""Buying from the stand-in, without a browser and without a network."""

from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from plugins.checkout.answers import FAILURES
from plugins.checkout.keys import by_kid, keys_of
from plugins.payment_service import words
from tests.checkout.examples import CLAIMS, PERIOD
from tests.payment_service.shop import (
    KETTLE,
    MERCHANT,
    SERVICE_KEY,
    SITE,
    Buyer,
    Clock,
    fields,
    service_in,
    token,
    with_price,
)


def test_opening_a_link_creates_nothing(buyer: Buyer) -> None:
    for _ in range(3):
        page = buyer.opens()
    assert "Чайник" in page
    assert "2\u00a0990\u00a0₽" in page
    assert buyer.orders() == []


def test_a_confirmed_order_is_paid_and_the_buyer_returns(buyer: Buyer) -> None:
    order = buyer.confirms(buyer.opens(), quantity="2")
    address = buyer.pays(order, "success")

    assert address.startswith(f"{SITE}/ru/success/?r=")
    said = buyer.told(address)
    assert (said.outcome, said.reason, said.quantity, said.total) == ("success", "", 2, 598_000)
    [listed] = buyer.orders()
    assert (listed["number"], listed["state"]) == (said.order, "paid")


def test_a_double_click_makes_one_order_and_pays_it_once(buyer: Buyer) -> None:
    page = buyer.opens()
    first, second = buyer.confirms(page), buyer.confirms(page)
    assert first == second
    page = buyer.client.get(first).text
    ends = [buyer.pays(first, "success", page) for _ in range(2)]
    assert [buyer.told(end).outcome for end in ends] == ["success", "success"]
    assert len(buyer.orders()) == 1


def test_the_same_link_opened_again_is_another_order(buyer: Buyer) -> None:
    assert buyer.confirms(buyer.opens()) != buyer.confirms(buyer.opens())


def test_a_paid_order_is_never_paid_twice(buyer: Buyer) -> None:
    order = buyer.confirms(buyer.opens())
    page = buyer.client.get(order).text
    buyer.pays(order, "success", page)
    again = buyer.pays(order, "funds", page)
    assert again.startswith(f"{SITE}/ru/paid/?r=")
    assert buyer.told(again).outcome == "paid"
    assert "Больше не платите" in buyer.client.get(order).text
    assert buyer.orders()[0]["state"] == "paid"


@pytest.mark.parametrize("code", FAILURES)
def test_a_failure_leads_to_the_page_of_its_product_and_its_code(buyer: Buyer, code: str) -> None:
    address = buyer.pays(buyer.confirms(buyer.opens()), code)
    assert urlsplit(address).path == "/ru/failure/K-1/"
    assert urlsplit(address).fragment == code
    assert (buyer.told(address).outcome, buyer.told(address).reason) == ("failure", code)


def test_after_a_failure_another_way_pays_the_same_order(buyer: Buyer) -> None:
    order = buyer.confirms(buyer.opens())
    buyer.pays(order, "limit")
    assert buyer.told(buyer.pays(order, "success")).outcome == "success"
    assert len(buyer.orders()) == 1


def test_cancelled_and_left_too_long(buyer: Buyer, clock: Clock) -> None:
    order = buyer.confirms(buyer.opens())
    assert buyer.told(buyer.pays(order, "cancelled")).outcome == "cancelled"
    clock.passes(hours=1)
    assert buyer.told(buyer.pays(order, "success")).outcome == "expired"


def test_a_slow_bank_is_waited_for_and_nobody_pays_twice(buyer: Buyer, clock: Clock) -> None:
    order = buyer.confirms(buyer.opens())
    page = buyer.client.get(order).text
    assert buyer.pays(order, "slow", page) == f"{order}/wait"
    assert buyer.pays(order, "success", page) == f"{order}/wait"
    waiting = buyer.client.get(f"{order}/wait")
    assert "Второй раз не платите" in waiting.text
    clock.passes(seconds=6)
    ended = buyer.client.get(f"{order}/wait").headers["location"]
    assert buyer.told(ended).outcome == "success"
    assert buyer.told(buyer.pays(order, "slow", page)).outcome == "success"


def test_links_that_are_not_believed_lead_to_the_product(buyer: Buyer, clock: Clock) -> None:
    link = token()
    product = f"{SITE}/products/chaynik/"
    altered = link[:-9] + ("A" if link[-9] != "A" else "B") + link[-8:]
    assert buyer.led_to(altered) == f"{product}#checkout-invalid"
    assert buyer.led_to(token(audience="other")) == f"{product}#checkout-invalid"
    assert buyer.led_to(token(version="older_01")) == f"{product}#checkout-changed"
    assert buyer.led_to(token(price=1)) == f"{product}#checkout-changed"
    assert buyer.led_to(token(lang="en")[:-1]) == f"{SITE}/en/products/kettle/#checkout-invalid"
    clock.now = PERIOD.after + MERCHANT.grace
    assert buyer.led_to(link) == f"{product}#checkout-expired"


@pytest.mark.parametrize("link", ["", "x", "a.b.c", "..", "🫖", "a" * 5000, "e30.e30.AA"])
def test_what_is_no_link_leads_to_all_goods(buyer: Buyer, link: str) -> None:
    assert buyer.led_to(link) == f"{SITE}/products/#checkout-invalid"


def test_what_is_not_sold_leads_to_its_page(tmp_path: Path, clock: Clock) -> None:
    gone = replace(MERCHANT, catalogue={"K-1": replace(KETTLE, sold=False)})
    buyer = Buyer(service_in(tmp_path, clock, gone))
    assert buyer.led_to(token()) == f"{SITE}/products/chaynik/#checkout-unavailable"
    assert buyer.led_to(token(sku="K-9")) == f"{SITE}/products/#checkout-unavailable"


def test_a_link_that_is_not_valid_yet_leads_to_the_product(buyer: Buyer, clock: Clock) -> None:
    clock.passes(days=-40)
    assert buyer.led_to(token()).endswith("/products/chaynik/#checkout-not-yet")


def test_the_key_of_the_service_is_public(buyer: Buyer) -> None:
    published = buyer.client.get("/.well-known/jwks.json").content
    assert keys_of(published, "jwks.json") == by_kid([SERVICE_KEY.public])


def test_no_link_leads_to_another_site(buyer: Buyer) -> None:
    for link in (token(issuer="evil.example"), token(page="/elsewhere/")[:-2]):
        assert buyer.led_to(link).startswith(f"{SITE}/products/")


def test_a_price_that_rises_between_opening_and_confirming_is_not_charged(
    tmp_path: Path, clock: Clock
) -> None:
    page = Buyer(service_in(tmp_path, clock)).opens()
    later = Buyer(service_in(tmp_path, clock, with_price(CLAIMS.price + 1)))
    assert later.confirms(page) == f"{SITE}/products/chaynik/#checkout-changed"
    assert later.orders() == []


@pytest.mark.parametrize(
    "wrong",
    [{"quantity": "0"}, {"quantity": "100"}, {"quantity": "1.5"}, {"quantity": ""}, {"visit": "x"}],
)
def test_a_form_that_no_page_of_ours_sends_orders_nothing(
    buyer: Buyer, wrong: dict[str, str]
) -> None:
    page = buyer.opens()
    answer = buyer.client.post("/orders", data={**fields(page), **wrong})
    assert answer.status_code == 400
    assert f'href="{SITE}/products/"' in answer.text
    assert buyer.orders() == []


def test_pages_speak_the_language_of_the_link_and_say_what_they_are(buyer: Buyer) -> None:
    said = {"ru": "Учебная касса", "en": "A stand-in for the payment service"}
    for lang, warning in said.items():
        page = buyer.opens(token(lang=lang))
        order = buyer.client.get(buyer.confirms(page)).text
        for html in (page, order, buyer.client.get("/", headers={"accept-language": lang}).text):
            assert f'lang="{lang}"' in html
            assert warning in html
            assert "<script" not in html
    assert said["en"] in buyer.client.get("/nowhere").text
    assert said["en"] in buyer.client.get("/orders/X").text


def test_where_a_buyer_came_from_is_kept_with_the_order(buyer: Buyer) -> None:
    page = buyer.opens(
        utm_source="yandex", yclid="42", cid="7", gclid="no", utm_term="я" * 151, utm_id="no"
    )
    buyer.confirms(page)
    kept = {"cid": "7", "utm_source": "yandex", "yclid": "42"}
    assert buyer.orders()[0]["attribution"] == kept


def test_what_is_typed_into_a_link_does_not_become_html(buyer: Buyer) -> None:
    page = buyer.opens(utm_source='"><script>alert(1)</script>')
    assert "<script" not in page


def test_every_way_and_answer_has_words() -> None:
    assert set(FAILURES) < set(words.ANSWERS)
    for said in (*words.WAYS.values(), *words.ANSWERS.values()):
        assert said.in_language("ru") != said.in_language("en")
