"""Every page keeps to the budgets of budgets.toml, in files and as a browser loads it."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import brotli
import pytest
from playwright.sync_api import Browser, Page

from plugins.scripts import Scripts
from tests.browser.built_site import PROJECT, BuiltSite, compressed

BUDGETS = tomllib.loads(Path(__file__).with_name("budgets.toml").read_text(encoding="utf-8"))
STYLES = re.compile(rb"<style>(.*?)</style>", re.DOTALL)
# A phone: 360 by 640, and the whole first screen of it.
PHONE: Any = {"width": 360, "height": 640}

# Lazy pictures below the first screen: a browser fetches them ahead, after what is seen.
BELOW = """() => [...document.querySelectorAll('img[loading=lazy]')]
    .filter(picture => picture.getBoundingClientRect().top >= innerHeight)
    .map(picture => picture.currentSrc)"""

# Scripts that come after the first frame (plugins/scripts).
AFTER = """() => [...document.querySelectorAll('script[data-load]')]
    .flatMap(script => script.dataset.load.split(' '))
    .map(address => new URL(address, location).href)"""


@cache
def packed(data: bytes) -> int:
    """Bytes in, how many a server sends of them out."""
    return len(brotli.compress(data, quality=11))


def over(weights: dict[str, int], budget: int) -> list[str]:
    """Weights by address in, a line for each over the budget out."""
    assert weights
    return [f"/{path}: {weight} of {budget}" for path, weight in weights.items() if weight > budget]


def test_every_page_is_light(site: BuiltSite) -> None:
    weights = {site.path(page): len(compressed(page)) for page in site.pages}
    heavy = over(weights, BUDGETS["page"]["html_brotli"])
    assert not heavy, "\n".join(heavy)


def test_the_styles_inside_every_page_are_light(site: BuiltSite) -> None:
    styles = {site.path(page): STYLES.findall(page.read_bytes()) for page in site.pages}
    assert all(styles.values())
    first = {path: packed(found[0]) for path, found in styles.items()}
    more = {path: packed(b"".join(found[1:])) for path, found in styles.items()}
    heavy = over(first, BUDGETS["page"]["css_brotli"])
    heavy += over(more, BUDGETS["page"]["more_css_brotli"])
    assert not heavy, "\n".join(heavy)


@pytest.mark.parametrize("name", BUDGETS["script_brotli"])
def test_scripts_are_light(name: str) -> None:
    weight = packed(Scripts(PROJECT / "theme/scripts").minified[name])
    assert weight <= BUDGETS["script_brotli"][name]


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_a_first_view_is_small_and_without_scripts(
    site: BuiltSite, browser: Browser, lang: str
) -> None:
    budget = BUDGETS["first_view"]
    context, found = browser.new_context(viewport=PHONE), []
    for url in site.urls_in(lang):
        page = context.new_page()
        loaded = first_view(page, url)
        for name, value in loaded.items():
            found += [f"{url}: {name} {value} of {budget[name]}"] if value > budget[name] else []
        page.close()
    context.close()
    assert not found, "\n".join(found)


def first_view(page: Page, url: str) -> dict[str, int]:
    """A fresh page and an address in; bytes on the wire, requests and bytes of scripts out.

    Nothing that another page loaded is in the browser's cache.
    """
    wire = page.context.new_cdp_session(page)
    wire.send("Network.clearBrowserCache")
    wire.send("Network.enable")
    kinds: dict[str, str] = {}
    sizes: dict[str, int] = {}
    urls: dict[str, str] = {}
    wire.on("Network.responseReceived", lambda e: kinds.update({e["requestId"]: e["type"]}))
    wire.on(
        "Network.loadingFinished",
        lambda e: sizes.update({e["requestId"]: int(e["encodedDataLength"])}),
    )
    wire.on(
        "Network.requestWillBeSent", lambda e: urls.update({e["requestId"]: e["request"]["url"]})
    )
    page.goto(url, wait_until="load")
    page.wait_for_timeout(50)
    later = {*page.evaluate(BELOW), *page.evaluate(AFTER)}
    seen = [key for key in kinds if urls.get(key) not in later]
    return {
        "bytes": sum(sizes.get(key, 0) for key in seen),
        "requests": len(seen),
        "script_bytes": sum(sizes.get(key, 0) for key in seen if kinds[key] == "Script"),
    }
