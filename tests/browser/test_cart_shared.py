"""The cart between visitors, tabs and visits: links, what was bought, what another tab wrote."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from tests.browser.built_site import BuiltSite
from tests.browser.carts import (
    HOB,
    MIXER_SKU,
    OVEN,
    cart_page,
    fragment,
    keeps,
    kept,
    product_page,
    record,
    said,
)


@pytest.fixture
def visitor(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 360, "height": 640})
    yield context
    context.close()


def test_a_cart_is_shared_as_a_link(browser: Browser, site: BuiltSite) -> None:
    first = browser.new_context()
    keeps(first, record((HOB, 2), (MIXER_SKU, 1)))
    page = cart_page(first, site)
    page.get_by_role("button", name="Поделиться корзиной").click()
    link = page.get_by_label("Ссылка на эту корзину").input_value()
    assert link == f"{site.address}/korzina/#cart=PV-102*2~PV-103*1"
    first.close()

    second = browser.new_context()
    page = cart_page(second, site, link.removeprefix(f"{site.address}/korzina/"))
    assert kept(page)["goods"] == [[HOB, 2], [MIXER_SKU, 1]]
    assert fragment(page) == ""
    second.close()


def test_a_phone_shares_by_its_own_menu(visitor: BrowserContext, site: BuiltSite) -> None:
    visitor.add_init_script("navigator.share = async what => { window.shared = what }")
    keeps(visitor, record((HOB, 2)))
    page = cart_page(visitor, site)
    page.get_by_role("button", name="Поделиться корзиной").click()

    assert page.evaluate("window.shared.url") == f"{site.address}/korzina/#cart=PV-102*2"
    expect(page.get_by_label("Ссылка на эту корзину")).to_be_hidden()


@pytest.mark.parametrize("gone", ["undefined", "{writeText: () => Promise.reject()}"])
def test_where_nothing_may_be_copied_the_link_can_be_read(
    visitor: BrowserContext, site: BuiltSite, gone: str
) -> None:
    visitor.add_init_script(f"Object.defineProperty(navigator, 'clipboard', {{value: {gone}}})")
    keeps(visitor, record((HOB, 2)))
    page = cart_page(visitor, site)
    page.get_by_role("button", name="Поделиться корзиной").click()

    expect(page.get_by_label("Ссылка на эту корзину")).to_be_focused()
    expect(page.get_by_text("Скопировано.")).to_be_hidden()


@pytest.mark.parametrize(
    ("button", "goods"),
    [
        ("Добавить к моей", [[OVEN, 1], [HOB, 3], [MIXER_SKU, 1]]),
        ("Заменить мою", [[HOB, 2], [MIXER_SKU, 1]]),
        ("Оставить мою", [[OVEN, 1], [HOB, 1]]),
    ],
)
def test_a_link_never_overwrites_a_cart_silently(
    visitor: BrowserContext, site: BuiltSite, button: str, goods: list[Any]
) -> None:
    mine = [[OVEN, 1], [HOB, 1]]
    keeps(visitor, json.dumps({"v": 1, "goods": mine}))
    page = cart_page(visitor, site, "#cart=PV-102*2~PV-103*1")
    assert (said(page), kept(page)["goods"]) == (["offer"], mine)
    page.reload()
    assert kept(page)["goods"] == mine
    page.get_by_role("button", name=button).click()

    assert kept(page)["goods"] == goods
    assert fragment(page) == ""
    if goods != mine:
        page.get_by_role("button", name="Вернуть как было").click()
        assert kept(page)["goods"] == mine


def test_two_tabs_are_in_step(visitor: BrowserContext, site: BuiltSite) -> None:
    cart = cart_page(visitor, site)
    product = product_page(visitor, site)
    product.get_by_role("button", name="В корзину").click()
    expect(cart.locator(".rows > li")).to_have_count(1)
    cart.get_by_role("button", name="Больше").click()
    expect(product.get_by_role("link", name="В корзине: 2")).to_be_visible()
    # Each change begins with what is stored, whatever this page has shown
    cart.evaluate("localStorage.cart = localStorage.cart.replace('[[', '[[\"PV-101\",4],[')")
    cart.get_by_role("button", name="Больше: Спиральный").click()
    assert kept(cart)["goods"] == [[OVEN, 4], [MIXER_SKU, 3]]


def test_a_link_beside_a_cart_that_may_not_be_written_is_joined(
    visitor: BrowserContext, site: BuiltSite
) -> None:
    keeps(visitor, json.dumps({"v": 2, "goods": [[OVEN, 1]]}))
    page = cart_page(visitor, site, f"#cart={MIXER_SKU}*1")
    page.get_by_role("button", name="Добавить к моей").click()
    assert fragment(page) == f"cart={OVEN}*1~{MIXER_SKU}*1"


def test_where_nothing_is_kept_a_reload_of_a_product_keeps_the_cart(
    visitor: BrowserContext, site: BuiltSite
) -> None:
    visitor.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('full') }")
    page = product_page(visitor, site)
    page.get_by_role("button", name="В корзину").click()
    page.reload()
    expect(page.get_by_role("link", name="В корзине: 1")).to_be_visible()


def test_a_double_click_adds_and_stays(visitor: BrowserContext, site: BuiltSite) -> None:
    page = product_page(visitor, site)
    page.get_by_role("button", name="В корзину").dblclick()
    expect(page.get_by_role("link", name="В корзине: 1")).to_be_visible()
    page.wait_for_timeout(300)
    assert urlsplit(page.url).path.startswith("/products/")
