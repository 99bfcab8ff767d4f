"""A visitor whose visit is counted: what they do, and what is found in their browser."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import BrowserContext, Page, Route

from tests.browser.built_site import BuiltSite
from tests.browser.counter import Counter

# A page without goods, one that sells, and another place of ours
PLAIN, PRODUCT, OTHER = "/dostavka/", "/products/spiralnyy-testomes-30-litrov/", "/o-kompanii/"
BUY = ".act .button"
PUSH = "([name, more]) => (window.happened ||= []).push({ name, ...more })"
KEPT = """() => ({...localStorage, ...Object.fromEntries(
    Object.entries(sessionStorage).map(([key, value]) => ['session ' + key, value]))})"""


def visitor(context: BrowserContext, counter: Counter) -> BrowserContext:
    """A browser whose counter is ours, and whose cart is silent: these tests say what happens."""
    counter.route(context)
    context.route("**/cart.js*", lambda route: route.fulfill(content_type="text/javascript"))
    return context


def opened(context: BrowserContext, site: BuiltSite, path: str = PLAIN) -> Page:
    """A page in a new tab."""
    page = context.new_page()
    page.goto(site.address + path)
    return page


def accept(page: Page) -> None:
    """Press «Принять», and wait until what comes after it listens."""
    page.locator("#choice [value=all]").click()
    listens(page)


def listens(page: Page) -> None:
    """Wait until visit.js has taken what happened on the page, and takes all that follows."""
    page.wait_for_function("() => window.happened && Object.hasOwn(happened, 'push')")


def refuse(page: Page) -> None:
    """Open the question again and press «Только необходимые»."""
    page.locator("[data-choice]").first.wait_for()
    if not page.locator("#choice").is_visible():
        page.locator("[data-choice]").first.click()
    page.locator("#choice [value=necessary]").click()


def unanswered(_: Route) -> None:
    """What becomes of a request that waits for ever."""


def happens(page: Page, name: str, *skus: str, **more: Any) -> None:
    """Something happens with goods, as scripts of pages tell it."""
    goods = [{"id": sku, "name": f"Печь {sku}", "price": 100, "quantity": 1} for sku in skus]
    page.evaluate(PUSH, [name, {"goods": goods, **more} if goods else more])


def kept(page: Page) -> dict[str, Any]:
    """Everything that this site keeps in the browser but cookies."""
    found: dict[str, Any] = page.evaluate(KEPT)
    return found


def waiting(page: Page) -> list[str]:
    """Events that have not gone yet."""
    return sorted(key for key in kept(page) if key.startswith("visit."))
