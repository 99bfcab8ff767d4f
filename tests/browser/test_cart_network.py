"""The cart on a bad network: goods that do not load, or load as something else."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Route, expect

from tests.browser.built_site import BuiltSite
from tests.browser.carts import (
    HOB,
    MIXER_SKU,
    cart_page,
    keeps,
    kept,
    quantities,
    record,
    rows,
    settled,
    total,
)

Answer = Callable[[Route], None]
FILE = f"**/cart/ru/{HOB}.json"
HTML = "<!doctype html><title>Wi-Fi</title>"
BAD: dict[str, Answer] = {
    "500": lambda route: route.fulfill(status=500, body="{}"),
    "html": lambda route: route.fulfill(body=HTML, content_type="text/html"),
    "cut": lambda route: route.fulfill(body='{"sku":"PV-102","na'),
    "null": lambda route: route.fulfill(body="null"),
    "another": lambda route: route.fulfill(body='{"sku":"X","price":1,"n":[1,9]}'),
    "no price": lambda route: route.fulfill(body='{"sku":"PV-102","n":[1,9]}'),
    "offline": lambda route: route.abort("internetdisconnected"),
}


@pytest.fixture
def visitor(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 360, "height": 640})
    keeps(context, record((HOB, 2), (MIXER_SKU, 1)))
    yield context
    context.close()


@pytest.mark.parametrize("bad", BAD)
def test_goods_that_do_not_load_keep_their_row(
    visitor: BrowserContext, site: BuiltSite, bad: str
) -> None:
    visitor.route(FILE, BAD[bad])
    page = cart_page(visitor, site)

    assert rows(page) == [(HOB, "2"), ("Спиральный тестомес на 30 литров", "1")]
    expect(page.get_by_text("Загрузились не все цены.")).to_be_visible()
    expect(page.locator(".till form")).to_be_hidden()
    # Rows that are known work, and so does the number of the one that is not
    page.get_by_role("button", name="Больше: Спиральный").click()
    page.get_by_role("button", name="Больше: PV-102").click()
    assert kept(page)["goods"] == [[HOB, 3], [MIXER_SKU, 2]]

    visitor.unroute(FILE)
    page.get_by_role("button", name="повторить: PV-102").press("Enter")
    settled(page)
    expect(page.locator(".till form")).to_be_visible()
    assert total(page) == "Итого 376 700 ₽"
    expect(page.get_by_role("spinbutton").first).to_be_focused()


def test_a_file_that_is_not_there_is_no_such_product(
    visitor: BrowserContext, site: BuiltSite
) -> None:
    visitor.route(FILE, lambda route: route.fulfill(status=404, body=HTML))
    page = cart_page(visitor, site)
    expect(page.locator("[data-when=missing]:visible")).to_have_count(1)
    assert total(page) == "Итого 118 000 ₽"


def test_back_on_the_network_the_rest_is_loaded(visitor: BrowserContext, site: BuiltSite) -> None:
    page = visitor.new_page()
    visitor.route(FILE, BAD["offline"])
    page.goto(f"{site.address}/korzina/")
    settled(page)
    visitor.unroute(FILE)
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.locator(".till form")).to_be_visible()


def changed(site: BuiltSite, **values: Any) -> Answer:
    said = json.loads((site.folder / f"cart/ru/{HOB}.json").read_bytes())
    return lambda route: route.fulfill(body=json.dumps({**said, **values}))


def test_the_page_shows_the_price_that_holds_now(visitor: BrowserContext, site: BuiltSite) -> None:
    visitor.route(FILE, changed(site, price=5_000_025, shown="50 000,25 ₽"))
    assert total(cart_page(visitor, site)) == "Итого 218 000,50 ₽"


def test_bounds_of_quantity_are_those_of_the_file(visitor: BrowserContext, site: BuiltSite) -> None:
    visitor.route(FILE, changed(site, n=[5, 10]))
    page = cart_page(visitor, site)
    assert quantities(page) == ["5", "1"]
    assert kept(page)["goods"][0] == [HOB, 5]


def test_what_was_sold_out_meanwhile_is_said(visitor: BrowserContext, site: BuiltSite) -> None:
    visitor.route(FILE, changed(site, sold=False, token=""))
    page = cart_page(visitor, site)
    expect(page.locator("[data-when=sold-out]:visible")).to_have_count(1)
    assert total(page) == "Итого 118 000 ₽"


@pytest.mark.parametrize("reason", ["expired", "changed", "unavailable", "invalid", "not-yet"])
def test_a_refusal_of_the_service_is_said_and_the_cart_is_whole(
    visitor: BrowserContext, site: BuiltSite, reason: str
) -> None:
    page = cart_page(visitor, site, f"#checkout-{reason}")
    expect(page.locator(".told")).to_have_count(6)
    expect(page.locator(f"#checkout-{reason}")).to_be_visible()
    expect(page.locator(".told:visible")).to_have_count(1)
    assert quantities(page) == ["2", "1"]
