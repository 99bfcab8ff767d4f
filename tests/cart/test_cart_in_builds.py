"""The cart in built sites: its page, files of goods, buttons; without a page nothing of it."""

import json
import re
from pathlib import Path

import pytest

from tests.sites import complaints, output_of, without_checkout
from tests.test_theme import themed

PAGE = "korzina/index.html"
PRODUCT = "products/chaynik/index.html"
FILE = "cart/ru/K-2.json"
CART = """Title: Корзина
Description: Что вы отложили.
Slug: korzina
Status: hidden
Template: cart

Здесь то, что вы отложили.
"""
CARTS = {"ru/pages/cart.md": CART}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("VITRINA_NOW", "2026-11-22 12:00")
        return output_of(themed(tmp_path_factory.mktemp("cart"), CARTS))


def test_what_the_cart_reads_of_a_product(built: dict[str, bytes]) -> None:
    said = json.loads(built[FILE])
    token = said.pop("token")

    assert said == {
        "sku": "K-2",
        "name": "Чайник на два литра",
        "url": "/products/chaynik/",
        "price": 299000,
        "currency": "RUB",
        "shown": "2\xa0990\xa0₽",
        "n": [1, 99],
        "sold": True,
        "brand": "Чайники",
        "category": "Кухня",
    }
    assert f"?t={token}".encode() in built[PRODUCT]


def test_the_button_says_what_the_cart_needs(built: dict[str, bytes]) -> None:
    page = built[PRODUCT].decode()
    button = re.search(r"<button[^>]*data-sku[^>]*>", page)

    assert button
    assert 'data-sku="K-2" data-name="Чайник на два литра" data-price="2990"' in button[0]
    assert 'data-brand="Чайники" data-category="Кухня" data-detail' in button[0]


def test_the_page_is_kept_from_search_engines(built: dict[str, bytes]) -> None:
    assert b'<meta name="robots" content="noindex">' in built[PAGE]
    assert b"korzina" not in built["sitemap.xml"]


def test_the_page_may_send_its_form_and_ask_its_own_site(built: dict[str, bytes]) -> None:
    policy = re.search(r'Policy" content="([^"]*)', built[PAGE].decode())

    assert policy
    assert "form-action 'self' http://127.0.0.1:8010" in policy[1]
    assert "connect-src 'self'" in policy[1]


def test_every_page_leads_to_the_cart_of_its_language(built: dict[str, bytes]) -> None:
    assert b'href="/korzina/" data-cart' in built["index.html"]
    assert b"data-cart" not in built["en/index.html"]
    assert not any(path.startswith("cart/en/") for path in built)


def test_without_a_page_there_is_no_cart(tmp_path: Path) -> None:
    output = output_of(themed(tmp_path, {}))

    assert not [path for path in output if path.startswith("cart")]
    assert b"data-cart" not in output["index.html"]
    for path in ("index.html", PRODUCT):
        assert b"data-sku" not in output[path]
        assert b"cart.js" not in output[path]


def test_goods_out_of_stock_stay_known_and_have_no_token(tmp_path: Path) -> None:
    data = Path(__file__).parents[1] / "site/content/data/products.yaml"
    text = data.read_text("utf-8").replace("in-stock", "out-of-stock")
    output = output_of(themed(tmp_path, {**CARTS, "data/products.yaml": text}))
    said = json.loads(output[FILE])

    assert (said["sold"], said["token"]) == (False, "")
    button = re.search(r'<p class="add" hidden>\s*<button[^>]*', output[PRODUCT].decode())
    assert button
    assert "data-detail" in button[0]


def test_while_the_service_is_off_the_list_goes_by_letter(tmp_path: Path) -> None:
    themed(tmp_path, CARTS)
    output = output_of(without_checkout(tmp_path))
    page = output[PAGE].decode()

    assert json.loads(output[FILE])["token"] == ""
    assert 'method="post"' not in page.partition("<main")[2]
    assert "mailto:" in page
    assert "Выставим счёт" in page.replace("\xa0", " ")


def test_a_document_cannot_take_the_place_of_a_file(tmp_path: Path) -> None:
    page = CART.replace("korzina", "cart/ru/K-2.json").replace("Template: cart\n", "")
    said = complaints(themed(tmp_path, {**CARTS, "ru/pages/other.md": page}))
    assert said["en"]
