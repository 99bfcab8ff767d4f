"""The cart is light, quiet and open to everybody: size, layout, hosts, axe, no script."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from tests.browser.built_site import BuiltSite
from tests.browser.carts import HOB, MIXER, MIXER_SKU, cart_page, keeps, record
from tests.browser.test_accessibility import violations
from tests.browser.test_consent import SHIFTS
from tests.browser.test_keyboard import INTERACTIVE, NUMBER, tabbed
from tests.browser.test_quiet import sticks_out

ASKED = """[performance.getEntriesByType('resource').find(e => /cart\\.js/.test(e.name)),
    performance.getEntriesByName('first-paint')[0]]"""
# No script comes because a while has passed: only because the browser told of the frame
TOLD_ALONE = """
const later = setTimeout
window.setTimeout = (job, time) => (time < 1500 ? later(job, time) : 0)
"""

both_languages = pytest.mark.parametrize("lang", ["ru", "en"])


@pytest.fixture
def visitor(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 360, "height": 640})
    yield context
    context.close()


@pytest.mark.parametrize("path", ["/", "/products/", MIXER, "/korzina/"])
def test_nothing_moves_and_nobody_else_is_asked(
    visitor: BrowserContext, site: BuiltSite, path: str
) -> None:
    keeps(visitor, record((HOB, 2), (MIXER_SKU, 1)))
    asked: set[str] = set()
    page = visitor.new_page()
    page.on("request", lambda request: asked.add(urlsplit(request.url).netloc))
    page.goto(f"{site.address}{path}", wait_until="networkidle")
    expect(page.locator("header [data-cart] b")).to_have_text("3")

    assert page.evaluate(SHIFTS) == 0
    assert asked == {urlsplit(site.address).netloc}


@both_languages
def test_the_page_with_goods_is_accessible(
    visitor: BrowserContext, site: BuiltSite, lang: str
) -> None:
    keeps(visitor, record((HOB, 2), (MIXER_SKU, 1), ("PV-204", 1), ("NOPE", 1)))
    page = cart_page(visitor, site, "#cart=PV-101*2", lang)
    assert violations(page) == []
    page.get_by_role("button", name={"ru": "Оставить мою", "en": "Keep mine"}[lang]).click()
    page.locator("[value=remove]").first.click()
    page.locator("[value=share]").click()
    assert violations(page) == []


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_the_page_with_goods_fits_the_screen(
    visitor: BrowserContext, site: BuiltSite, width: int
) -> None:
    keeps(visitor, record((HOB, 99), ("NO-SUCH-ARTICLE-NUMBER-123456789", 1), ("PV-204", 1)))
    page = cart_page(visitor, site, "#cart=PV-101*99")
    page.locator("[value=share]").click()
    assert sticks_out(page, width) == []


def test_tab_reaches_everything_in_the_cart(visitor: BrowserContext, site: BuiltSite) -> None:
    keeps(visitor, record((HOB, 2), ("PV-204", 1)))
    page = cart_page(visitor, site)
    elements: list[str] = page.evaluate(NUMBER, INTERACTIVE)
    reached = tabbed(page, len(elements) + 3)
    assert [element for number, element in enumerate(elements) if not reached.get(number)] == []


def test_without_script_the_page_says_so(browser: Browser, site: BuiltSite) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.address}/korzina/")
    assert "Корзине нужен JavaScript" in page.locator("main").inner_text()
    page.locator("main").get_by_role("link", name="Товары").click()
    assert page.get_by_role("button", name="В корзину").count() == 0
    page.locator(".goods a").first.click()
    expect(page.locator(".act a")).to_have_attribute("rel", "nofollow")
    context.close()


@pytest.mark.parametrize("path", ["/products/", MIXER, "/korzina/"])
def test_the_script_is_asked_for_after_the_first_frame(
    visitor: BrowserContext, site: BuiltSite, path: str
) -> None:
    visitor.add_init_script(TOLD_ALONE)
    page = visitor.new_page()
    page.goto(f"{site.address}{path}")
    page.wait_for_function(f"() => ({ASKED})[0]")
    asked, painted = page.evaluate(f"({ASKED}).map(entry => entry.startTime)")
    assert asked > painted


def test_only_pages_that_need_it_load_the_script(site: BuiltSite) -> None:
    loading = {site.path(page) for page in site.pages if b"/cart.js?v=" in page.read_bytes()}
    goods = {site.path(page) for page in site.pages if b"data-sku=" in page.read_bytes()}
    returns = {path for path in loading if "oplat" in path or "oplach" in path or "pa" in path}

    assert goods - loading == set()
    assert loading - goods - returns <= {"korzina/", "en/cart/"}
