"""What a thumb and a first screen ask of a page, on a phone of 360 × 640."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.built_site import BuiltSite
from tests.browser.test_weight import BUDGETS, PHONE

# Links and buttons that stand alone and are lower than a fingertip; links in text are not meant.
SMALL = """least => [...document.querySelectorAll(
    'header a, nav a, footer a, summary, .button, .offer a, .ways a, button, select, input')]
    .filter(element => element.checkVisibility() && !/hidden|checkbox|radio/.test(element.type))
    .filter(element => {
        const box = element.getBoundingClientRect()
        return box.height < least || box.width < 24
    })
    .map(element => `${Math.round(element.getBoundingClientRect().height)}: `
        + element.outerHTML.slice(0, 80))"""

# Where the parts of a product's first screen end.
ENDS = """() => Object.fromEntries(
    ['h1', '.passport figure', '.price', '.cost', '.state', '.button'].map(part =>
        [part, Math.round(document.querySelector(part).getBoundingClientRect().bottom)]))"""


def test_what_is_pressed_is_as_large_as_a_fingertip(site: BuiltSite, browser: Browser) -> None:
    page = browser.new_page(viewport=PHONE)
    found = []
    for url in site.urls:
        page.goto(url)
        found += [f"{url}: {small}" for small in page.evaluate(SMALL, BUDGETS["phone"]["tap"])]
    page.close()
    assert not found, "\n".join(found)


def test_a_product_answers_on_the_first_screen(site: BuiltSite, browser: Browser) -> None:
    page = browser.new_page(viewport=PHONE)
    found = []
    products = [url for url in site.urls if "/products/" in url and not url.endswith("products/")]
    for url in products:
        page.goto(url)
        ends: Any = page.evaluate(ENDS)
        low = {part: end for part, end in ends.items() if end > BUDGETS["phone"]["first_screen"]}
        found += [f"{url}: {part} ends at {end}" for part, end in low.items()]
    page.close()
    assert products
    assert not found, "\n".join(found)


@pytest.mark.parametrize("height", [20, 44])
def test_a_seeded_defect_is_found(browser: Browser, height: int) -> None:
    page = browser.new_page(viewport=PHONE)
    page.set_content(f"<button style='height: {height}px; width: 90px'>x</button>")
    assert bool(page.evaluate(SMALL, 44)) == (height < 44)
    page.close()
