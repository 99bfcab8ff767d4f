"""Whatever comes by a link or stands in the browser's storage: nothing is lost, and it is said."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.built_site import BuiltSite
from tests.browser.carts import (
    HOB,
    MIXER,
    MIXER_SKU,
    OVEN,
    cart_page,
    fragment,
    keeps,
    kept,
    product_page,
    quantities,
    record,
    rows,
    said,
    settled,
)

FORBIDDEN = """
for (const name of ['localStorage', 'sessionStorage'])
    Object.defineProperty(window, name, { get() { throw new DOMException('no', 'SecurityError') } })
"""
FULL = """
Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }
"""


@pytest.fixture
def visitor(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 360, "height": 640})
    yield context
    context.close()


@pytest.mark.parametrize(
    ("link", "goods"),
    [
        ("PV-102*-2", [[HOB, 1]]),
        ("PV-102*0", [[HOB, 1]]),
        ("PV-102*1.5", [[HOB, 1]]),
        ("PV-102*1000000000", [[HOB, 99]]),
        ("PV-102*", [[HOB, 1]]),
        ("PV-102*NaN~PV-103*2", [[HOB, 1], [MIXER_SKU, 2]]),
        ("PV-102*2*3~<img src=x>*1", [[HOB, 2]]),
        ("%%%~PV-102*3", [[HOB, 3]]),
        ("../../etc*1~PV-102*1~__proto__*1", [[HOB, 1]]),
        ("PV-102*2&price=1", [[HOB, 1]]),
    ],
)
def test_nonsense_in_a_link_is_mended_and_said(
    visitor: BrowserContext, site: BuiltSite, link: str, goods: list[Any]
) -> None:
    page = cart_page(visitor, site, f"#cart={link}")
    page.wait_for_function(f"() => (localStorage.cart || '').includes('{json.dumps(goods)[1:6]}')")

    assert kept(page)["goods"] == goods
    assert "odd" in said(page)
    assert page.locator("img[src=x]").count() == 0


@pytest.mark.parametrize("link", ["", "~~~", "*", "<script>alert(1)</script>", "%FF", "💰*2"])
def test_a_link_of_nothing_but_nonsense_leaves_the_cart_alone(
    visitor: BrowserContext, site: BuiltSite, link: str
) -> None:
    keeps(visitor, record((HOB, 2)))
    page = cart_page(visitor, site, f"#cart={quote(link, safe='*~%<>')}")

    assert kept(page)["goods"] == [[HOB, 2]]
    assert quantities(page) == ["2"]


def test_doubles_in_a_link_are_one_row(visitor: BrowserContext, site: BuiltSite) -> None:
    page = cart_page(visitor, site, "#cart=PV-102*2~PV-103*1~PV-102*3")
    assert kept(page)["goods"] == [[HOB, 5], [MIXER_SKU, 1]]


def test_a_link_with_percent_signs_of_a_messenger(visitor: BrowserContext, site: BuiltSite) -> None:
    page = cart_page(visitor, site, "#cart=PV-102%2A2%7EPV-103%2A1")
    assert kept(page)["goods"] == [[HOB, 2], [MIXER_SKU, 1]]


def test_a_full_cart_says_so(visitor: BrowserContext, site: BuiltSite) -> None:
    goods = [(f"X-{n}", 1) for n in range(100)]
    keeps(visitor, record(*goods))
    page = product_page(visitor, site)
    page.get_by_role("button", name="В корзину").click()
    page.wait_for_url("**/korzina/#cart-full")

    expect(page.locator("#cart-full")).to_contain_text("Корзина полна")
    assert kept(page)["goods"] == [list(pair) for pair in goods]


def test_ten_thousand_items_in_a_link(visitor: BrowserContext, site: BuiltSite) -> None:
    link = "~".join(["PV-102*1", *(f"X-{n}*1" for n in range(10_000))])
    page = cart_page(visitor, site, f"#cart={link}")

    assert len(kept(page)["goods"]) == 100
    assert said(page) == ["odd"]
    assert page.locator(".till form").is_visible()


def test_unknown_goods_keep_their_row_and_the_rest_can_be_paid(
    visitor: BrowserContext, site: BuiltSite
) -> None:
    page = cart_page(visitor, site, "#cart=NO-SUCH*2~PV-102*1")

    assert [words for words, _ in rows(page)] == ["NO-SUCH", "Настольная индукционная плита 5 кВт"]
    expect(page.locator("[data-when=missing]:visible")).to_have_count(1)
    expect(page.locator(".till form [name=q]")).to_have_count(1)


def test_goods_out_of_stock_are_not_paid(visitor: BrowserContext, site: BuiltSite) -> None:
    keeps(visitor, record(("PV-204", 2)))
    page = cart_page(visitor, site)

    expect(page.get_by_text("Сейчас нет в наличии: в сумму")).to_be_visible()
    expect(page.get_by_text("Ничего из этого сейчас купить нельзя.")).to_be_visible()
    expect(page.locator(".till form")).to_be_hidden()


@pytest.mark.parametrize(("typed", "quantity"), [("0", 1), ("-3", 1), ("1e9", 99), ("1.5", 2)])
def test_a_wrong_quantity_is_mended_and_said(
    visitor: BrowserContext, site: BuiltSite, typed: str, quantity: int
) -> None:
    keeps(visitor, record((HOB, 2)))
    page = cart_page(visitor, site)
    page.get_by_role("spinbutton").fill(typed)
    page.keyboard.press("Tab")

    assert kept(page)["goods"] == [[HOB, quantity]]
    assert quantities(page) == [str(quantity)]
    expect(page.get_by_text("За один раз можно взять от 1 до 99")).to_be_visible()


@pytest.mark.parametrize(
    "text",
    [
        '{"v":0,"goods":[["PV-102",2]]}',
        '{"v":0,"goods":{"PV-102":2}}',
        '[["PV-102",2]]',
        '[{"sku":"PV-102","quantity":2}]',
        '{"PV-102":2}',
        '{"v":1,"goods":[["PV-102",2],["PV-1',
        '{"v":1,"goods":[["PV-102",2],[null,3],["PV-103"',
    ],
)
def test_an_older_or_damaged_record_is_read(
    visitor: BrowserContext, site: BuiltSite, text: str
) -> None:
    keeps(visitor, text)
    page = cart_page(visitor, site)
    assert quantities(page) == ["2"]
    page.get_by_role("button", name="Больше").click()

    assert kept(page) == {"v": 1, "goods": [[HOB, 3]]}
    assert ("mended" in said(page)) == (not text.endswith(("]", "}")))


@pytest.mark.parametrize("text", ["null", "5", '"PV-102"', "{", "undefined", "\u0000", "[]", "{}"])
def test_a_record_of_nothing_is_an_empty_cart(
    visitor: BrowserContext, site: BuiltSite, text: str
) -> None:
    keeps(visitor, text)
    page = cart_page(visitor, site)
    expect(page.get_by_text("Корзина пуста.")).to_be_visible()


def test_a_record_of_a_newer_version_is_not_destroyed(
    visitor: BrowserContext, site: BuiltSite
) -> None:
    newer = '{"v":2,"goods":[["PV-102",2]],"notes":{"PV-102":"x"}}'
    keeps(visitor, newer)
    page = cart_page(visitor, site)
    assert said(page) == ["newer"]
    page.get_by_role("button", name="Больше").click()

    assert quantities(page) == ["3"]
    assert page.evaluate("localStorage.cart") == newer
    assert fragment(page) == "cart=PV-102*3"


def test_where_storage_is_forbidden_the_cart_travels_in_links(
    visitor: BrowserContext, site: BuiltSite
) -> None:
    visitor.add_init_script(FORBIDDEN)
    page = product_page(visitor, site, MIXER)
    page.get_by_role("button", name="В корзину").click()
    page.locator("nav").get_by_role("link", name="Товары").first.click()
    page.wait_for_url("**/products/*")
    page.locator(f".add:has([data-sku={HOB}]) button").click()
    page.locator("header [data-cart]").click()
    page.wait_for_url("**/korzina/*")
    settled(page)

    assert [quantity for _, quantity in rows(page)] == ["1", "1"]
    assert said(page) == ["unkept"]
    page.get_by_role("button", name="Больше").first.click()
    page.reload()
    settled(page)
    assert quantities(page) == ["2", "1"]
    expect(page.locator(".till form [name=t]")).to_have_count(2)


def test_full_storage_costs_nothing(visitor: BrowserContext, site: BuiltSite) -> None:
    keeps(visitor, record((HOB, 1)))
    page = cart_page(visitor, site)
    page.evaluate(f"() => {{ {FULL} }}")
    page.get_by_role("button", name="Больше").click()

    assert quantities(page) == ["2"]
    assert said(page) == ["unkept"]
    assert fragment(page) == "cart=PV-102*2"
    assert kept(page)["goods"] == [[HOB, 1]]


def test_stored_text_is_never_html(visitor: BrowserContext, site: BuiltSite) -> None:
    keeps(visitor, json.dumps({"v": 1, "goods": [["<img src=x onerror=alert(1)>", 1], [OVEN, 1]]}))
    page = cart_page(visitor, site)
    assert len(rows(page)) == 1


def opened(page: Page, link: str) -> None:
    page.evaluate("link => { location.hash = link }", link)


def test_a_link_opened_in_the_same_tab_asks_as_well(
    visitor: BrowserContext, site: BuiltSite
) -> None:
    keeps(visitor, record((HOB, 1)))
    page = cart_page(visitor, site)
    opened(page, "cart=PV-103*1")
    expect(page.get_by_role("button", name="Заменить мою")).to_be_visible()
    assert kept(page)["goods"] == [[HOB, 1]]
