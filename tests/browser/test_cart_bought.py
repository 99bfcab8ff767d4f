"""Three things bought on a phone: from the cart through a failure to a paid order, twice."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from plugins.checkout.settings import STAND_IN
from tests.browser.built_site import BuiltSite
from tests.browser.carts import CART, HOB, MIXER_SKU, OVEN, cart_page, keeps, kept, record, settled
from tests.browser.paying import Checkout
from tests.browser.test_checkout import CONFIRM, FAILED, PAID, pay

GOODS = ((OVEN, 1), (HOB, 2), (MIXER_SKU, 1))
PAY = {"ru": "Перейти к оплате", "en": "Go to payment"}
STAYED = {"ru": "Корзина осталась на месте", "en": "Your cart is where you left it"}
both_languages = pytest.mark.parametrize("lang", ["ru", "en"])


@pytest.fixture(scope="module")
def browser(chromium: Callable[..., Browser], checkout: Checkout) -> Iterator[Browser]:
    browser = chromium(checkout.rule)
    yield browser
    browser.close()


@pytest.fixture
def visitor(browser: Browser) -> Iterator[BrowserContext]:
    size: Any = {"width": 360, "height": 640}
    context = browser.new_context(viewport=size, is_mobile=True, has_touch=True)
    keeps(context, record(*GOODS))
    yield context
    context.close()


def numbers(text: str) -> str:
    """The digits of a price, however it is written."""
    return re.sub(r"\D", "", text)


def ordered(page: Page, lang: str) -> str:
    """From the cart to the page of a new order; what was shown as the total."""
    button = page.get_by_role("button", name=PAY[lang])
    total = numbers(button.inner_text())
    button.click()
    page.wait_for_url(f"{STAND_IN}**")
    assert numbers(page.locator(".price").inner_text()) == total
    page.get_by_role("button", name=CONFIRM[lang]).click()
    page.wait_for_url("**/orders/*")
    return total


@both_languages
def test_a_cart_survives_a_failure_and_is_paid(
    site: BuiltSite, visitor: BrowserContext, checkout: Checkout, lang: str
) -> None:
    before, asked = len(checkout.orders), set()
    page = cart_page(visitor, site, lang=lang)
    page.on("request", lambda request: asked.add(urlsplit(request.url).netloc))
    total = ordered(page, lang)
    pay(page, "limit")

    expect(page.locator("h1")).to_have_text(FAILED[lang])
    expect(page.locator("#limit")).to_be_visible()
    expect(page.locator("main")).to_contain_text(STAYED[lang])
    page.locator(f"main a[href='{CART[lang]}']").first.click()
    settled(page)
    assert kept(page)["goods"] == [list(pair) for pair in GOODS]
    assert ordered(page, lang) == total
    pay(page, "success", way="sbp")

    expect(page.locator("h1")).to_have_text(PAID[lang])
    failed, paid = checkout.orders[before:]
    assert [(one.state, one.goods, one.cart) for one in (failed, paid)] == [
        ("failed", GOODS, True),
        ("paid", GOODS, True),
    ]
    assert str(paid.total) == total + "00"
    assert asked == {urlsplit(site.address).netloc, urlsplit(STAND_IN).netloc}
    page.goto(f"{site.address}{CART[lang]}")
    page.wait_for_selector("[data-when=empty]", state="visible")
    assert not (kept(page) or {}).get("goods")


def test_a_damaged_cart_comes_back_and_says_so(
    site: BuiltSite, visitor: BrowserContext, checkout: Checkout
) -> None:
    before = len(checkout.orders)
    page = cart_page(visitor, site)
    page.locator("form[data-attributed] input[name=t]").last.evaluate(
        "input => { input.value = input.value.slice(0, -2) }"
    )
    page.get_by_role("button", name=PAY["ru"]).click()
    page.wait_for_url(f"**{CART['ru']}#checkout-invalid")
    expect(page.locator("#checkout-invalid")).to_be_visible()
    settled(page)
    assert len(kept(page)["goods"]) == len(GOODS)
    assert len(checkout.orders) == before


def test_while_the_service_is_down_the_cart_stays_and_a_letter_is_offered(
    site: BuiltSite, chromium: Callable[..., Browser]
) -> None:
    browser = chromium(f"--host-resolver-rules=MAP {urlsplit(STAND_IN).netloc} 127.0.0.1:9")
    context = browser.new_context()
    keeps(context, record(*GOODS))
    page = cart_page(context, site)
    page.get_by_role("button", name=PAY["ru"]).click(no_wait_after=True)
    expect(page).to_have_url(re.compile("^chrome-error:"))
    page.go_back()
    settled(page)
    assert kept(page)["goods"] == [list(pair) for pair in GOODS]
    expect(page.locator("main a[href^='mailto:']").first).to_be_visible()
    browser.close()
