"""Metrica starts after consent and never before; nothing leaves the machine while we look."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests.browser.built_site import COUNTER, BuiltSite
from tests.browser.test_accessibility import violations

# Stands in for Yandex's script: keeps a cookie, reports a visit, can be stopped
TAG = """
document.cookie = '_ym_uid=1; path=/; max-age=999'
localStorage.setItem('_ym_test', '1')
for (const call of window.ym.a)
    if (call[1] === 'init') fetch('https://mc.yandex.ru/watch/' + call[0])
window.ym = (...call) => { if (call[1] === 'destruct') window.stopped = true }
"""
SHIFTS = """() => new Promise(done => {
    let sum = 0
    new PerformanceObserver(list => { for (const entry of list.getEntries()) sum += entry.value })
        .observe({type: 'layout-shift', buffered: true})
    setTimeout(() => done(sum), 300)
})"""


@pytest.fixture
def context(browser: Browser, counted_site: BuiltSite) -> Iterator[BrowserContext]:
    """A fresh visitor on a phone, every foreign request of whom is answered here."""
    context = browser.new_context(viewport={"width": 360, "height": 640})
    yield context
    context.close()


def visited(context: BrowserContext, site: BuiltSite, asked: list[str]) -> Page:
    """The home page in a new tab; `asked` gathers what is asked of other hosts."""

    def answer(route: Route) -> None:
        if route.request.url.startswith(f"{site.address}/"):
            route.continue_()
            return
        asked.append(route.request.url)
        body = TAG if route.request.url.endswith("/tag.js") else ""
        route.fulfill(
            body=body,
            content_type="text/javascript",
            headers={"Access-Control-Allow-Origin": "*"},
        )

    context.unroute_all()
    context.route("**/*", answer)
    page = context.new_page()
    page.goto(f"{site.address}/", wait_until="networkidle")
    return page


def test_nothing_is_asked_before_the_choice(
    context: BrowserContext, counted_site: BuiltSite
) -> None:
    asked: list[str] = []
    page = visited(context, counted_site, asked)

    expect(page.get_by_role("region", name="Можно посчитать посещения?")).to_be_visible()
    page.mouse.wheel(0, 3000)
    page.goto(f"{counted_site.address}/dostavka/", wait_until="networkidle")
    expect(page.locator("#choice")).to_be_visible()
    assert asked == []
    assert context.cookies() == []


def test_only_necessary_is_remembered_and_asks_nothing(
    context: BrowserContext, counted_site: BuiltSite
) -> None:
    asked: list[str] = []
    page = visited(context, counted_site, asked)
    page.get_by_role("button", name="Только необходимые").click()
    expect(page.locator("#choice")).to_be_hidden()
    page.goto(f"{counted_site.address}/en/", wait_until="networkidle")

    expect(page.locator("#choice")).to_be_hidden()
    assert asked == []
    assert context.cookies() == []


def test_accepting_starts_the_counter_here_and_on_the_next_page(
    context: BrowserContext, counted_site: BuiltSite
) -> None:
    asked: list[str] = []
    page = visited(context, counted_site, asked)
    expected = ["https://mc.yandex.ru/metrika/tag.js", f"https://mc.yandex.ru/watch/{COUNTER}"]
    with page.expect_response(expected[1]):
        page.get_by_role("button", name="Принять").click()
    assert asked == expected
    with page.expect_response(expected[1]):
        page.goto(f"{counted_site.address}/dostavka/")

    expect(page.locator("#choice")).to_be_hidden()
    assert asked == expected * 2
    assert [cookie["name"] for cookie in context.cookies()] == ["_ym_uid"]


def test_withdrawal_stops_the_counter_and_clears_its_records(
    context: BrowserContext, counted_site: BuiltSite
) -> None:
    asked: list[str] = []
    page = visited(context, counted_site, asked)
    with page.expect_response("**/watch/*"):
        page.get_by_role("button", name="Принять").click()
    page.get_by_role("button", name="Изменить выбор").click()
    expect(page.get_by_role("button", name="Принять")).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="Только необходимые").click()

    assert page.evaluate("window.stopped") is True
    assert context.cookies() == []
    assert page.evaluate("Object.keys(localStorage)") == ["consent"]
    asked.clear()
    page.goto(f"{counted_site.address}/dostavka/", wait_until="networkidle")
    assert asked == []
    assert context.cookies() == []


def test_a_new_version_of_the_documents_asks_again(
    context: BrowserContext, counted_site: BuiltSite
) -> None:
    asked: list[str] = []
    page = visited(context, counted_site, asked)
    page.evaluate(
        "localStorage.setItem('consent', JSON.stringify({choice: 'all', version: '2020-01-01'}))"
    )
    page.reload(wait_until="networkidle")

    expect(page.locator("#choice")).to_be_visible()
    assert asked == []


def test_the_choice_works_from_the_keyboard_and_traps_nobody(
    context: BrowserContext, counted_site: BuiltSite
) -> None:
    page = visited(context, counted_site, [])
    expect(page.locator("#choice")).to_be_visible()
    reached = []
    for _ in range(5):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.textContent.trim()"))
    assert reached[2:4] == ["Принять", "Только необходимые"]
    assert page.evaluate("document.activeElement.closest('.choice')") is None

    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#choice")).to_be_hidden()
    again = page.get_by_role("button", name="Изменить выбор")
    again.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "choice"
    page.keyboard.press("Escape")
    expect(page.locator("#choice")).to_be_hidden()
    expect(again).to_be_focused()


def test_the_buttons_weigh_the_same_and_the_page_neither_jumps_nor_hides(
    context: BrowserContext, counted_site: BuiltSite
) -> None:
    page = visited(context, counted_site, [])
    expect(page.locator("#choice")).to_be_visible()
    accept, refuse = page.locator("#choice button").all()
    boxes = [button.bounding_box() for button in (accept, refuse)]
    looks = [
        button.evaluate(
            "e => ['color', 'backgroundColor', 'fontSize'].map(n => getComputedStyle(e)[n])"
        )
        for button in (accept, refuse)
    ]
    assert boxes[0]
    assert boxes[1]
    assert boxes[0]["width"] == boxes[1]["width"]
    assert boxes[0]["height"] == boxes[1]["height"]
    assert looks[0] == looks[1]
    assert page.evaluate(SHIFTS) == 0
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    foot = page.locator("footer .law").bounding_box()
    banner = page.locator("#choice").bounding_box()
    assert foot
    assert banner
    assert foot["y"] + foot["height"] <= banner["y"]
    assert violations(page) == []


def test_without_script_nothing_is_asked_and_the_site_works(
    browser: Browser, counted_site: BuiltSite
) -> None:
    context = browser.new_context(java_script_enabled=False)
    asked: list[str] = []
    page = visited(context, counted_site, asked)

    expect(page.locator("#choice")).to_be_hidden()
    expect(page.get_by_role("button", name="Изменить выбор")).to_be_hidden()
    page.get_by_role("link", name="Что мы запоминаем").last.click()
    expect(page.locator("h1")).to_have_text("Что мы запоминаем и как это отключить")
    assert asked == []
    context.close()


def test_without_a_counter_there_is_neither_banner_nor_script(site: BuiltSite) -> None:
    assert not (site.folder / "consent.js").exists()
    for page in site.pages:
        html = page.read_text("utf-8")
        assert "consent.js" not in html
        assert 'id="choice"' not in html
        assert "mc.yandex.ru" not in html


def test_metrica_is_named_by_policies_only_where_it_is_configured(counted_site: BuiltSite) -> None:
    for page in counted_site.pages:
        html = page.read_text("utf-8")
        policy = html.split('Content-Security-Policy" content="')[1].split('"')[0]
        assert "script-src 'self' https://mc.yandex.ru" in policy
        assert "mc.yandex.ru" not in html.replace(policy, "")
