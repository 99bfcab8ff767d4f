"""Every event reaches the counter in order and once, whatever the visitor and the network do."""

from __future__ import annotations

import json
from collections.abc import Iterator
from time import time
from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route

from plugins.checkout.settings import STAND_IN
from tests.browser.built_site import BuiltSite
from tests.browser.counter import HOST, Counter
from tests.browser.visiting import (
    BUY,
    OTHER,
    PLAIN,
    PRODUCT,
    accept,
    happens,
    kept,
    listens,
    opened,
    refuse,
    unanswered,
    visitor,
    waiting,
)

VISIT = "**/visit.js*"
WITHOUT_LOCKS = "Object.defineProperty(Navigator.prototype, 'locks', {value: undefined})"
FORBIDDEN = "Object.defineProperty(window, 'localStorage', {get() { throw new Error('no') }})"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError') }"

# The question is opened again and answered with «Только необходимые» while an event is on its way
REFUSED_ON_THE_WAY = """async () => {
    happened.push({name: 'add', goods: [{id: 'A-1'}]})
    while (!(localStorage._ym_retryReqs || '').includes('ready'))
        await new Promise(done => setTimeout(done, 10))
    document.querySelector('[data-choice]').click()
    document.querySelector('#choice [value=necessary]').click()
}"""


@pytest.fixture
def counter() -> Counter:
    return Counter()


@pytest.fixture
def context(browser: Browser, counter: Counter) -> Iterator[BrowserContext]:
    context = visitor(browser.new_context(), counter)
    context.route(f"{STAND_IN}**", lambda route: route.fulfill(body="pay here"))
    yield context
    context.close()


def test_before_consent_nothing_is_kept_and_nothing_is_sent(
    context: BrowserContext, counted_site: BuiltSite
) -> None:
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{counted_site.address}{PRODUCT}?utm_source=yandex&yclid=1")
    happens(page, "detail", "A-1")
    happens(page, "add", "A-1")
    page.goto(f"{counted_site.address}{PLAIN}", wait_until="networkidle")

    assert kept(page) == {}
    assert context.cookies() == []
    assert [url for url in asked if not url.startswith(counted_site.address)] == []
    assert not any("visit.js" in url for url in asked)


def test_what_happened_before_consent_on_this_very_page_is_told_after_it(
    context: BrowserContext, counter: Counter, counted_site: BuiltSite
) -> None:
    page = opened(context, counted_site)
    happens(page, "detail", "LOST")
    page.goto(counted_site.address + OTHER)
    happens(page, "detail", "A-1")
    happens(page, "add", "A-1")
    accept(page)
    happens(page, "checkout", "A-1")

    counter.arrives(
        page,
        ["detail A-1", "add A-1", "checkout A-1"],
        ["product-view", "cart-add", "checkout"],
    )
    assert waiting(page) == []


def test_goals_of_forms_and_purchases_carry_what_metrica_wants(
    context: BrowserContext, counter: Counter, counted_site: BuiltSite
) -> None:
    page = opened(context, counted_site)
    accept(page)
    happens(page, "goal", goal="form-question")
    happens(page, "goal", goal="form?a=b&c/d#e")
    happens(page, "purchase", "A-1", order={"id": "N-1", "revenue": 100.5})

    counter.arrives(page, ["purchase N-1"], ["form-question", "form-a-b-c-d-e", "purchase"])
    assert counter.of("goal") == [
        {"name": "ready"},
        {"name": "form-question"},
        {"name": "form-a-b-c-d-e"},
        {"name": "purchase", "order_price": 100.5, "currency": "RUB"},
    ]
    (said,) = counter.of("ecommerce")
    assert said["purchase"]["actionField"] == {"id": "N-1", "revenue": 100.5}
    assert said["purchase"]["products"][0]["name"] == "Печь A-1"


def test_an_order_is_bought_once_however_often_the_page_is_seen(
    context: BrowserContext, counter: Counter, counted_site: BuiltSite
) -> None:
    page = opened(context, counted_site)
    accept(page)
    for _ in range(3):
        happens(page, "purchase", "A-1", order={"id": "N-1", "revenue": 100})
        page.reload()
    happens(page, "purchase", "A-1", order={"id": "N-2", "revenue": 100})

    counter.arrives(page, ["purchase N-1", "purchase N-2"])


