"""Where a visitor came from is kept after consent alone, and handed over with what they buy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route

from plugins.checkout.settings import STAND_IN
from tests.browser.built_site import BuiltSite
from tests.browser.counter import Counter
from tests.browser.visiting import (
    BUY,
    OTHER,
    PLAIN,
    PRODUCT,
    accept,
    kept,
    listens,
    opened,
    refuse,
    visitor,
)

CID = "1732345678901234567"
CLICK = "?utm_source=yandex&utm_medium=cpc&utm_campaign=pechi&yclid=77&utm_id=5&from=mail"
SOURCE = {"utm_source": "yandex", "utm_medium": "cpc", "utm_campaign": "pechi", "yclid": "77"}
FORM = """html => document.querySelector('main').insertAdjacentHTML('beforeend',
    `<form method="post" action="/taken/" data-attributed>
    <input name="t" value="x"><button id="send_">OK</button></form>`)"""


@pytest.fixture
def counter() -> Counter:
    return Counter()


@pytest.fixture
def taken() -> list[Route]:
    """What the payment service, or the taker of forms, was asked."""
    return []


@pytest.fixture
def context(browser: Browser, counter: Counter, taken: list[Route]) -> Iterator[BrowserContext]:
    def take(route: Route) -> None:
        taken.append(route)
        route.fulfill(body="taken", content_type="text/plain")

    context = visitor(browser.new_context(), counter)
    context.route(f"{STAND_IN}**", take)
    context.route("**/taken/", take)
    yield context
    context.close()


def record(page: Page) -> dict[str, Any]:
    """What is kept of where the visitor came from, once this page and the counter have told."""
    listens(page)
    page.wait_for_function("() => (localStorage.visit || '').includes('cid')")
    found: dict[str, Any] = page.evaluate("JSON.parse(localStorage.visit)")
    return {key: value for key, value in found.items() if value}


def handed(taken: list[Route]) -> dict[str, str]:
    """The parameters that came along, the signed one left out."""
    asked = taken[-1].request
    said = dict(parse_qsl(asked.post_data or urlsplit(asked.url).query))
    assert said.pop("t")
    return said


def test_a_click_with_a_source_is_kept_and_only_what_is_allowed(
    context: BrowserContext, counted_site: BuiltSite
) -> None:
    page = opened(context, counted_site, PLAIN + CLICK)
    accept(page)

    day = datetime.now(UTC).strftime("%Y-%m-%d")
    assert record(page) == {"v": 1, "day": day, "cid": CID, **SOURCE}
    assert set(kept(page)) - {"_ym_retryReqs"} == {"consent", "visit"}


def test_the_last_source_wins_and_a_visit_without_one_erases_nothing(
    context: BrowserContext, counted_site: BuiltSite
) -> None:
    page = opened(context, counted_site, PLAIN + CLICK)
    accept(page)
    record(page)
    page.goto(counted_site.address + OTHER)
    assert record(page)["utm_campaign"] == "pechi"
    page.goto(counted_site.address + PLAIN + "?utm_source=vk")
    assert {"utm_source": "vk"}.items() <= record(page).items()
    assert "yclid" not in record(page)
    page.go_back()
    page.go_back()
    assert record(page)["utm_source"] == "vk"


def test_consent_on_the_second_page_still_finds_the_source(
    context: BrowserContext, counted_site: BuiltSite
) -> None:
    page = opened(context, counted_site, PLAIN + CLICK)
    with page.expect_navigation():
        page.evaluate("to => { location.href = to }", OTHER)
    accept(page)

    assert SOURCE.items() <= record(page).items()


def test_values_are_short_and_printable(context: BrowserContext, counted_site: BuiltSite) -> None:
    hostile = "?utm_source=%00a%0Ab%E2%80%8B%ED%A0%80&utm_term=" + "ж" * 400 + "&utm_content=<b>"
    page = opened(context, counted_site, PLAIN + hostile)
    accept(page)
    found = record(page)

    assert re.fullmatch("ab\ufffd*", found["utm_source"])
    assert found["utm_term"] == "ж" * 150
    assert found["utm_content"] == "<b>"


def test_an_old_record_counts_no_more_and_a_broken_one_does_no_harm(
    context: BrowserContext, counted_site: BuiltSite
) -> None:
    page = opened(context, counted_site)
    accept(page)
    for bad in ('{"v":1,"day":"2020-01-01","utm_source":"old"}', '{"v":7}', "[]", "null", "{["):
        page.evaluate("text => localStorage.setItem('visit', text)", bad)
        page.reload()
        assert set(record(page)) == {"v", "day", "cid"}


WAYS = {
    "click": lambda page: page.locator(BUY).click(),
    "keyboard": lambda page: page.locator(BUY).press("Enter"),
}


@pytest.mark.parametrize("way", WAYS)
def test_buy_links_take_it_along_however_they_are_opened(
    context: BrowserContext, counted_site: BuiltSite, taken: list[Route], way: str
) -> None:
    page = opened(context, counted_site, PRODUCT + CLICK)
    accept(page)
    record(page)
    WAYS[way](page)
    page.wait_for_url(f"{STAND_IN}**")

    assert handed(taken) == {**SOURCE, "cid": CID}


@pytest.mark.parametrize(
    "gesture", [{"button": "middle"}, {"button": "right"}, {"modifiers": ["ControlOrMeta"]}]
)
def test_links_that_came_later_take_it_along_in_a_copy_and_in_a_new_tab(
    context: BrowserContext, counted_site: BuiltSite, gesture: dict[str, Any]
) -> None:
    page = opened(context, counted_site, PRODUCT + CLICK)
    accept(page)
    record(page)
    page.evaluate(
        "css => { const old = document.querySelector(css); old.replaceWith(old.cloneNode(true)) }",
        BUY,
    )
    page.locator(BUY).click(**gesture)

    assert f"cid={CID}" in str(page.locator(BUY).get_attribute("href"))
    refuse(page)
    assert "&" not in str(page.locator(BUY).get_attribute("href"))


def test_without_consent_links_and_forms_stay_as_they_are(
    context: BrowserContext, counted_site: BuiltSite, taken: list[Route]
) -> None:
    page = opened(context, counted_site, PRODUCT + CLICK)
    refuse(page)
    page.locator(BUY).click()
    page.wait_for_url(f"{STAND_IN}**")
    assert handed(taken) == {}


def test_forms_take_it_along(
    context: BrowserContext, counted_site: BuiltSite, taken: list[Route]
) -> None:
    page = opened(context, counted_site, PLAIN + CLICK)
    accept(page)
    record(page)
    page.evaluate(FORM)
    page.evaluate("document.querySelector('#send_').form.addEventListener('submit', event => { "
                  "happened.push({name: 'checkout', goods: [{id: 'A-1'}]}) })")  # fmt: skip
    page.locator("#send_").click()
    page.wait_for_url("**/taken/")

    assert handed(taken) == {**SOURCE, "cid": CID}


@pytest.mark.parametrize(("ways", "waits"), [({"blocked": True}, 0), ({"late": 5000}, 300)])
def test_a_buyer_waits_three_tenths_of_a_second_at_most_and_never_for_a_blocked_counter(
    context: BrowserContext,
    counter: Counter,
    counted_site: BuiltSite,
    ways: dict[str, Any],
    waits: int,
) -> None:
    vars(counter).update(ways)
    page = opened(context, counted_site, PRODUCT)
    accept(page)
    if not counter.blocked:
        record(page)
    page.clock.install(time=0)
    page.clock.pause_at(60)
    page.evaluate("""css => {
        window.left = false
        addEventListener('click', event => {
            left ||= !event.defaultPrevented
            event.preventDefault()
        })
        document.querySelector(css).click()
    }""", BUY)  # fmt: skip
    if waits:
        page.clock.run_for(waits - 1)
        assert not page.evaluate("left")
        page.clock.run_for(1)

    page.wait_for_function("() => left")
