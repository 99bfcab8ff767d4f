"""Whoever comes back from paying sees their order, and a broken or forged word shows nothing."""

from __future__ import annotations

import json
import time
from base64 import urlsafe_b64encode
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from plugins.checkout.canonical import canonical_json
from plugins.checkout.settings import STAND_IN
from tests.browser.built_site import BuiltSite
from tests.browser.carts import keeps
from tests.browser.counter import Counter
from tests.browser.paying import Checkout, checkout_of
from tests.browser.test_accessibility import violations
from tests.browser.visiting import (
    BUY,
    PRODUCT,
    accept,
    listens,
    opened,
    unanswered,
    visitor,
)

PAID, FAILED = "/zakaz-oplachen/", "/oplata-ne-proshla/PV-101/"
ALREADY = "/uzhe-oplachen/"
ORDER = "[data-returned]"
# The name that the site's own file gives
NAMED = "Печь <b>101</b>"
HELD = [["PV-101", 5], ["PV-102", 1], ["НЕТ/1", 1]]
SHIFTS = """window.shifts = []
new PerformanceObserver(list => shifts.push(...list.getEntries()))
    .observe({type: 'layout-shift', buffered: true})"""
# Bytes and milliseconds
SLOW = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
GOODS = {
    "PV-101": {"name": "Печь <b>101</b>", "price": 10000, "brand": "Хэфэн", "category": "Печи"}
}
SAID: dict[str, Any] = {
    "aud": "pech-verstak.example", "c": "RUB", "iss": "demo", "l": "ru", "n": 2, "o": "A-17",
    "p": 2000050, "r": "", "s": "PV-101", "st": "success", "u": "/products/x/",
}  # fmt: skip


@pytest.fixture(scope="module")
def checkout(
    counted_site: BuiltSite, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Checkout]:
    with checkout_of(counted_site, tmp_path_factory.mktemp("checkout")) as checkout:
        yield checkout


@pytest.fixture(scope="module")
def browser(chromium: Callable[..., Browser], checkout: Checkout) -> Iterator[Browser]:
    """Chromium that finds the stand-in of these tests where links of the site lead."""
    browser = chromium(checkout.rule)
    yield browser
    browser.close()


@pytest.fixture
def counter() -> Counter:
    return Counter()


@pytest.fixture
def context(browser: Browser, counter: Counter) -> Iterator[BrowserContext]:
    def file(route: Route) -> None:
        found = GOODS.get(Path(route.request.url).stem)
        if found:
            route.fulfill(json=found)
        else:
            route.fulfill(status=404, body="<!doctype html>")

    context = visitor(browser.new_context(viewport={"width": 360, "height": 640}), counter)
    context.route("**/cart/*/*.json", file)
    keeps(context, json.dumps({"v": 1, "goods": HELD}))
    yield context
    context.close()


def token(header: bytes = b'{"alg":"EdDSA","kid":"1"}', **changed: Any) -> str:
    """A return as the service writes it, but for its signature, which nobody on the page reads."""
    now = int(time.time())
    claims = {**SAID, "iat": now, "exp": now + 3600, **changed}
    body = canonical_json({key: value for key, value in claims.items() if value is not None})
    parts = (header, body, b"\1" * 64)
    return ".".join(urlsafe_b64encode(part).decode().rstrip("=") for part in parts)


def cart(page: Page) -> Any:
    """What the browser keeps of the cart; None where it keeps none."""
    return page.evaluate("JSON.parse(localStorage.getItem('cart'))")


def shown(page: Page, goods: str = "") -> dict[str, str]:
    """What the page says of the order, once it does, and names these goods."""
    expect(page.locator(ORDER)).to_be_visible()
    expect(page.locator("[data-said=goods]")).to_contain_text(goods)
    cells = page.locator(f"{ORDER} [data-said]:visible").all()
    return {str(cell.get_attribute("data-said")): cell.inner_text() for cell in cells}


def test_a_paid_order_is_shown_and_leaves_the_address(
    context: BrowserContext, counted_site: BuiltSite
) -> None:
    page = opened(context, counted_site, f"{PAID}?a=1&r={token()}")
    order = {"order": "A-17", "goods": "Печь <b>101</b> × 2", "sum": "20\u00a0000,50\u00a0₽"}

    assert shown(page, NAMED) == order
    expect(page).to_have_url(f"{counted_site.address}{PAID}?a=1")
    assert cart(page) == {"v": 1, "goods": [["PV-101", 3], *HELD[1:]], "paid": ["A-17"]}
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert violations(page) == []
    page.reload()
    assert shown(page, NAMED) == order
    page.goto(counted_site.address)
    page.go_back()
    assert shown(page, NAMED) == order
    assert cart(page)["goods"] == [["PV-101", 3], *HELD[1:]]