@pytest.mark.parametrize("ways", [{}, {"late": 400}, {"late": 3000}])
def test_a_visitor_who_leaves_at_once_loses_nothing(
    context: BrowserContext, counter: Counter, counted_site: BuiltSite, ways: dict[str, int]
) -> None:
    vars(counter).update(ways)
    page = opened(context, counted_site)
    accept(page)
    page.evaluate(
        "to => { happened.push({name: 'add', goods: [{id: 'A-1'}]}); location.href = to }", OTHER
    )
    page.wait_for_url(f"**{OTHER}")
    listens(page)
    happens(page, "add", "A-2")
    page.close()
    page = opened(context, counted_site)
    happens(page, "add", "A-3")

    counter.arrives(page, ["add A-1", "add A-2", "add A-3"])


@pytest.mark.parametrize("ways", [{}, {"late": 400}, {"start": 3000}])
def test_a_page_closed_right_after_a_click_on_buy_loses_nothing(
    context: BrowserContext, counter: Counter, counted_site: BuiltSite, ways: dict[str, int]
) -> None:
    vars(counter).update(ways)
    page = opened(context, counted_site, PRODUCT)
    accept(page)
    page.evaluate("css => { document.querySelector(css).click() }", BUY)
    page.close()
    page = opened(context, counted_site)

    counter.arrives(page, ["checkout PV-103"])


def before_visit(context: BrowserContext, site: BuiltSite, path: str) -> Page:
    """A page whose visitor has agreed long ago, and to which visit.js is still on its way."""
    accept(opened(context, site))
    context.route(VISIT, unanswered)
    page = context.new_page()
    page.goto(site.address + path, wait_until="commit")
    page.wait_for_function("() => document.documentElement.dataset.consent === 'all'")
    return page


def test_whoever_buys_before_the_scripts_are_there_loses_nothing(
    context: BrowserContext, counter: Counter, counted_site: BuiltSite
) -> None:
    page = before_visit(context, counted_site, PRODUCT + "?utm_source=yandex&yclid=7&from=x")
    with page.expect_request(f"{STAND_IN}**") as bought:
        page.locator(BUY).dblclick()
    page.wait_for_url(f"{STAND_IN}**")
    context.unroute(VISIT)
    page.goto(counted_site.address + PLAIN)

    counter.arrives(page, ["detail PV-103", "checkout PV-103"])
    detail, checkout = counter.of("ecommerce")
    assert checkout["checkout"]["products"] == detail["detail"]["products"]
    query = dict(parse_qsl(urlsplit(bought.value.url).query))
    assert [query["utm_source"], query["yclid"], len(query["cid"])] == ["yandex", "7", 19]
    assert "from" not in query
    assert waiting(page) == []


def test_a_tab_for_paying_that_is_opened_before_the_scripts_are_there_counts(
    context: BrowserContext, counter: Counter, counted_site: BuiltSite
) -> None:
    page = before_visit(context, counted_site, PRODUCT)
    with context.expect_page():
        page.locator(BUY).click(button="middle")
    context.unroute(VISIT)
    page.goto(counted_site.address + PLAIN)

    counter.arrives(page, ["detail PV-103", "checkout PV-103"])


def test_a_page_left_before_the_scripts_are_there_was_seen(
    context: BrowserContext, counter: Counter, counted_site: BuiltSite
) -> None:
    page = before_visit(context, counted_site, PRODUCT)
    page.goto(counted_site.address + PLAIN, wait_until="commit")
    page.go_back(wait_until="commit")
    page.wait_for_function("() => document.documentElement.dataset.consent === 'all'")
    context.unroute(VISIT)
    page.goto(counted_site.address + OTHER)

    counter.arrives(page, ["detail PV-103"] * 2)


def test_whoever_buys_while_the_scripts_come_buys_once(
    context: BrowserContext, counter: Counter, counted_site: BuiltSite
) -> None:
    held: list[Route] = []
    context.route(f"{STAND_IN}**", unanswered)
    page = before_visit(context, counted_site, PRODUCT)
    context.route(VISIT, lambda route: held.insert(0, route))
    page.reload(wait_until="commit")
    page.wait_for_function("() => document.documentElement.dataset.consent === 'all'")
    page.locator(BUY).click(no_wait_after=True)
    while not held:
        page.wait_for_timeout(20)
    held[0].continue_()

    counter.arrives(page, ["detail PV-103", "detail PV-103", "checkout PV-103"])


