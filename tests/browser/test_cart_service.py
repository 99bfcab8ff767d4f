"""A cart at the payment service, in a browser: the order page, a step back, a double click."""

from __future__ import annotations

import json
import re
import socket
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect

from plugins.checkout.settings import STAND_IN
from tests.browser.built_site import BuiltSite
from tests.browser.paying import Checkout
from tests.browser.test_accessibility import violations
from tests.browser.test_checkout import CONFIRM, FAILED, ORDER_URL, PAID, a_product, pay
from tests.browser.test_quiet import OVERFLOW

FORM = """<form method="post" action="{to}"><input name="lang" value="{lang}">{fields}
<button>x</button></form>"""
FIELD = '<input name="t" value="{token}"><input name="q" value="{quantity}">'
NOT_OPEN = {"ru": "Не открывается оплата?", "en": "The payment page does not open?"}
both_languages = pytest.mark.parametrize("lang", ["ru", "en"])


@pytest.fixture(scope="module")
def browser(chromium: Callable[..., Browser], checkout: Checkout) -> Iterator[Browser]:
    browser = chromium(checkout.rule)
    yield browser
    browser.close()


@pytest.fixture(params=["script", "no script"])
def visitor(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    """Somebody on a phone, with script and without."""
    size: Any = {"width": 360, "height": 640}
    context = browser.new_context(java_script_enabled=request.param == "script", viewport=size)
    yield context
    context.close()


def goods(site: BuiltSite, lang: str) -> dict[str, str]:
    """The page and the token of everything that is sold, as the site's own pages have them."""
    catalogue = json.loads((site.folder / ".well-known/checkout-catalogue.json").read_text("utf-8"))
    paths = [one["pages"][lang] for one in catalogue["products"] if one["sold"]]
    html = {path: (site.folder / path[1:] / "index.html").read_text("utf-8") for path in paths}
    found = {path: re.search(r"\?t=([\w.-]+)", text) for path, text in html.items()}
    return {path: token[1] for path, token in found.items() if token}


def send(page: Page, tokens: list[str], lang: str) -> None:
    """As a cart does it: a form with a token and a quantity for each item."""
    fields = "".join(FIELD.format(token=token, quantity=2) for token in tokens)
    page.set_content(FORM.format(to=STAND_IN, lang=lang, fields=fields))
    with page.expect_navigation():
        page.locator("button").click()


@both_languages
def test_a_cart_fails_and_is_paid(
    site: BuiltSite, visitor: BrowserContext, checkout: Checkout, lang: str
) -> None:
    before, page = len(checkout.orders), visitor.new_page()
    tokens = list(goods(site, lang).values())
    send(page, tokens, lang)
    assert page.locator(".goods li").count() == len(tokens) >= 3
    assert len(checkout.orders) == before
    total = page.locator(".price").inner_text()
    page.get_by_role("button", name=CONFIRM[lang]).dblclick(no_wait_after=True)
    expect(page).to_have_url(ORDER_URL)  # the second press aborts the first answer
    assert page.locator(".price").inner_text() == total
    order = page.url
    pay(page, "limit")
    expect(page.locator("h1")).to_have_text(FAILED[lang])
    expect(page.locator("#limit")).to_be_visible()
    page.goto(order)
    pay(page, "success", way="sbp")
    expect(page.locator("h1")).to_have_text(PAID[lang])
    [made] = checkout.orders[before:]
    assert (made.state, made.way, len(made.goods)) == ("paid", "sbp", len(tokens))


def test_a_step_back_shows_the_form_again_and_makes_no_second_order(
    site: BuiltSite, visitor: BrowserContext, checkout: Checkout
) -> None:
    before, page = len(checkout.orders), visitor.new_page()
    send(page, list(goods(site, "ru").values()), "ru")
    page.get_by_role("button", name=CONFIRM["ru"]).click()
    page.wait_for_url("**/orders/*")
    order = page.url
    page.go_back()
    page.get_by_role("button", name=CONFIRM["ru"]).click()
    page.wait_for_url("**/orders/*")
    assert page.url == order
    assert len(checkout.orders) == before + 1


def test_an_e_mail_that_is_none_is_said_and_can_be_corrected(
    site: BuiltSite, visitor: BrowserContext, checkout: Checkout
) -> None:
    before, page = len(checkout.orders), visitor.new_page()
    send(page, list(goods(site, "ru").values()), "ru")
    page.fill("#email", "anna@example")
    page.get_by_role("button", name=CONFIRM["ru"]).click()
    expect(page.locator(".wrong")).to_be_visible()
    expect(page.locator("#email")).to_be_focused()
    assert len(checkout.orders) == before
    page.fill("#email", "anna@example.com")
    page.get_by_role("button", name=CONFIRM["ru"]).click()
    page.wait_for_url("**/orders/*")
    assert [order.email for order in checkout.orders[before:]] == ["anna@example.com"]


def test_a_damaged_cart_leads_back_to_the_site(site: BuiltSite, visitor: BrowserContext) -> None:
    page = visitor.new_page()
    tokens = list(goods(site, "en").values())
    send(page, [*tokens[:2], tokens[2][:-3]], "en")
    assert page.url.startswith(f"{site.address}/")
    assert page.url.endswith("#checkout-invalid")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@both_languages
def test_the_page_of_a_cart_is_accessible_on_the_narrowest_screen(
    site: BuiltSite, browser: Browser, lang: str, scheme: Any
) -> None:
    size: Any = {"width": 320, "height": 640}
    page = browser.new_page(color_scheme=scheme, viewport=size)
    found: list[str] = []

    def look() -> None:
        found.extend(f"{page.url[:80]}: {line}" for line in violations(page))
        found.extend(f"{page.url[:80]}: {line}" for line in page.evaluate(OVERFLOW))

    send(page, list(goods(site, lang).values()), lang)
    look()
    page.fill("#email", "x")
    with page.expect_navigation():
        page.get_by_role("button", name=CONFIRM[lang]).click()
    look()
    page.fill("#email", "anna@example.com")
    page.get_by_role("button", name=CONFIRM[lang]).click()
    page.wait_for_url("**/orders/*")
    look()
    page.goto(STAND_IN)
    look()
    page.close()
    assert not found, "\n".join(found)


@both_languages
def test_while_the_service_is_down_the_page_stands_and_says_what_to_do(
    site: BuiltSite, chromium: Callable[..., Browser], lang: str
) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        rule = f"--host-resolver-rules=MAP {STAND_IN[7:-1]} 127.0.0.1:{closed.getsockname()[1]}"
        browser = chromium(rule)
        page = browser.new_page(java_script_enabled=False)
        product = a_product(site, lang)
        page.goto(product)
        link = page.locator(".act .button").first.get_attribute("href") or ""
        with pytest.raises(Error, match="ERR_CONNECTION_REFUSED"):
            page.goto(link)
        page.wait_for_url("chrome-error://**")
        page.go_back()
        assert page.url == product
        beside = page.locator(".deal p", has_text=NOT_OPEN[lang])
        expect(beside).to_be_visible()
        assert beside.locator("a[href^='tel:']").is_visible()
        subject = beside.locator("a[href^='mailto:']").get_attribute("href") or ""
        assert "subject=" in subject
        browser.close()
