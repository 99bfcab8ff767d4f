"""Pictures in a visitor's browser: nothing jumps, the first comes first, the rest wait."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page

from tests.browser.built_site import BuiltSite

# How far everything jumped since the page began, as Chromium counts it (CLS).
SHIFT = """async () => {
    let sum = 0
    new PerformanceObserver(list => list.getEntries().forEach(shift => sum += shift.value))
        .observe({type: 'layout-shift', buffered: true})
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame)
    await new Promise(done => setTimeout(done, 60))
    return sum
}"""

# What nobody sees; a tenth of the bar of budgets.toml
STILL = 0.001

# Scroll through the page, so that every picture that waits is asked for.
SCROLL = """async () => {
    for (let y = 0; y < document.body.scrollHeight; y += innerHeight) {
        scrollTo(0, y)
        await new Promise(requestAnimationFrame)
    }
    await Promise.all([...document.images].map(image => image.decode().catch(() => 0)))
}"""

IMAGES = """() => [...document.images].map(image => ({
    top: image.getBoundingClientRect().top + scrollY,
    shown: image.complete && image.naturalWidth > 0,
    src: image.currentSrc,
    lazy: image.loading === 'lazy',
    first: image.fetchPriority === 'high',
    sized: image.hasAttribute('width') && image.hasAttribute('height'),
    ratio: image.width / image.height,
    natural: image.naturalWidth / image.naturalHeight,
    pixels: image.width * devicePixelRatio,
}))"""

SCREENS = {"phone": (360, 640, 3), "desk": (1280, 800, 1)}


def opened(browser: Browser, screen: str) -> Page:
    width, height, ratio = SCREENS[screen]
    return browser.new_page(viewport={"width": width, "height": height}, device_scale_factor=ratio)


@pytest.mark.parametrize("screen", SCREENS)
def test_nothing_jumps_and_every_picture_is_there(
    site: BuiltSite, browser: Browser, screen: str
) -> None:
    page, found, seen = opened(browser, screen), [], 0
    for url in site.urls:
        page.goto(url, wait_until="load")
        page.evaluate(SCROLL)
        for image in page.evaluate(IMAGES):
            seen += 1
            wrong = [name for name in ("shown", "sized") if not image[name]]
            if abs(image["ratio"] - image["natural"]) > 0.02:
                wrong.append("ratio")
            found += [f"{url}: {image['src']}: {name}" for name in wrong]
        if (shift := page.evaluate(SHIFT)) > STILL:
            found.append(f"{url}: everything jumped by {shift}")
    page.close()
    assert seen > 30
    assert not found, "\n".join(found)


def test_the_first_picture_of_the_first_screen_comes_first_and_the_rest_wait(
    site: BuiltSite, browser: Browser
) -> None:
    page, found, first = opened(browser, "phone"), [], 0
    for url in site.urls:
        page.goto(url, wait_until="load")
        images = page.evaluate(IMAGES)
        first += sum(image["first"] for image in images)
        for number, image in enumerate(images):
            if image["first"] and (image["lazy"] or number > 0):
                found.append(f"{url}: {image['src']} is not the first, or waits")
            if image["top"] > 2 * 640 and not image["lazy"]:
                found.append(f"{url}: {image['src']} is far below and does not wait")
    page.close()
    assert first > 8
    assert not found, "\n".join(found)


@pytest.mark.parametrize(("screen", "width"), [("phone", 1080), ("desk", 720)])
def test_a_browser_takes_avif_in_a_fitting_width(
    site: BuiltSite, browser: Browser, screen: str, width: int
) -> None:
    page = opened(browser, screen)
    page.goto(f"{site.address}/dostavka/")
    page.evaluate(SCROLL)
    taken = [i["src"] for i in page.evaluate(IMAGES) if "/samples/" in i["src"]]
    page.close()

    assert len(taken) == 1
    assert taken[0].endswith(f"-{width}.avif")


@pytest.mark.parametrize("path", ["", "dostavka/", "en/delivery/"])
def test_the_shared_picture_is_a_small_png_of_the_right_size(site: BuiltSite, path: str) -> None:
    html = (site.folder / path / "index.html").read_text("utf-8")
    meta = dict(re.findall(r'<meta property="(og:image[^"]*)" content="([^"]*)">', html))
    data = (site.folder / meta["og:image"].split("/", 3)[3]).read_bytes()
    image = Image.open(BytesIO(data))

    assert meta["og:image"].startswith("https://")
    assert (meta["og:image:width"], meta["og:image:height"]) == ("1200", "630")
    assert (image.format, *image.size) == ("PNG", 1200, 630)
    assert len(data) < 40_000


def test_a_seeded_jump_is_seen(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content("<div id=a style='height:1px'></div><p>text</p>")
    assert page.evaluate(SHIFT) == 0
    page.evaluate("document.getElementById('a').style.height = '300px'")
    assert page.evaluate(SHIFT) > 0
    page.close()
