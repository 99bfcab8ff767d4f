"""Breadcrumbs as a visitor on a phone meets them, and what a wrong address shows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Browser, Page, expect

from tests.browser.built_site import BuiltSite
from tests.browser.test_weight import PHONE

# The line: its height, what of it sticks out of the screen, which links something else covers.
LINE = """() => {
    const trail = document.querySelector('nav.trail')
    if (!trail) return null
    const links = [...trail.querySelectorAll('a')]
    const box = trail.getBoundingClientRect()
    const last = trail.querySelector('li:last-child > *')
    return {
        height: Math.round(box.height),
        wide: Math.round(Math.max(...[...trail.querySelectorAll('li')]
            .map(item => item.getBoundingClientRect().right)) - innerWidth),
        covered: links.filter(link => {
            const at = link.getBoundingClientRect()
            return !link.contains(document.elementFromPoint(at.x + at.width / 2, at.bottom - 2))
        }).map(link => link.textContent),
        last: last.tagName + ' ' + last.ariaCurrent,
        heading: Math.round(document.querySelector('h1').getBoundingClientRect().top - box.bottom),
    }
}"""
# A line of links a fingertip high, and a second one where a section has a long name.
LOWEST, HIGHEST = 44, 90


def on_each_page(site: BuiltSite, page: Page, look: Callable[[Any, str], list[str]]) -> list[str]:
    """What is wrong on any page, by its address."""
    found = []
    for url in site.urls:
        page.goto(url)
        found += [f"{url}: {wrong}" for wrong in look(page.evaluate(LINE), url)]
    return found


def faults(line: Any, url: str) -> list[str]:
    """What is wrong with the line of one page."""
    path = url.split("/", 3)[3]
    if path in ("", "en/") or path.endswith("404.html"):
        return ["has breadcrumbs"] if line else []
    if line is None:
        return ["no breadcrumbs"]
    wrong = [f"{text} is covered" for text in line["covered"]]
    wrong += [] if LOWEST <= line["height"] <= HIGHEST else [f"{line['height']} high"]
    wrong += [f"{line['wide']} too wide"] if line["wide"] > 0 else []
    return wrong + ([] if line["last"] == "SPAN page" else [line["last"]])


def test_a_line_of_breadcrumbs_on_every_page_of_a_phone(site: BuiltSite, browser: Browser) -> None:
    page = browser.new_page(viewport=PHONE)
    found = on_each_page(site, page, faults)
    page.close()
    assert not found, "\n".join(found)


def test_the_line_costs_an_article_no_more_than_its_own_height(
    site: BuiltSite, browser: Browser
) -> None:
    page = browser.new_page(viewport=PHONE)
    page.goto(f"{site.address}/blog/chem-vezti-oborudovanie-iz-kitaya/")
    line: Any = page.evaluate(LINE)
    page.close()

    assert LOWEST <= line["height"] <= LOWEST + 4
    assert line["heading"] <= 0


def test_a_wrong_address_helps_in_each_language_without_script(
    site: BuiltSite, browser: Browser
) -> None:
    page = browser.new_context(viewport=PHONE, java_script_enabled=False).new_page()
    answer = page.goto(f"{site.address}/en/no/such/page/")
    assert answer is not None
    assert answer.status == 404
    assert page.get_by_role("heading", name="There is no such page").is_visible()

    page.get_by_label("Search this site").fill("oven")
    page.get_by_role("button", name="Find").click()
    expect(page).to_have_url(f"{site.address}/en/search/?q=oven")
    page.go_back()
    page.get_by_label("The way on").get_by_role("link", name="Delivery").click()
    expect(page).to_have_url(f"{site.address}/en/delivery/")
    page.context.close()


def test_seeded_defects_are_found(browser: Browser) -> None:
    page = browser.new_page(viewport=PHONE)
    page.set_content(
        "<nav class=trail style=height:60px><ol>"
        "<li><a href='/'>Home</a></li><li><a href='/x/'>x</a></li></ol></nav>"
        "<h1 style='position: fixed; inset: 0'>x</h1>"
    )
    assert faults(page.evaluate(LINE), "http://x/y/") == [
        "Home is covered",
        "x is covered",
        "A null",
    ]
    assert faults(None, "http://x/y/") == ["no breadcrumbs"]
    assert faults(page.evaluate(LINE), "http://x/") == ["has breadcrumbs"]
    page.close()