def test_a_withdrawal_before_the_scripts_are_there_forgets_what_happened(
    context: BrowserContext, counted_site: BuiltSite
) -> None:
    page = before_visit(context, counted_site, PLAIN)
    happens(page, "add", "A-1")
    refuse(page)

    assert page.evaluate("happened") == []
    assert list(kept(page)) == ["consent"]


def test_links_elsewhere_are_none_of_our_business(
    context: BrowserContext, counted_site: BuiltSite
) -> None:
    page = before_visit(context, counted_site, PLAIN + "?utm_source=yandex")
    page.evaluate("""() => {
        addEventListener('click', event => event.preventDefault())
        document.querySelector('main').insertAdjacentHTML('afterbegin',
            '<a id="film_" href="https://video.example/?t=42">?</a>')
    }""")
    page.locator("#film_").click()

    assert page.locator("#film_").get_attribute("href") == "https://video.example/?t=42"
    assert page.evaluate("happened") == []


def test_a_withdrawal_before_the_counter_is_there_keeps_it_silent(
    context: BrowserContext, counter: Counter, counted_site: BuiltSite
) -> None:
    held: list[Route] = []
    context.route(f"{HOST}/metrika/tag.js", lambda route: held.insert(0, route))
    page = opened(context, counted_site)
    accept(page)
    happens(page, "add", "A-1")
    refuse(page)
    with page.expect_response("**/tag.js"):
        held[0].fallback()
    page.wait_for_function("() => window.counted.then(() => true)")

    assert counter.hits == {}
    assert context.cookies() == []
    assert list(kept(page)) == ["consent"]


def test_what_a_full_storage_does_not_take_stays_on_the_page(
    context: BrowserContext, counted_site: BuiltSite
) -> None:
    context.add_init_script(FULL)
    page = opened(context, counted_site)
    context.route(VISIT, unanswered)
    page.locator("#choice [value=all]").click()
    happens(page, "add", "A-1")
    page.evaluate("dispatchEvent(new Event('visibilitychange'))")

    assert [one["name"] for one in page.evaluate("happened")] == ["add"]


def test_a_form_that_is_sent_twice_at_once_counts_once(
    context: BrowserContext, counter: Counter, counted_site: BuiltSite
) -> None:
    page = opened(context, counted_site)
    accept(page)
    page.evaluate("happened.push(...Array(2).fill({name: 'checkout', goods: [{id: 'A-1'}]}))")
    happens(page, "add", "A-2")

    counter.arrives(page, ["checkout A-1", "add A-2"])


@pytest.mark.parametrize("choice", ["", "necessary"])
def test_who_has_not_agreed_leaves_nothing_behind(
    context: BrowserContext, counted_site: BuiltSite, choice: str
) -> None:
    page = opened(context, counted_site)
    if choice:
        refuse(page)
    page.goto(f"{counted_site.address}{PRODUCT}?utm_source=yandex")
    address = page.locator(BUY).get_attribute("href")
    page.locator(BUY).dispatch_event("click")
    page.wait_for_url(f"{STAND_IN}**")

    assert page.url == address
    assert list(kept(opened(context, counted_site))) == ["consent"] * bool(choice)


def test_a_double_click_buys_once(
    context: BrowserContext, counter: Counter, counted_site: BuiltSite
) -> None:
    page = opened(context, counted_site, PRODUCT)
    accept(page)
    page.evaluate("""css => {
        addEventListener('click', event => event.preventDefault())
        for (let times = 0; times < 2; times++) document.querySelector(css).click()
    }""", BUY)  # fmt: skip

    counter.arrives(page, ["checkout PV-103"])
    (said,) = counter.of("ecommerce")
    assert said["checkout"]["products"] == [{"id": "PV-103", "price": 118000, "quantity": 1}]


def test_a_blocked_counter_gets_everything_once_it_is_let_in(
    context: BrowserContext, counter: Counter, counted_site: BuiltSite
) -> None:
    counter.blocked = True
    page = opened(context, counted_site)
    accept(page)
    happens(page, "detail", "A-1")
    page.goto(counted_site.address + OTHER)
    listens(page)
    happens(page, "add", "A-1")
    assert len(waiting(page)) == 2
    counter.blocked = False
    page.goto(counted_site.address + PLAIN)

    counter.arrives(page, ["detail A-1", "add A-1"])
    assert waiting(page) == []