def test_a_cart_is_shown_with_what_the_site_knows(
    context: BrowserContext, counted_site: BuiltSite, counter: Counter
) -> None:
    goods = [["PV-101", 2], ["НЕТ/1", 1]]
    said = token(s=None, n=None, g=goods)
    page = opened(context, counted_site, f"{PAID}?r={said}")
    accept(page)

    assert shown(page, NAMED)["goods"] == "Печь <b>101</b> × 2; НЕТ/1 × 1"
    assert cart(page)["goods"] == [["PV-101", 3], ["PV-102", 1]]
    counter.arrives(page, ["purchase A-17"])
    (body,) = [what["purchase"] for what in counter.of("ecommerce")]
    assert body["actionField"] == {"id": "A-17", "revenue": 20000.5}
    assert body["products"] == [
        {"id": "PV-101", "name": "Печь <b>101</b>", "price": 100, "brand": "Хэфэн"}
        | {"category": "Печи", "quantity": 2},
        {"id": "НЕТ/1", "quantity": 1},
    ]


def test_a_failure_says_its_reason_first_also_without_the_fragment(
    context: BrowserContext, counted_site: BuiltSite
) -> None:
    page = opened(context, counted_site, f"{FAILED}?r={token(st='failure', r='limit')}")

    assert shown(page)["reason"] == page.locator("#limit h3").inner_text()
    expect(page).to_have_url(f"{counted_site.address}{FAILED}#limit")
    expect(page.locator("#limit")).to_be_visible()
    expect(page.locator("#funds")).to_be_hidden()
    assert cart(page)["goods"] == HELD
    page.reload()
    assert shown(page)["order"] == "A-17"


@pytest.mark.parametrize(("path", "said"), [(PAID, {}), (FAILED, {"st": "failure", "r": "limit"})])
def test_nothing_jumps_on_a_slow_network(
    context: BrowserContext, counted_site: BuiltSite, path: str, said: dict[str, Any]
) -> None:
    context.add_init_script(SHIFTS)
    page = context.new_page()
    context.new_cdp_session(page).send("Network.emulateNetworkConditions", SLOW)
    page.goto(f"{counted_site.address}{path}?r={token(**said)}", wait_until="networkidle")

    assert shown(page)["order"] == "A-17"
    assert page.evaluate("shifts.reduce((sum, one) => sum + one.value, 0)") < 0.1


def test_an_order_leaves_the_cart_once_however_often_its_return_is_opened(
    context: BrowserContext, counted_site: BuiltSite
) -> None:
    page = opened(context, counted_site)
    for number, pieces in (("A-17", 3), ("A-17", 3), ("A-18", 1), ("A-17", 1)):
        page.goto(f"{counted_site.address}{PAID}?r={token(o=number)}")
        assert cart(page)["goods"] == [["PV-101", pieces], *HELD[1:]]
    assert cart(page)["paid"] == ["A-17", "A-18"]


@pytest.mark.parametrize("record", ["[[1", '{"v":2,"goods":[["PV-101",5]]}', '[["PV-101",5]]'])
def test_a_cart_of_another_make_is_left_as_it_is(
    context: BrowserContext, counted_site: BuiltSite, record: str
) -> None:
    page = opened(context, counted_site)
    page.evaluate("text => { localStorage.cart = text }", record)
    page.goto(f"{counted_site.address}{PAID}?r={token()}")

    assert shown(page)["order"] == "A-17"
    assert page.evaluate("localStorage.getItem('cart')") == record


ODD: list[tuple[Any, Any]] = [
    ({"v": 1, "goods": [["B", "x"], "C", ["PV-101", 2]]}, [["B", "x"], "C"]),
    ({"v": 1, "goods": [["PV-101", 1], ["PV-101", 3]]}, [["PV-101", 2]]),
    ({"v": 1, "goods": [["PV-101", 3]], "paid": {}}, [["PV-101", 1]]),
    ({"v": 1, "goods": [["PV-101", 3]], "paid": ["A-17"]}, [["PV-101", 3]]),
    (None, []),
]


@pytest.mark.parametrize(("before", "goods"), ODD)
@pytest.mark.parametrize(("path", "outcome"), [(PAID, "success"), (ALREADY, "paid")])
def test_of_an_odd_cart_only_what_is_paid_is_taken(
    context: BrowserContext,
    counted_site: BuiltSite,
    before: Any,
    goods: Any,
    path: str,
    outcome: str,
) -> None:
    page = opened(context, counted_site)
    page.evaluate("cart => { localStorage.cart = JSON.stringify(cart) }", before)
    page.goto(f"{counted_site.address}{path}?r={token(st=outcome)}")

    assert cart(page) == {"v": 1, "goods": goods, "paid": ["A-17"]}


