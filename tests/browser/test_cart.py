"""The cart of a visitor: from buttons to the form of the payment service, by keyboard, too."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from tests.browser.built_site import BuiltSite
from tests.browser.carts import (
    HOB,
    MIXER,
    MIXER_SKU,
    OVEN,
    cart_page,
    keeps,
    kept,
    product_page,
    record,
    rows,
    settled,
    text,
    total,
)

both_languages = pytest.mark.parametrize("lang", ["ru", "en"])
HAPPENED = "(window.happened || []).map(one => [one.name, one.goods.map(good => good.id)])"


@pytest.fixture
def visitor(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 360, "height": 640})
    yield context
    context.close()


def test_a_product_is_put_into_the_cart(visitor: BrowserContext, site: BuiltSite) -> None:
    page = product_page(visitor, site)
    page.get_by_role("button", name="В корзину").click()

    assert kept(page) == {"v": 1, "goods": [[MIXER_SKU, 1]]}
    expect(page.locator("header [data-cart] b")).to_have_text("1")
    expect(page.get_by_role("link", name="В корзине: 1")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/korzina/")
    settled(page)
    assert rows(page) == [("Спиральный тестомес на 30 литров", "1")]
    assert total(page) == "Итого 118 000 ₽"


def test_goods_are_put_into_the_cart_from_a_list(visitor: BrowserContext, site: BuiltSite) -> None:
    page = product_page(visitor, site, "/products/")
    buttons = page.get_by_role("button", name="В корзину")
    buttons.nth(1).click()
    buttons.nth(0).click()

    assert urlsplit(page.url).path == "/products/"
    assert [n for _, n in kept(page)["goods"]] == [1, 1]
    expect(page.locator("header [data-cart] b")).to_have_text("2")


def test_goods_out_of_stock_cannot_be_added(visitor: BrowserContext, site: BuiltSite) -> None:
    page = product_page(visitor, site, "/products/")
    page.wait_for_selector(".add[data-n]")
    assert page.locator("[data-sku]").count() == page.locator(".goods > li").count() - 1
    assert page.locator("[data-sku=PV-204]").count() == 0


def test_quantities_change_by_buttons_and_by_typing(
    visitor: BrowserContext, site: BuiltSite
) -> None:
    keeps(visitor, record((HOB, 1), (MIXER_SKU, 2)))
    page = cart_page(visitor, site)
    page.get_by_role("button", name="Больше: Настольная").click()
    field = page.get_by_role("spinbutton", name="Количество: Спиральный")
    field.fill("5")
    field.press("Enter")

    assert kept(page)["goods"] == [[HOB, 2], [MIXER_SKU, 5]]
    assert total(page) == "Итого 683 800 ₽"
    page.get_by_role("button", name="Меньше: Настольная").click()
    assert text(page.locator(".rows .sum").first) == "46 900 ₽"


def test_what_is_removed_can_be_put_back_to_its_place(
    visitor: BrowserContext, site: BuiltSite
) -> None:
    keeps(visitor, record((OVEN, 3), (HOB, 1)))
    page = cart_page(visitor, site)
    page.get_by_role("button", name="Убрать: Пароконвектомат").press("Enter")

    assert kept(page)["goods"] == [[HOB, 1]]
    undo = page.get_by_role("button", name="Вернуть: Пароконвектомат")
    expect(undo).to_be_focused()
    undo.press("Enter")
    assert kept(page)["goods"] == [[OVEN, 3], [HOB, 1]]
    expect(page.get_by_role("spinbutton").first).to_be_focused()


def test_an_empty_cart_leads_to_the_goods(visitor: BrowserContext, site: BuiltSite) -> None:
    keeps(visitor, record((OVEN, 1)))
    page = cart_page(visitor, site)
    page.get_by_role("button", name="Убрать: Пароконвектомат").click()

    expect(page.get_by_text("Корзина пуста.")).to_be_visible()
    assert kept(page) is None
    page.locator("main").get_by_role("link", name="Товары").click()
    page.wait_for_url("**/products/")


@both_languages
def test_a_form_of_signed_items_goes_to_the_service(
    visitor: BrowserContext, site: BuiltSite, lang: str
) -> None:
    keeps(visitor, record((HOB, 2), (MIXER_SKU, 1), ("PV-204", 1)))
    page = cart_page(visitor, site, lang=lang)
    sent: list[Any] = []

    def service(route: Any) -> None:
        sent.append(parse_qs(route.request.post_data))
        route.fulfill(body="ok")

    page.route("http://127.0.0.1:8010/**", service)
    button = page.locator(".till form button")
    words = {"ru": "Перейти к оплате — 211 800 ₽", "en": "Go to payment – ₽211,800"}
    assert text(button) == words[lang]
    page.evaluate("document.querySelector('.till form').target = '_blank'")
    assert page.evaluate(HAPPENED) == []
    button.click()
    page.wait_for_function(f"() => {HAPPENED}.length === 1")
    assert page.evaluate(HAPPENED) == [["checkout", [HOB, MIXER_SKU]]]

    form = page.evaluate("[...new FormData(document.querySelector('.till form'))]")
    tokens = [
        json.loads((site.folder / f"cart/{lang}/{sku}.json").read_bytes())["token"]
        for sku in (HOB, MIXER_SKU)
    ]
    assert form == [["lang", lang], ["t", tokens[0]], ["q", "2"], ["t", tokens[1]], ["q", "1"]]


def test_the_token_is_that_of_the_page_of_the_product(site: BuiltSite) -> None:
    said_of = json.loads((site.folder / f"cart/ru/{MIXER_SKU}.json").read_bytes())
    page = (site.folder / MIXER.strip("/") / "index.html").read_text("utf-8")

    assert f"?t={said_of['token']}" in page


def test_ways_to_pay_fit_the_total(visitor: BrowserContext, site: BuiltSite) -> None:
    keeps(visitor, record((OVEN, 2)))
    page = cart_page(visitor, site)
    ways = page.locator(".till ul")
    assert "СБП), до 700 000 ₽ за платёж" in text(ways)
    page.get_by_role("button", name="Больше").click()
    assert "СБП): до 700 000 ₽ за платёж, а здесь больше" in text(ways)
    expect(ways.get_by_text("Счёт на оплату")).to_be_visible()


def test_a_letter_with_the_list_is_the_second_way(visitor: BrowserContext, site: BuiltSite) -> None:
    keeps(visitor, record((HOB, 2)))
    page = cart_page(visitor, site)
    letter = unquote(
        page.get_by_role("link", name="Отправить список письмом").get_attribute("href") or ""
    )

    assert "2 × PV-102 Настольная индукционная плита 5 кВт" in letter
    assert "/korzina/#cart=PV-102*2" in letter


def test_what_happened_is_told_in_memory(visitor: BrowserContext, site: BuiltSite) -> None:
    page = product_page(visitor, site)
    page.get_by_role("button", name="В корзину").click()
    assert page.evaluate("window.happened") == [
        {
            "name": name,
            "goods": [
                {
                    "id": MIXER_SKU,
                    "name": "Спиральный тестомес на 30 литров",
                    "price": 118000,
                    "brand": page.evaluate("document.querySelector('[data-sku]').dataset.brand"),
                    "category": "Для кухни/Тестомесы",
                    "quantity": 1,
                }
            ],
        }
        for name in ("detail", "add")
    ]
    assert page.evaluate("Object.keys(localStorage)") == ["cart"]
    assert page.context.cookies() == []
