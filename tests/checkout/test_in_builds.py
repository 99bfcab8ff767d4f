"""Links in built sites: in texts, on product pages, in feeds, in the files for the service."""

import json
import re
import sys
from datetime import datetime, timedelta
from html import unescape
from pathlib import Path

import pytest

from plugins.checkout.claims import Claims
from plugins.checkout.keys import EXAMPLE_D, jwks, keys_of, private_jwk, signing_key
from plugins.checkout.tokens import LONGEST, verified
from plugins.documents.front_matter import MOSCOW
from tests.checkout.test_keys import OWN
from tests.sites import Files, complaints, output_of, project
from tests.test_theme import themed

ARTICLE = """Title: О чайниках
Date: 2026-10-01
Description: Какой выбрать
Slug: kettles

{body}
"""
BUY = '[Купить "чайник"]({checkout}K-2)'
GONE = (Path(__file__).parents[1] / "site/content/data/products.yaml").read_text("utf-8")
GONE = GONE.replace("availability: in-stock", "availability: out-of-stock")
PRODUCT = "products/chaynik/index.html"
NOW = datetime(2026, 11, 23, tzinfo=MOSCOW)


@pytest.fixture(autouse=True)
def _still(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VITRINA_NOW", "2026-11-23")


def article(body: str) -> Files:
    return {"ru/blog/kettles.md": ARTICLE.format(body=body)}


def with_settings(settings: Path, checkout: str) -> Path:
    text = settings.read_text("utf-8")
    old = "checkout.CheckoutSettings()"
    assert old in text
    settings.write_text(text.replace(old, f"checkout.CheckoutSettings({checkout})"), "utf-8")
    return settings


def links(page: bytes) -> list[str]:
    """Addresses of the links into the service."""
    return [unescape(a) for a in re.findall(r'href="([^"]*\?t=[^"]*)"', page.decode())]


def claims_of(link: str, keys: bytes, audience: str = "demo") -> Claims:
    return verified(link.partition("?t=")[2], keys_of(keys, "keys"), audience, NOW).claims


def test_a_link_in_a_text_says_what_the_price_list_says(tmp_path: Path) -> None:
    output = output_of(project(tmp_path, article(BUY)))
    page = output["blog/kettles/index.html"]
    (link,) = links(page)

    claims = claims_of(link, output[".well-known/jwks.json"])
    assert (claims.sku, claims.price, claims.currency) == ("K-2", 299000, "RUB")
    assert (claims.page, claims.lang, claims.issuer) == ("/blog/kettles/", "ru", "kettles.example")
    assert claims.quantity == (1, 99)
    assert datetime.fromtimestamp(claims.issued, MOSCOW) == datetime(2026, 11, 1, tzinfo=MOSCOW)
    assert datetime.fromtimestamp(claims.expires, MOSCOW) == datetime(2027, 1, 1, tzinfo=MOSCOW)
    assert 'rel="nofollow" referrerpolicy="strict-origin"' in page.decode()
    assert ">Купить «чайник»</a>" in page.decode()
    assert len(link) <= LONGEST


def test_code_keeps_the_notation_and_a_reference_is_a_link(tmp_path: Path) -> None:
    body = "`[x]({checkout}K-2)` и [купить][1].\n\n[1]: {checkout}K-2"
    page = output_of(project(tmp_path, article(body)))["blog/kettles/index.html"]

    assert len(links(page)) == 1
    assert "<code>[x]({checkout}K-2)</code>" in page.decode()


def test_the_catalogue_says_what_the_links_say(tmp_path: Path) -> None:
    output = output_of(project(tmp_path, article(BUY)))
    (link,) = links(output["blog/kettles/index.html"])
    claims = claims_of(link, output[".well-known/jwks.json"])
    catalogue = json.loads(output[".well-known/checkout-catalogue.json"])

    assert (catalogue["issuer"], catalogue["service"]) == (claims.issuer, claims.audience)
    (product,) = catalogue["products"]
    assert product == {
        "s": claims.sku,
        "p": claims.price,
        "c": claims.currency,
        "v": claims.version,
        "n": list(claims.quantity),
        "sold": True,
        "until": None,
        "pages": {"ru": "/products/chaynik/"},
        "names": {"ru": "Чайник на два литра"},
    }


def test_builds_of_one_period_are_equal_and_of_the_next_are_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = project(tmp_path, article(BUY))
    first = output_of(settings)["blog/kettles/index.html"]
    monkeypatch.setenv("VITRINA_NOW", "2026-11-30 23:59")
    assert output_of(settings)["blog/kettles/index.html"] == first
    monkeypatch.setenv("VITRINA_NOW", "2026-12-01 00:00")
    assert output_of(settings)["blog/kettles/index.html"] != first


@pytest.mark.parametrize(
    ("notation", "en", "ru"),
    [
        (
            "{checkout}K-3",
            "no product has the sku 'K-3'; did you mean K-2?",
            "товара с артикулом «K-3» нет; может быть, K-2?",
        ),
        (
            "{checkout}",
            "no product has the sku ''; take one of content/data/products.yaml",
            "товара с артикулом «» нет; возьмите его из content/data/products.yaml",
        ),
    ],
)
def test_an_unknown_sku_is_an_error_with_its_place(
    tmp_path: Path, notation: str, en: str, ru: str
) -> None:
    settings = project(tmp_path, article(f"Текст.\n\n[Купить]({notation})"))

    place = "content/ru/blog/kettles.md:8: "
    assert complaints(settings) == {"en": [place + en], "ru": [place + ru]}


def test_what_is_out_of_stock_is_an_error_or_by_setting_a_letter(tmp_path: Path) -> None:
    settings = project(tmp_path, {**article(f"Текст. {BUY}"), "data/products.yaml": GONE})
    assert complaints(settings)["en"] == [
        "content/ru/blog/kettles.md:6: {checkout}K-2: K-2 is out of stock, it cannot be bought"
    ]

    with_settings(settings, 'unavailable="letter"')
    page = output_of(settings)["blog/kettles/index.html"].decode()
    assert links(page.encode()) == []
    assert re.search(r'<a href="mailto:[^"]*K-2[^"]*">Сообщить, когда появится<!--', page)


def test_off_puts_letters_in_the_place_of_links(tmp_path: Path) -> None:
    settings = with_settings(project(tmp_path, article(BUY)), "off=True")
    output = output_of(settings)

    page = output["blog/kettles/index.html"].decode()
    assert links(page.encode()) == []
    assert re.search(r'<a href="mailto:[^"]*">Купить «чайник»</a>', page)
    assert "service" not in json.loads(output[".well-known/checkout-catalogue.json"])


def test_a_feed_leads_to_the_product_instead(tmp_path: Path) -> None:
    feed = output_of(project(tmp_path, article(BUY)))["feed.xml"].decode()

    assert "?t=" not in feed
    assert 'href="https://kettles.example/products/chaynik/"' in unescape(feed)


def test_the_product_page_has_a_button_with_the_price_and_says_it_is_a_trial(
    tmp_path: Path,
) -> None:
    output = output_of(themed(tmp_path, {}))
    page = output[PRODUCT].decode()

    (link,) = links(page.encode())
    assert claims_of(link, output[".well-known/jwks.json"]).page == "/products/chaynik/"
    assert link.startswith("http://127.0.0.1:8010/?t=")
    assert re.search(r'<a class="button" [^>]*>Перейти к\s?оплате\s—\s2\s990\s₽</a>', page)
    assert "деньги не" in page


def test_a_product_page_without_stock_asks_for_a_letter(tmp_path: Path) -> None:
    page = output_of(themed(tmp_path, {"data/products.yaml": GONE}))[PRODUCT].decode()

    assert links(page.encode()) == []
    assert re.search(r'<a class="button" href="mailto:[^"]*">Сообщить, когда появится</a>', page)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("price: 2990", "price: 1000000000", "expected a price up to 999999999.99"),
        ("sku: K-2", 'sku: "К 2 🫖"', "links take a sku of letters"),
        ("sku: K-2", f"sku: {'K' * 33}", "links take a sku of letters"),
    ],
)
def test_a_product_that_no_link_can_sell_is_an_error(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    prices = GONE.replace("out-of-stock", "in-stock").replace(old, new)
    sku = new.removeprefix("sku: ").strip('"') if "sku" in old else "K-2"
    page = (Path(__file__).parents[1] / "site/content/ru/products/kettle.md").read_text("utf-8")
    files = {"data/products.yaml": prices, "ru/products/kettle.md": page.replace("K-2", sku)}

    (line,) = complaints(project(tmp_path, files))["en"]
    assert line.startswith("content/ru/products/kettle.md:")
    assert said in line


def test_the_longest_sku_fits_and_a_page_that_is_too_long_is_an_error(tmp_path: Path) -> None:
    sku = "K" * 32
    prices = GONE.replace("out-of-stock", "in-stock").replace("K-2", sku)
    kettle = (Path(__file__).parents[1] / "site/content/ru/products/kettle.md").read_text("utf-8")
    files = {"data/products.yaml": prices, "ru/products/kettle.md": kettle.replace("K-2", sku)}
    long = re.sub("Slug: .*", f"Slug: {'a' * 120}", files["ru/products/kettle.md"])

    output_of(themed(tmp_path / "good", files))
    (line,) = complaints(project(tmp_path / "long", {**files, "ru/products/kettle.md": long}))["en"]
    assert "characters long, 500 at most; give the page a shorter Slug" in line


def test_a_key_of_ones_own_signs_and_only_it_is_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VITRINA_CHECKOUT_KEY", private_jwk(OWN))
    keys = f"kid,x,since,retired,leaked\n{OWN.public.kid},{OWN.public.x},2026-11-01,,\n"
    settings = project(tmp_path, {**article(BUY), "data/checkout-keys.csv": keys})
    with_settings(settings, 'address="https://pay.kettles.example/order"')
    output = output_of(settings)

    assert output[".well-known/jwks.json"] == jwks([OWN.public])
    (link,) = links(output["blog/kettles/index.html"])
    assert link.startswith("https://pay.kettles.example/order?t=")
    claims = claims_of(link, output[".well-known/jwks.json"], "pay.kettles.example")
    assert claims.audience == "pay.kettles.example"
    secret = json.loads(private_jwk(OWN))["d"].encode()
    assert not any(secret in data for data in output.values())


def test_publishing_refuses_the_example_key_even_when_it_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = project(tmp_path, {}).with_name("publishconf.py")
    for _ in range(2):
        monkeypatch.delitem(sys.modules, "pelicanconf", raising=False)
        said = "\n".join(complaints(settings)["en"])
        assert "VITRINA_CHECKOUT_KEY: expected a private key" in said
        assert "got the published example key, with which everybody can sign" in said
        monkeypatch.setenv("VITRINA_CHECKOUT_KEY", private_jwk(signing_key(EXAMPLE_D)))
    monkeypatch.delitem(sys.modules, "pelicanconf", raising=False)
    with_settings(settings.with_name("pelicanconf.py"), "off=True")
    assert "VITRINA_CHECKOUT_KEY" not in "\n".join(complaints(settings)["en"])


def test_a_clock_that_is_off_by_a_day_makes_links_that_say_so(tmp_path: Path) -> None:
    output = output_of(project(tmp_path, article(BUY)))
    (link,) = links(output["blog/kettles/index.html"])
    claims = claims_of(link, output[".well-known/jwks.json"])
    life = timedelta(seconds=claims.expires - claims.issued)

    assert life == timedelta(days=61)
