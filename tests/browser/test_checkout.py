"""Buying, end to end: from an article to a paid order, with script and without, ru and en."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from plugins.checkout.settings import STAND_IN
from tests.browser.built_site import BuiltSite
from tests.browser.paying import Checkout
from tests.browser.test_accessibility import violations
from tests.browser.test_quiet import OVERFLOW

ARTICLES = {"ru": "/blog/", "en": "/en/blog/"}
PRODUCTS = {"ru": "/products/", "en": "/en/products/"}
ORDER_URL = re.compile(r"/orders/\w+$")
CONFIRM = {"ru": "Подтвердить заказ", "en": "Confirm the order"}
PAID = {"ru": "Заказ оплачен", "en": "Your order is paid"}
FAILED = {"ru": "Оплата не прошла", "en": "The payment did not go through"}
both_languages = pytest.mark.parametrize("lang", ["ru", "en"])


@pytest.fixture(scope="module")
def browser(chromium: Callable[..., Browser], checkout: Checkout) -> Iterator[Browser]:
    """Chromium that finds the stand-in of these tests where links of the site lead."""
    browser = chromium(checkout.rule)
    yield browser
    browser.close()


@pytest.fixture(params=["script", "no script"])
def visitor(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    """Somebody on a phone, with script and without."""
    scripted = request.param == "script"
    size: Any = {"width": 360, "height": 640}
    context = browser.new_context(java_script_enabled=scripted, viewport=size)
    yield context
    context.close()


def watched(visitor: BrowserContext, asked: list[str]) -> Page:
    page = visitor.new_page()
    page.on("request", lambda request: asked.append(urlsplit(request.url).netloc))
    return page


def article_with_goods(site: BuiltSite, lang: str) -> str:
    """The address of the first article that leads to a product."""
    for file in site.pages:
        path = "/" + site.path(file)
        text = file.read_text("utf-8").partition("<main")[2].partition("</main>")[0]
        inside = path.startswith(ARTICLES[lang]) and "og:type" in file.read_text("utf-8")
        if inside and re.search(f'href="{PRODUCTS[lang]}[^"/]+/"', text):
            return site.address + path
    raise AssertionError("no article leads to a product")


def a_product(site: BuiltSite, lang: str) -> str:
    """The address of the first product that can be bought."""
    for file in site.pages:
        path = "/" + site.path(file)
        if path.startswith(PRODUCTS[lang]) and STAND_IN in file.read_text("utf-8"):
            return site.address + path
    raise AssertionError("nothing can be bought")


def said(page: Page, css: str) -> str:
    """What stands there, every space the same."""
    return " ".join(page.locator(css).first.inner_text().split())


def to_checkout(page: Page) -> None:
    page.locator(".act .button").first.click()
    page.wait_for_url(f"{STAND_IN}**")


def pay(page: Page, answer: str, way: str = "mir") -> None:
    page.check(f"input[name=way][value={way}]")
    page.check(f"input[name=answer][value='{answer}']")
    page.locator("button").click()


def order_of(page: Page, product: str, lang: str) -> None:
    """From a product's page to the page of a new order."""
    page.goto(product)
    to_checkout(page)
    page.get_by_role("button", name=CONFIRM[lang]).click()
    page.wait_for_url("**/orders/*")


@both_languages
def test_from_an_article_through_a_failure_to_a_paid_order(
    site: BuiltSite, visitor: BrowserContext, checkout: Checkout, lang: str
) -> None:
    asked: list[str] = []
    before = len(checkout.orders)
    page = watched(visitor, asked)
    page.goto(article_with_goods(site, lang))
    page.locator(f"main a[href^='{PRODUCTS[lang]}']:not([href='{PRODUCTS[lang]}'])").first.click()
    price = said(page, ".deal .price")
    name = said(page, "h1")
    to_checkout(page)
    assert said(page, ".price") == price
    assert name in said(page, "main")
    assert len(checkout.orders) == before
    page.get_by_role("button", name=CONFIRM[lang]).click()
    pay(page, "limit")

    expect(page.locator("h1")).to_have_text(FAILED[lang])
    assert page.url.endswith("#limit")
    expect(page.locator("#limit")).to_be_visible()
    expect(page.locator("#funds")).to_be_hidden()
    assert price in said(page, "main")
    assert name in said(page, "main")
    assert page.locator("main a[href^='tel:']").first.is_visible()
    to_checkout(page)
    page.get_by_role("button", name=CONFIRM[lang]).click()
    pay(page, "success", way="sbp")

    expect(page.locator("h1")).to_have_text(PAID[lang])
    failed, paid = checkout.orders[before:]
    assert [(o.state, o.reason) for o in (failed, paid)] == [("failed", "limit"), ("paid", "")]
    assert failed.goods == paid.goods
    assert set(asked) == {urlsplit(site.address).netloc, urlsplit(STAND_IN).netloc}


def test_a_double_click_buys_once(
    site: BuiltSite, visitor: BrowserContext, checkout: Checkout
) -> None:
    before = len(checkout.orders)
    page = visitor.new_page()
    page.goto(a_product(site, "ru"))
    to_checkout(page)
    page.get_by_role("button", name=CONFIRM["ru"]).dblclick(no_wait_after=True)
    expect(page).to_have_url(ORDER_URL)  # the second press aborts the first answer
    page.check("input[name=answer][value=success]")
    page.locator("button").dblclick(no_wait_after=True)
    expect(page.locator("h1")).to_have_text(PAID["ru"])
    assert [order.state for order in checkout.orders[before:]] == ["paid"]


