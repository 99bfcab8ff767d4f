"""The whole way with the scripts of the shop: landing, product, cart, payment, return; counted."""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import parse_qs

import pytest
from playwright.sync_api import Browser, BrowserContext, Route, expect

from plugins.checkout.settings import STAND_IN
from tests.browser.built_site import BuiltSite
from tests.browser.counter import Counter
from tests.browser.test_attribution import record
from tests.browser.test_returned import PAID, shown, token
from tests.browser.visiting import PRODUCT, accept, kept, listens, opened

NAME = "Спиральный тестомес на 30 литров"


@pytest.fixture
def counter() -> Counter:
    return Counter(late=50)


@pytest.fixture
def sent() -> list[dict[str, list[str]]]:
    """The forms that reached the payment service."""
    return []


@pytest.fixture
def context(
    browser: Browser, counter: Counter, sent: list[dict[str, list[str]]]
) -> Iterator[BrowserContext]:
    def take(route: Route) -> None:
        sent.append(parse_qs(route.request.post_data or ""))
        route.fulfill(body="pay here", content_type="text/plain")

    context = browser.new_context(viewport={"width": 360, "height": 640})
    counter.route(context)
    context.route(f"{STAND_IN}**", take)
    yield context
    context.close()


def test_an_order_through_the_cart_is_counted_once(
    context: BrowserContext,
    counter: Counter,
    counted_site: BuiltSite,
    sent: list[dict[str, list[str]]],
) -> None:
    page = opened(context, counted_site, "/blog/?utm_source=yandex&yclid=7")
    accept(page)
    record(page)
    page.goto(counted_site.address + PRODUCT)
    page.get_by_role("button", name="В корзину").click()
    page.get_by_role("link", name="В корзине: 1").click()
    expect(page.locator(".price.total")).to_be_visible()
    page.get_by_role("button", name="Больше").click()
    page.get_by_role("button", name="Больше").click()
    listens(page)
    page.locator("form[data-attributed] button").first.click()
    page.wait_for_url(f"{STAND_IN}**")
    (form,) = sent
    assert form["q"] == ["3"]
    assert [form["utm_source"], form["yclid"], len(form["cid"])] == [["yandex"], ["7"], 1]

    back = token(s=None, n=None, g=[["PV-103", 3]], p=35400000)
    page.goto(f"{counted_site.address}{PAID}?r={back}")
    assert shown(page)["order"] == "A-17"
    expect(page.locator("[data-said=goods]")).to_have_text(f"{NAME} × 3")
    steps = ["detail", "add", "add", "add", "checkout"]
    counter.arrives(
        page,
        [*(f"{step} PV-103" for step in steps), "purchase A-17"],
        ["product-view", *["cart-add"] * 3, "checkout", "purchase"],
    )
    goods = [said.popitem()[1]["products"] for said in counter.of("ecommerce")]
    names = {good["name"] for good, *_ in goods}
    assert names == {NAME}
    assert json.loads(kept(page)["cart"]) == {"v": 1, "goods": [], "paid": ["A-17"]}