def test_whoever_closes_the_page_at_once_has_paid_all_the_same(
    context: BrowserContext, counted_site: BuiltSite, counter: Counter
) -> None:
    page = opened(context, counted_site)
    accept(page)
    for files in ("**/visit.js*", "**/cart/*/*.json"):
        context.route(files, unanswered)
    page.goto(f"{counted_site.address}{PAID}?r={token()}", wait_until="commit")
    expect(page.locator(ORDER)).to_be_visible()
    page.wait_for_function("() => document.documentElement.dataset.consent === 'all'")
    page.goto("about:blank")
    context.unroute("**/visit.js*")
    page.goto(counted_site.address)

    assert cart(page)["goods"] == [["PV-101", 3], *HELD[1:]]
    counter.arrives(page, ["purchase A-17"])


def test_english_words_and_figures(context: BrowserContext, counted_site: BuiltSite) -> None:
    page = opened(context, counted_site, f"/en/order-paid/?r={token(l='en', p=1250000)}")

    assert shown(page)["sum"] == "₽12,500"


def changed_by_day(days: int) -> str:
    now = int(time.time()) + days * 86_400
    return token(iat=now, exp=now + 3600)


NONSENSE: dict[str, Callable[[], str]] = {
    "empty": lambda: "",
    "no token": lambda: "paid",
    "script": lambda: "<script>happened.push(1)</script>",
    "two parts": lambda: token().rpartition(".")[0],
    "four parts": lambda: token() + ".x",
    "a sign too many": lambda: token() + "=",
    "not JSON": lambda: ".".join([*token().split(".")[:1], "AAAA", token().split(".")[2]]),
    "too long": lambda: token(u="/" + "x" * 4000),
    "another site": lambda: token(aud="evil.example"),
    "another service": lambda: token(iss="evil.example"),
    "another outcome": lambda: token(st="paid"),
    "a reason for nothing": lambda: token(r="limit"),
    "a claim too many": lambda: token(x=1),
    "a claim too few": lambda: token(u=None),
    "html as number": lambda: token(o="<img src=x>"),
    "sum 0": lambda: token(p=0),
    "sum 1.5": lambda: token(p=1.5),
    "quantity": lambda: token(n=10**9),
    "sku": lambda: token(s="../../x y"),
    "no goods": lambda: token(s=None, n=None, g=[]),
    "goods as text": lambda: token(s=None, n=None, g="PV-101"),
    "too many goods": lambda: token(s=None, n=None, g=[["A", 1]] * 21),
    "currency": lambda: token(c="rub"),
    "last week": lambda: changed_by_day(-7),
    "next week": lambda: changed_by_day(7),
}


def test_nonsense_shows_nothing_does_nothing_and_leaves_the_address(
    context: BrowserContext, counted_site: BuiltSite, counter: Counter
) -> None:
    page = opened(context, counted_site)
    accept(page)
    failed: list[str] = []
    page.on("pageerror", lambda error: failed.append(str(error)))
    for name, made in NONSENSE.items():
        page.goto(counted_site.address)
        page.goto(f"{counted_site.address}{PAID}?{'r=' + made()}")
        assert page.locator(ORDER).is_hidden(), name
        assert "r=" not in page.evaluate("location.search"), name
        assert page.evaluate("[...(window.happened || [])]") == [], name
        assert cart(page) == {"v": 1, "goods": HELD}, name
    assert failed == []
    assert not any("r=" in view for view in counter.of("view"))


def test_a_visit_from_a_landing_to_a_paid_order_arrives_in_order_and_once(
    context: BrowserContext, counted_site: BuiltSite, counter: Counter, checkout: Checkout
) -> None:
    counter.late = 100
    context.unroute("**/cart/*/*.json")
    page = opened(context, counted_site, "/blog/?utm_source=yandex&utm_medium=cpc")
    accept(page)
    page.goto(counted_site.address + PRODUCT)
    listens(page)
    good = {"id": "PV-103", "name": "Тестомес", "price": 118000, "quantity": 1}
    page.evaluate("good => window.happened.push({name: 'detail', goods: [good]})", good)
    page.evaluate("good => window.happened.push({name: 'add', goods: [good]})", good)
    page.locator(BUY).click()
    page.wait_for_url(f"{STAND_IN}**")
    assert "utm_source=yandex" in page.url
    page.get_by_role("button", name="Подтвердить заказ").click()
    page.wait_for_url("**/orders/*")
    page.check("input[name=way][value=mir]")
    page.check("input[name=answer][value=success]")
    page.locator("button").click()
    page.wait_for_url(f"**{PAID}")
    number = shown(page)["order"]
    page.reload()

    assert number == checkout.orders[-1].number
    counter.arrives(
        page,
        ["detail PV-103", "add PV-103", "checkout PV-103", f"purchase {number}"],
        ["product-view", "cart-add", "checkout", "purchase"],
    )
    page.wait_for_function("() => !Object.keys(localStorage).some(key => key.startsWith('visit.'))")
    assert all("?r=" not in view for view in counter.of("view"))
    goods = [
        said[name]["products"][0] for said in counter.of("ecommerce") for name in list(said)[1:]
    ]
    assert [good.get("name") for good in goods[:3]] == ["Тестомес"] * 3
