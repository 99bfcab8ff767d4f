"""The site works from the keyboard, and the language switch leads to the page's translation."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Browser, Page, expect

from tests.browser.built_site import BuiltSite

INTERACTIVE = "a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex='-1'])"

# Numbers every element a visitor can act on and says what each is called.
NUMBER = """selector => [...document.querySelectorAll(selector)]
    .filter(element => element.checkVisibility({visibilityProperty: true}) && !element.disabled)
    .map((element, number) => {
        element.dataset.number = number
        return element.outerHTML.slice(0, 120)
    })"""

# The number of the element in focus, and whether one sees it: a ring or a shadow inside the screen.
FOCUS = """() => {
    const element = document.activeElement
    const style = getComputedStyle(element)
    const box = element.getBoundingClientRect()
    const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1
    const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth
    return {number: element.dataset.number, seen: (ring || style.boxShadow !== 'none') && inside}
}"""

# A page's own language, and where its links to languages lead; it is read, not shown.
LANGUAGES = """([html, url]) => {
    const page = new DOMParser().parseFromString(html, 'text/html')
    const languages = query => [...page.querySelectorAll(query)]
        .map(link => [link.hreflang, new URL(link.getAttribute('href'), url).pathname])
    return {
        own: page.documentElement.lang,
        heads: Object.fromEntries(languages('head link[rel=alternate][hreflang]')),
        switches: languages('body a[hreflang]'),
    }
}"""


def opened(browser: Browser, url: str) -> Page:
    """An address in, its page out, open on a desktop screen."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(url)
    return page


def tabbed(page: Page, steps: int) -> dict[int, bool]:
    """An open page in; out, for each element Tab reaches in so many steps: is its focus seen."""
    reached = {}
    for _ in range(steps):
        page.keyboard.press("Tab")
        focus: Any = page.evaluate(FOCUS)
        if focus["number"] is not None:
            reached[int(focus["number"])] = bool(focus["seen"])
    return reached


def test_the_skip_link_comes_first_and_leads_to_the_text(site: BuiltSite, browser: Browser) -> None:
    page = opened(browser, f"{site.address}/")
    page.keyboard.press("Tab")
    target = page.evaluate("document.activeElement.getAttribute('href')")
    assert target.startswith("#"), target
    assert page.evaluate(FOCUS)["seen"]
    page.keyboard.press("Enter")
    assert page.locator(f"main{target}, main {target}").count() == 1
    expect(page).to_have_url(f"{site.address}/{target}")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")
    page.close()


def test_tab_reaches_everything_on_the_home_page(site: BuiltSite, browser: Browser) -> None:
    page = opened(browser, f"{site.address}/")
    page.wait_for_selector(".add[data-n]")  # buttons of the cart come after the first frame
    elements: list[str] = page.evaluate(NUMBER, INTERACTIVE)
    reached = tabbed(page, len(elements) + 3)
    page.close()
    assert elements
    assert not [element for number, element in enumerate(elements) if number not in reached]
    assert not [element for number, element in enumerate(elements) if not reached[number]]


def test_the_language_switch_leads_to_the_same_page(site: BuiltSite, browser: Browser) -> None:
    page, wrong = browser.new_page(), []
    for file, url in zip(site.pages, site.urls, strict=True):
        found: Any = page.evaluate(LANGUAGES, [file.read_text("utf-8"), url])
        wrong += [f"{url}: {line}" for line in wrong_switches(found)]
    page.close()
    assert not wrong, "\n".join(wrong)


def wrong_switches(found: Any) -> list[str]:
    """A page's links to languages in; out, which lead neither to its translation nor home."""
    others = [(language, path) for language, path in found["switches"] if language != found["own"]]
    if not others:
        return ["no link to another language"]
    homes = {"ru": "/", "en": "/en/"}
    return [
        f"{language} leads to {path}, not {expected}"
        for language, path in others
        if path != (expected := found["heads"].get(language, homes[language]))
    ]


def test_a_visitor_changes_the_language_and_comes_back(site: BuiltSite, browser: Browser) -> None:
    page = opened(browser, f"{site.address}/")
    page.locator("body a[hreflang=en]").first.click()
    expect(page).to_have_url(f"{site.address}/en/")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.locator("body a[hreflang=ru]").first.click()
    expect(page).to_have_url(f"{site.address}/")
    page.close()
