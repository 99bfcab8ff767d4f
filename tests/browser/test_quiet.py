"""A page is quiet until a visitor acts: no foreign request, no script; and fits every screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, Request, Response

from plugins.scripts import Scripts
from tests.browser.built_site import PROJECT, BuiltSite

# Scripts that the page loads after its first frame (plugins/scripts): they wait for the visitor.
AFTER = """() => [...document.querySelectorAll('script[data-load]')]
    .flatMap(script => script.dataset.load.split(' '))
    .map(address => new URL(address, location).href)"""
# What runs by itself; data for search engines (application/ld+json) is not a script.
SCRIPTS = """() => [...document.querySelectorAll('script:not([data-load])')]
    .filter(script => script.type !== 'application/ld+json')
    .map(script => script.src || script.textContent.slice(0, 60))"""

# Elements that stick out to the right, unless they scroll inside a box of their own.
OVERFLOW = """() => {
    const width = document.documentElement.clientWidth
    const scrolls = element => /auto|scroll/.test(getComputedStyle(element).overflowX)
    const boxed = element => {
        for (let box = element.parentElement; box && box !== document.body; box = box.parentElement)
            if (scrolls(box)) return true
        return false
    }
    const hidden = [document.documentElement, document.body]
        .some(element => /hidden|clip/.test(getComputedStyle(element).overflowX))
    const wide = [...document.querySelectorAll('body *')]
        .filter(element => element.checkVisibility() && !boxed(element))
        .filter(element => element.getBoundingClientRect().right > width + 0.5)
        .map(element => element.outerHTML.slice(0, 60))
    if (!hidden && document.documentElement.scrollWidth <= width) return []
    return hidden ? wide.slice(0, 5) : ['wider than the screen'].concat(wide.slice(0, 5))
}"""

# The page of all results asks, if its address holds a question, for the search's script.
ON_QUESTION = 'has a script: if (location.search) import("/theme/search.js")'

# Pages to which buyers come back read what the payment service says of the order.
RETURNED = Scripts(PROJECT / "theme/scripts").minified["inline/returned.js"].decode()
ON_RETURN = f"has a script: {RETURNED[:60]}"

DOES = ("loads", "has")

WIDTHS = {100: (320, 360, 1280), 200: (360, 1280)}


@contextmanager
def overheard(page: Page, address: str) -> Iterator[list[str]]:
    """A page and its site's address in; out, growing, everything the page should not do."""
    heard: list[str] = []

    def request(request: Request) -> None:
        if not request.url.startswith((f"{address}/", "data:")):
            heard.append(f"asks another host: {request.url}")
        if request.resource_type == "script":
            heard.append(f"loads a script: {request.url}")

    def response(response: Response) -> None:
        if response.status >= 400:
            heard.append(f"gets {response.status}: {response.url}")

    page.on("request", request)
    page.on("response", response)
    page.on("console", lambda message: heard.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: heard.append(f"error: {error}"))
    yield heard


def sticks_out(page: Page, width: int) -> list[str]:
    """An open page and a width in pixels in; what is wider than the screen out."""
    page.set_viewport_size({"width": width, "height": 900})
    return [f"{width} px: {element}" for element in page.evaluate(OVERFLOW)]


def test_no_page_does_anything_before_a_visitor_acts(site: BuiltSite, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 412, "height": 900})
    found = []
    after: set[str] = set()
    with overheard(page, site.address) as heard:
        for url in site.urls:
            page.goto(url, wait_until="networkidle" if url == site.urls[0] else "load")
            heard += [f"has a script: {script}" for script in page.evaluate(SCRIPTS)]
            # The last page's scripts may come while this one is opened
            after.update(page.evaluate(AFTER))
            known = [
                ON_QUESTION,
                ON_RETURN,
                *(f"{does} a script: {src}" for src in after for does in DOES),
            ]
            found += [f"{url}: {line}" for line in heard if line not in known]
            heard.clear()
    page.close()
    assert not found, "\n".join(found)


@pytest.mark.parametrize("text", WIDTHS)
def test_every_page_fits_every_screen(
    site: BuiltSite, chromium: Callable[..., Browser], text: int
) -> None:
    browser = chromium(f"--blink-settings=defaultFontSize={16 * text // 100}")
    page = browser.new_page()
    found = []
    for url in site.urls:
        page.goto(url)
        for width in WIDTHS[text]:
            found += [f"{url}: {text} % text, {line}" for line in sticks_out(page, width)]
    browser.close()
    assert not found, "\n".join(found)


def test_text_grows_with_the_visitors_setting(
    site: BuiltSite, chromium: Callable[..., Browser]
) -> None:
    sizes = []
    for setting in (16, 32):
        browser = chromium(f"--blink-settings=defaultFontSize={setting}")
        page = browser.new_page()
        page.goto(f"{site.address}/")
        sizes.append(page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)"))
        browser.close()
    assert sizes[1] >= 1.8 * sizes[0]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<script>1</script>", "has a script"),
        ("<script src='/x.js'></script>", "loads a script"),
        ("<img src='http://127.0.0.2:9/x.png' alt=''>", "asks another host"),
        ("<img src='/missing.png' alt=''>", "gets 404"),
        ("<p style='width: 500px'>wide</p>", "sticks out"),
    ],
)
def test_a_seeded_defect_is_found(
    site: BuiltSite, browser: Browser, html: str, expected: str
) -> None:
    page = browser.new_page()
    seeded = f"{site.address}/seeded/"
    page.route(
        seeded,
        lambda route: route.fulfill(content_type="text/html", body=f"<!doctype html><body>{html}"),
    )
    with overheard(page, site.address) as heard:
        page.goto(seeded)
        heard += [f"has a script: {script}" for script in page.evaluate(SCRIPTS)]
        heard += [f"sticks out: {line}" for line in sticks_out(page, 320)]
    page.close()
    assert any(line.startswith(expected) for line in heard), heard