def test_a_step_back_and_again_is_the_same_order(
    site: BuiltSite, visitor: BrowserContext, checkout: Checkout
) -> None:
    before = len(checkout.orders)
    page = visitor.new_page()
    order_of(page, a_product(site, "ru"), "ru")
    order = page.url
    page.go_back()
    page.get_by_role("button", name=CONFIRM["ru"]).click()
    page.wait_for_url("**/orders/*")
    assert page.url == order
    pay(page, "success")
    expect(page.locator("h1")).to_have_text(PAID["ru"])
    page.go_back()
    page.locator("button").click()
    expect(page.locator("h1")).to_have_text(PAID["ru"])
    assert [found.state for found in checkout.orders[before:]] == ["paid"]


def test_a_slow_bank_is_waited_for(
    site: BuiltSite, visitor: BrowserContext, checkout: Checkout
) -> None:
    page = visitor.new_page()
    order_of(page, a_product(site, "en"), "en")
    pay(page, "slow")
    expect(page.locator("h1")).to_have_text("Waiting for the bank")
    with page.expect_navigation():
        page.locator("button").click()
    expect(page.locator("h1")).to_have_text("Waiting for the bank")
    checkout.clock.passes(seconds=6)
    page.locator("button").click()
    expect(page.locator("h1")).to_have_text(PAID["en"])


def test_other_ends_have_their_pages(
    site: BuiltSite, visitor: BrowserContext, checkout: Checkout
) -> None:
    page, second = visitor.new_page(), visitor.new_page()
    product = a_product(site, "ru")
    order_of(page, product, "ru")
    second.goto(page.url)
    pay(page, "cancelled")
    expect(page.locator("h1")).to_have_text("Вы отменили оплату")
    pay(second, "success")
    expect(second.locator("h1")).to_have_text(PAID["ru"])

    order_of(page, product, "ru")
    second.goto(page.url)
    pay(page, "success")
    pay(second, "funds")
    expect(second.locator("h1")).to_have_text("Этот заказ уже оплачен")

    order_of(page, product, "ru")
    checkout.clock.passes(hours=1)
    pay(page, "success")
    expect(page.locator("h1")).to_have_text("Время на оплату вышло")


def test_a_link_that_is_not_believed_leads_to_the_product_and_says_so(
    site: BuiltSite, visitor: BrowserContext, checkout: Checkout
) -> None:
    page = visitor.new_page()
    product = a_product(site, "ru")
    page.goto(product)
    link = page.locator(".act .button").get_attribute("href") or ""
    expect(page.locator("#checkout-invalid")).to_be_hidden()
    page.goto(link[:-3] + ("AAA" if link[-3:] != "AAA" else "BBB"))
    assert page.url == f"{product}#checkout-invalid"
    expect(page.locator("#checkout-invalid")).to_be_visible()
    expect(page.locator("#checkout-expired")).to_be_hidden()


def test_who_cannot_reach_the_service_finds_other_ways_by_the_button(
    site: BuiltSite, visitor: BrowserContext
) -> None:
    page = visitor.new_page()
    page.goto(a_product(site, "ru"))
    beside = page.locator(".deal p", has_text="Не открывается оплата?")
    expect(beside).to_be_visible()
    assert beside.locator("a[href^='mailto:']").is_visible()
    assert beside.locator("a[href^='tel:']").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@both_languages
def test_every_page_of_a_purchase_is_accessible_on_the_narrowest_screen(
    site: BuiltSite, browser: Browser, lang: str, scheme: Any
) -> None:
    size: Any = {"width": 320, "height": 640}
    page = browser.new_page(color_scheme=scheme, viewport=size)
    found: list[str] = []

    def look() -> None:
        found.extend(f"{page.url[:80]}: {line}" for line in violations(page))
        found.extend(f"{page.url[:80]}: {line}" for line in page.evaluate(OVERFLOW))

    page.goto(a_product(site, lang))
    to_checkout(page)
    look()
    page.get_by_role("button", name=CONFIRM[lang]).click()
    page.wait_for_url("**/orders/*")
    look()
    order = page.url
    for answer in ("confirmation", "slow"):
        page.goto(order)
        with page.expect_navigation():
            pay(page, answer)
        look()
    page.goto(STAND_IN)
    look()
    page.goto(f"{STAND_IN}nowhere")
    look()
    page.close()
    assert not found, "\n".join(found)


def test_pages_for_those_who_come_back_are_not_found_by_search_engines(site: BuiltSite) -> None:
    registered = Path(site.folder, ".well-known/checkout-returns.json").read_text("utf-8")
    paths = [
        path for pages in json.loads(registered)["returns"].values() for path in pages.values()
    ]
    assert len(paths) == 10
    sitemap = (site.folder / "sitemap.xml").read_text("utf-8")
    for path in (registered_path.replace("{sku}/", "") for registered_path in paths):
        html = (site.folder / path.lstrip("/") / "index.html").read_text("utf-8")
        assert '<meta name="robots" content="noindex">' in html
        assert path not in sitemap
