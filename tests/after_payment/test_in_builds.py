"""A small site with a cart and reminders: what is registered, allowed, and said to visitors."""

import json
import re
from pathlib import Path

import pytest

from plugins.payment_service.registration import registered
from tests.sites import ROOT, Files, output_of
from tests.test_theme import themed

PAGE = "Title: {title}\nDescription: О ней.\nSlug: {slug}\nTemplate: {template}\n\nТекст.\n"
FILES = {
    "ru/pages/cart.md": PAGE.format(title="Корзина", slug="korzina", template="cart"),
    "en/pages/cart.md": PAGE.format(title="Cart", slug="cart", template="cart"),
    "ru/pages/payment-failed.md": PAGE.format(title="Не прошла", slug="fail", template="failed"),
    "en/pages/payment-failed.md": PAGE.format(title="It failed", slug="fail", template="failed"),
    **{
        f"{lang}/pages/consent.md": PAGE.format(title="Согласие", slug="consent", template="legal")
        for lang in ("ru", "en")
    },
    **{
        f"{lang}/pages/privacy.md": PAGE.format(title="Политика", slug="privacy", template="legal")
        for lang in ("ru", "en")
    },
}
CART = """{% extends "base.html" %}
{% block main %}<h1>{{ page.title }}</h1>
<form method="post" action="{{ SHOP.checkout.address }}"><button>{{ page.title }}</button></form>
{% endblock %}
"""
STAND_IN = "http://127.0.0.1:8010"
REMIND = "https://example.com/remind"
FORMS = f"""forms:
  - kind: reminder
    purpose: remind
    endpoint: {REMIND}
    pages: [pages/payment-failed.md]
"""
PURPOSE = """  - key: remind
    name: {ru: Один раз напомнить об оплате, en: "To remind you of a payment, once"}
    data: {ru: "адрес почты или телефон, артикул", en: "e-mail address or phone, product code"}
    basis: {ru: ваше согласие, en: your consent}
    term: {ru: до напоминания, en: until the reminder}
    consent: true
"""
LAW = (ROOT / "tests/site/content/data/legal.yaml").read_text("utf-8") + PURPOSE
REMINDERS = {"data/forms.yaml": FORMS, "data/legal.yaml": LAW}


def built(
    folder: Path, *changes: tuple[str, str], without: str = "", more: Files | None = None
) -> dict[str, str]:
    """The pages of the small site with a cart, after these changes of its settings and files."""
    files = {path: text for path, text in FILES.items() if path not in without}
    settings = themed(folder, {**files, **(more or {})})
    (folder / "theme/templates/cart.html").write_text(CART, "utf-8")
    text = settings.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    settings.write_text(text, "utf-8")
    texts = (".html", ".json")
    output = output_of(settings)
    return {path: data.decode() for path, data in output.items() if path.endswith(texts)}


def forms_of(page: str) -> list[str]:
    """To which hosts the policy of a page lets it send forms."""
    found = re.search(r"form-action ([^;\"]*)", page)
    assert found
    return found[1].split()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return built(tmp_path_factory.mktemp("site"), more=REMINDERS)


def test_the_page_of_the_cart_is_registered_by_language(pages: dict[str, str]) -> None:
    said = json.loads(pages[".well-known/checkout-returns.json"])
    assert said["cart"] == {"ru": "/korzina/", "en": "/en/cart/"}


def test_the_stand_in_finds_it_there(pages: dict[str, str]) -> None:
    files = {path: text.encode() for path, text in pages.items() if path.startswith(".well-known")}
    [merchant] = registered(files, "http://localhost:8000", "").values()
    assert [merchant.cart_of(lang) for lang in ("ru", "en", "de")] == [
        "/korzina/", "/en/cart/", "/korzina/",
    ]  # fmt: skip
    assert merchant.return_to("ru", "failure") == "http://localhost:8000/fail/"
    assert merchant.return_to("ru", "failure", "K-2") == "http://localhost:8000/fail/K-2/"


def test_the_cart_may_be_sent_to_the_service_and_nothing_else_may(pages: dict[str, str]) -> None:
    assert forms_of(pages["korzina/index.html"]) == ["'self'", STAND_IN]
    assert forms_of(pages["en/cart/index.html"]) == ["'self'", STAND_IN]
    for page in ("index.html", "blog/index.html", "products/chaynik/index.html"):
        assert forms_of(pages[page]) == ["'self'"]


def test_the_page_for_all_failures_names_the_cart(pages: dict[str, str]) -> None:
    russian, english = (
        pages[f"{way}fail/index.html"].replace("\u00a0", " ") for way in ("", "en/")
    )
    assert '<a class="button" href="/korzina/">Вернуться в корзину</a>' in russian
    assert '<a class="button" href="/en/cart/">Back to the cart</a>' in english
    assert "осталась" not in pages["fail/K-2/index.html"]


def test_without_a_cart_nothing_is_registered_and_nothing_named(tmp_path: Path) -> None:
    found = built(tmp_path, without="ru/pages/cart.md en/pages/cart.md")
    assert "cart" not in json.loads(found[".well-known/checkout-returns.json"])
    assert "осталась" not in found["fail/index.html"]
    assert "mailto:" in found["fail/index.html"].partition("Напомн")[2]


def reminder_on(page: str) -> str:
    form: str
    [form] = re.findall(rf'<form[^>]* action="{REMIND}".*?</form>', page, re.DOTALL)
    return form.replace("\u00a0", " ")


def test_the_form_for_a_reminder_is_honest(pages: dict[str, str]) -> None:
    page = pages["fail/K-2/index.html"]
    form = reminder_on(page)
    assert 'method="post"' in form
    assert '<input type="hidden" name="sku" value="K-2"' in form
    assert '<input type="hidden" name="page" value="/fail/K-2/">' in form
    [box] = re.findall(r"<input[^>]*checkbox[^>]*>", form)
    assert 'name="consent"' in box
    assert "required" in box
    assert "checked" not in box
    assert "Цель: один раз напомнить об оплате" in form
    assert 'href="/consent/"' in form
    [field] = re.findall(r'<input[^>]* id="reminder-contact_"[^>]*>', form)
    assert 'type="text"' in field
    assert 'for="reminder-contact_">Почта или телефон<' in form
    assert "/forms.js?v=" in page
    assert "mailto:" not in page.partition("Напомним")[2].partition("<form")[0]


def test_a_page_with_that_form_may_send_it_there(pages: dict[str, str]) -> None:
    host = "https://example.com"
    assert forms_of(pages["fail/K-2/index.html"]) == ["'self'", host]
    assert forms_of(pages["en/fail/index.html"]) == ["'self'", host]
    assert host not in forms_of(pages["korzina/index.html"])


def test_a_reminder_of_a_cart_names_no_product(pages: dict[str, str]) -> None:
    assert 'name="sku"' not in reminder_on(pages["fail/index.html"])


def test_a_shop_that_is_closed_sends_no_cart_anywhere(tmp_path: Path) -> None:
    off = ("checkout.CheckoutSettings()", "checkout.CheckoutSettings(off=True)")
    pages = built(tmp_path, off)
    assert forms_of(pages["korzina/index.html"]) == ["'self'"]


def test_the_words_beside_a_link_of_a_wrong_clock(pages: dict[str, str]) -> None:
    page = pages["products/chaynik/index.html"]
    assert 'id="checkout-not-yet"' in page
    assert "По часам платёжного сервиса" in page.replace("\u00a0", " ")
    assert (ROOT / "docs/checkout-contract.md").read_text("utf-8").count("#checkout-not-yet") >= 2
