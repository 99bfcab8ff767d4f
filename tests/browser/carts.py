"""What tests of the cart share: visitors, the page of the cart, what is stored."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import BrowserContext, Locator, Page

from tests.browser.built_site import BuiltSite

CART = {"ru": "/korzina/", "en": "/en/cart/"}
MIXER = "/products/spiralnyy-testomes-30-litrov/"
OVEN, HOB, MIXER_SKU, TABLE = "PV-101", "PV-102", "PV-103", "PV-204"
# No-break spaces of prices, written as plain ones in tests
NO_BREAK = "\u00a0"


def kept(page: Page) -> Any:
    """What the browser keeps of the cart, read as JSON; None where nothing is kept."""
    text = page.evaluate("localStorage.getItem('cart')")
    return json.loads(text) if text else None


def keeps(context: BrowserContext, text: str) -> None:
    """A browser that comes with this record; the page may change it afterwards."""
    once = "if (!sessionStorage.came) { sessionStorage.came = 1; localStorage.setItem('cart', %s) }"
    context.add_init_script(once % json.dumps(text))


def fragment(page: Page) -> str:
    """What stands behind the # of the address, as the page itself has it now."""
    found: str = page.evaluate("location.hash.slice(1)")
    return found


def record(*goods: tuple[str, int]) -> str:
    return json.dumps({"v": 1, "goods": [list(pair) for pair in goods]}, separators=(",", ":"))


def cart_page(context: BrowserContext, site: BuiltSite, link: str = "", lang: str = "ru") -> Page:
    """The page of the cart, once every row knows what it is."""
    page = context.new_page()
    page.goto(f"{site.address}{CART[lang]}{link}")
    settled(page)
    return page


def product_page(visitor: BrowserContext, site: BuiltSite, path: str = MIXER) -> Page:
    page = visitor.new_page()
    page.goto(f"{site.address}{path}")
    return page


def settled(page: Page) -> None:
    page.wait_for_selector("[data-goods][data-state]:not([data-state=loading])", state="attached")


def rows(page: Page) -> list[tuple[str, str]]:
    """Every row as its link's words and its quantity."""
    found = page.locator(".rows > li")
    return [
        (text(row.locator("a").first), row.locator("input").input_value()) for row in found.all()
    ]


def quantities(page: Page) -> list[str]:
    return [quantity for _, quantity in rows(page)]


def text(part: Locator) -> str:
    return part.inner_text().replace(NO_BREAK, " ")


def total(page: Page) -> str:
    return text(page.locator("p.total"))


def said(page: Page) -> list[str]:
    """Which messages of the page a visitor sees, by their names."""
    names: list[str] = page.evaluate(
        "[...document.querySelectorAll('[data-say]')].filter(e => e.checkVisibility())"
        ".map(e => e.dataset.say)"
    )
    return names