@pytest.mark.parametrize("script", ["", WITHOUT_LOCKS])
def test_two_tabs_tell_each_event_once(
    context: BrowserContext, counter: Counter, counted_site: BuiltSite, script: str
) -> None:
    context.add_init_script(script)
    counter.late = 300
    one = opened(context, counted_site)
    accept(one)
    two = opened(context, counted_site, OTHER)
    listens(two)
    two.evaluate("window.setTimeout = () => 0")  # it is gone before it would be answered
    for number in range(4):
        happens(two if number % 2 else one, "add", f"A-{number}")
    two.close()

    counter.arrives(one, [f"add A-{number}" for number in range(4)])


def test_withdrawal_forgets_everything_in_every_tab(
    context: BrowserContext, counter: Counter, counted_site: BuiltSite
) -> None:
    counter.late = 2500
    page = opened(context, counted_site, PLAIN + "?utm_source=yandex")
    accept(page)
    other = opened(context, counted_site, OTHER)
    listens(other)
    page.evaluate(REFUSED_ON_THE_WAY)
    happens(page, "add", "A-2")
    other.wait_for_function("() => document.documentElement.dataset.consent === 'necessary'")
    happens(other, "add", "A-3")
    page.wait_for_timeout(3000)

    assert list(kept(page)) == ["consent"]
    assert context.cookies() == []
    assert counter.actions == []
    page.goto(counted_site.address + PLAIN)
    views = len(counter.of("view"))
    happens(page, "add", "A-4")
    page.wait_for_timeout(200)
    assert list(kept(page)) == ["consent"]
    assert len(counter.of("view")) == views


def test_a_refusal_keeps_nothing_but_itself(
    context: BrowserContext, counter: Counter, counted_site: BuiltSite
) -> None:
    page = opened(context, counted_site, PLAIN + "?utm_source=yandex")
    refuse(page)
    happens(page, "add", "A-1")
    page.goto(counted_site.address + OTHER)

    assert list(kept(page)) == ["consent"]
    assert counter.hits == {}


@pytest.mark.parametrize("script", [FORBIDDEN, FULL])
def test_without_storage_events_go_while_the_page_is_there(
    context: BrowserContext, counter: Counter, counted_site: BuiltSite, script: str
) -> None:
    context.add_init_script(script)
    failed: list[str] = []
    page = context.new_page()
    page.on("pageerror", lambda error: failed.append(str(error)))
    page.goto(f"{counted_site.address}{PRODUCT}?utm_source=yandex")
    accept(page)
    happens(page, "add", "A-1")
    happens(page, "purchase", "A-1", order={"id": "N-1", "revenue": 100})

    counter.arrives(page, ["add A-1", "purchase N-1"])
    page.locator(BUY).dispatch_event("contextmenu")
    assert "utm_source=yandex" in str(page.locator(BUY).get_attribute("href"))
    assert failed == []


def test_the_outbox_keeps_the_newest_fifty_for_twelve_hours(
    context: BrowserContext, counter: Counter, counted_site: BuiltSite
) -> None:
    counter.blocked = True
    page = opened(context, counted_site)
    accept(page)
    old = f"visit.{int(time() * 1000) - 13 * 3_600_000}.1"
    event = json.dumps({"goal": "old", "ecommerce": {"currencyCode": "RUB", "add": {}}})
    page.evaluate("([key, value]) => localStorage.setItem(key, value)", [old, event])
    page.evaluate("localStorage.setItem('visit.1.nonsense', '{[')")
    happened = [{"name": "add", "goods": [{"id": f"A-{number}"}]} for number in range(49)]
    page.evaluate("all => happened.push(...all)", happened)
    assert len(waiting(page)) == 49
    counter.blocked = False
    page.reload()

    counter.arrives(page, [f"add A-{number}" for number in range(49)])


def test_a_counter_that_calls_nobody_back_gets_everything_once(
    context: BrowserContext, counted_site: BuiltSite, counter: Counter
) -> None:
    counter.mute = True
    page = opened(context, counted_site)
    accept(page)
    happens(page, "detail", "A-1")
    happens(page, "add", "A-1")
    counter.arrives(page, ["detail A-1", "add A-1"])
    page.goto(f"{counted_site.address}{OTHER}")
    happens(page, "detail", "A-2")
    counter.arrives(page, ["detail A-1", "add A-1", "detail A-2"])
    assert waiting(page) == []
