"""Forms in Chromium: what is typed arrives once or stays; every failure is said, with a way on."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.built_site import PROJECT, BuiltSite, served
from tests.browser.endpoint import Endpoint, answering
from tests.browser.test_accessibility import violations
from tests.browser.test_quiet import sticks_out
from tests.conftest import Once

ORIGIN = "https://forms.example.com"
BUILD = """
import sys
from pathlib import Path
from plugins.documents.pelican_bridge import build
build(Path(sys.argv[1], "pelicanconf.py"), Path(sys.argv[1], "output"))
"""
REMINDER = "  - {kind: reminder, purpose: remind, pages: [pages/payment-failed.md]}\n"
PURPOSE = """purposes:
  - key: remind
    name: {ru: Один раз напомнить об оплате, en: "To remind you of a payment, once"}
    data: {ru: "адрес почты или телефон, артикул", en: "e-mail address or phone, product code"}
    basis: {ru: ваше согласие, en: your consent}
    term: {ru: до напоминания, en: until the reminder}
    consent: true
"""
# A visitor who has been on the page for a minute
PATIENT = "let asked = 0; performance.now = () => (asked++ ? 60000 : 0)"
# What visit.js does: adds where the visitor came from before a form is sent
ATTRIBUTING = """
addEventListener('submit', ({target}) => {
    if (target.elements.utm_source || !target.matches('[data-attributed]')) return
    const field = Object.assign(document.createElement('input'),
        {type: 'hidden', name: 'utm_source', value: 'yandex'})
    target.append(field)
}, true)
"""
STORED = "[document.cookie, Object.keys(localStorage), Object.keys(sessionStorage)]"
HOSTILE = [
    "«Кавычки» \"двойные\" 'одинарные' <b>теги</b> & амперсанды",
    "Тема\r\nBcc: evil@example.com\r\n\r\nДругое письмо",
    "%0D%0ABcc:evil@example.com?cc=evil@example.com&bcc=evil",
    "👩‍👩‍👧‍👦 эмодзи 🇷🇺 и \ud83d половина знака",
    "x" * 100_000,
]


@pytest.fixture(scope="session")
def form_pages(once: Once) -> Path:
    """The shipped site whose forms are sent to ORIGIN."""
    return once("sending-site", built) / "output"


def built(folder: Path) -> None:
    """A copy of the project with an endpoint and a reminder, built."""
    for name in ("content", "theme"):
        shutil.copytree(PROJECT / name, folder / name)
    shutil.copy(PROJECT / "pelicanconf.py", folder)
    file = folder / "content/data/forms.yaml"
    file.write_text(f"endpoint: {ORIGIN}/send\n{file.read_text('utf-8')}{REMINDER}", "utf-8")
    law = folder / "content/data/legal.yaml"
    law.write_text(law.read_text("utf-8").replace("purposes:\n", PURPOSE, 1), "utf-8")
    environment = {**os.environ, "PYTHONPATH": str(PROJECT)}
    command = [sys.executable, "-c", BUILD, str(folder)]
    subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)


@pytest.fixture(scope="module")
def endpoint() -> Iterator[Endpoint]:
    with answering() as endpoint:
        yield endpoint


@pytest.fixture(scope="module")
def sending(
    form_pages: Path, endpoint: Endpoint, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[BuiltSite]:
    """That site, with the endpoint on this machine in the place of ORIGIN."""
    folder = tmp_path_factory.mktemp("sending")
    for file in form_pages.rglob("*"):
        if file.suffix in (".html", ".js") and "pagefind" not in file.parts:
            copy = folder / file.relative_to(form_pages)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(file.read_text("utf-8").replace(ORIGIN, endpoint.address), "utf-8")
    with served(folder) as site:
        yield site


@pytest.fixture
def visit(
    browser: Browser, sending: BuiltSite, endpoint: Endpoint
) -> Iterator[Callable[..., Page]]:
    """Opens a page of the site with an endpoint, its forms unfolded, for a patient visitor."""
    endpoint.mode = "ok"
    endpoint.taken.clear()
    endpoint.asked.clear()
    endpoint.came.clear()
    endpoint.release.clear()
    pages = []

    def opened(path: str, script: str = PATIENT, width: int = 360, **context: Any) -> Page:
        size = {"width": width, "height": 640}
        page = browser.new_page(viewport=size, **context)  # type: ignore[arg-type]
        pages.append(page)
        page.add_init_script(script)
        page.goto(f"{sending.address}/{path}")
        if context.get("java_script_enabled", True):
            page.wait_for_selector(".form[novalidate]", state="attached")
        while (folded := page.locator(".ask:not([open]) > summary")).count():
            folded.first.click()
        return page

    yield opened
    endpoint.release.set()
    for page in pages:
        page.close()


def asked(page: Page, text: str = "Какая масса?") -> None:
    """Fill in the question on the page of contacts and send it."""
    page.locator("#question-message_").fill(text)
    page.locator("#question-email_").fill("Иван@Почта.рф")
    page.locator("#question-name_").fill("Анна")
    page.locator("#question-consent_").check()
    page.get_by_role("button", name="Отправить вопрос").click()


def test_a_question_arrives_once_with_all_its_fields(
    visit: Callable[..., Page], endpoint: Endpoint
) -> None:
    page = visit("kontakty/", PATIENT + ATTRIBUTING)
    asked(page)

    done = page.locator("#question_ .done")
    expect(done).to_contain_text("Вопрос отправлен")
    expect(done).to_be_focused()
    expect(page.locator("#question_ form")).to_be_hidden()
    (message,) = endpoint.taken
    assert len(message.pop("idempotency")[0]) == 32
    assert message.pop("version")[0] >= "2026-11-23"
    assert message == {
        "form": ["question"], "lang": ["ru"], "page": ["/kontakty/"], "website": [""],
        "message": ["Какая масса?"], "email": ["Иван@Почта.рф"], "name": ["Анна"],
        "consent": ["yes"], "utm_source": ["yandex"],
    }  # fmt: skip
    assert endpoint.asked[0]["accept"] == "application/json"
    assert endpoint.asked[0]["content-type"].startswith("application/x-www-form-urlencoded")
    assert page.evaluate("window.happened") == [{"name": "goal", "goal": "form-question"}]
    assert page.evaluate(STORED) == ["", [], []]


@pytest.mark.parametrize(
    ("mode", "said"),
    [
        ("not ok", "Сервер не принял"),
        ("null", "У нас неполадка"),
        ("html", "У нас неполадка"),
        ("500", "У нас неполадка"),
        ("elsewhere", "У нас неполадка"),
        ("400", "Сервер не принял"),
        ("429", "Слишком много сообщений"),
        ("closed", "не получилось связаться"),
    ],
)
def test_a_failure_keeps_every_word_and_can_be_sent_again(
    visit: Callable[..., Page], endpoint: Endpoint, mode: str, said: str
) -> None:
    page = visit("kontakty/")
    endpoint.mode = mode
    asked(page)

    why = page.locator("#question_ .failed .wrong")
    expect(why).to_contain_text(said)
    expect(why).to_be_focused()
    expect(page.locator("#question-message_")).to_have_value("Какая масса?")
    expect(page.locator("#question-consent_")).to_be_checked()
    expect(page.locator("#question_ .failed a[href^='tel:']")).to_be_visible()
    href = page.get_by_role("link", name="Отправить письмом").get_attribute("href") or ""
    assert "Какая масса?" in parse_qs(urlsplit(href).query)["body"][0]
    assert page.evaluate("window.happened") is None

    endpoint.mode = "ok"
    page.get_by_role("button", name="Отправить ещё раз").click()
    expect(page.locator("#question_ .done")).to_contain_text("Вопрос отправлен")
    first, second = endpoint.taken
    assert first == second
    assert page.evaluate("happened.length") == 1


def test_a_server_that_is_down_or_a_phone_without_connection(
    visit: Callable[..., Page], endpoint: Endpoint
) -> None:
    page = visit("kontakty/")
    page.route(f"{endpoint.address}/**", lambda route: route.abort("connectionrefused"))
    asked(page)
    expect(page.locator(".failed .wrong")).to_contain_text("не получилось связаться")

    page.unroute_all()
    page.context.set_offline(True)
    page.get_by_role("button", name="Отправить ещё раз").click()
    expect(page.locator(".failed .wrong")).to_contain_text("Нет связи с интернетом")
    assert endpoint.taken == []

    page.context.set_offline(False)
    page.get_by_role("button", name="Отправить ещё раз").click()
    expect(page.locator("#question_ .done")).to_contain_text("Вопрос отправлен")


def test_a_message_that_was_changed_is_another_one(
    visit: Callable[..., Page], endpoint: Endpoint
) -> None:
    page = visit("kontakty/")
    endpoint.mode = "500"
    asked(page)
    expect(page.locator(".failed .wrong")).to_be_focused()
    page.locator("#question-message_").fill("Какая масса и высота?")
    endpoint.mode = "ok"
    page.get_by_role("button", name="Отправить ещё раз").click()
    expect(page.locator("#question_ .done")).to_contain_text("Вопрос отправлен")
    first, second = (message["idempotency"] for message in endpoint.taken)
    assert first != second


def test_a_slow_server_is_waited_for_15_seconds_and_a_second_press_sends_nothing(
    visit: Callable[..., Page], endpoint: Endpoint
) -> None:
    endpoint.mode = "slow"
    page = visit("kontakty/")
    page.clock.install(time=0)
    page.clock.pause_at(60)
    page.evaluate("performance.now = () => 60000")
    asked(page)
    expect(page.locator("#question_ .done")).to_have_text("Отправляем…")
    assert endpoint.came.wait(30)
    page.get_by_role("button", name="Отправить вопрос").click()
    page.clock.fast_forward(14_000)
    expect(page.locator(".failed")).to_have_count(0)
    page.clock.fast_forward(1_100)

    expect(page.locator(".failed .wrong")).to_contain_text("за 15 секунд")
    expect(page.locator("#question-message_")).to_have_value("Какая масса?")
    assert len(endpoint.taken) == 1


def test_robots_are_told_what_they_want_to_hear(
    visit: Callable[..., Page], endpoint: Endpoint
) -> None:
    page = visit("kontakty/")
    page.evaluate("document.querySelector('#question_ [name=website]').value = 'http://x'")
    asked(page)
    expect(page.locator("#question_ .done")).to_contain_text("Вопрос отправлен")
    assert endpoint.taken == []
    assert page.evaluate("window.happened") is None


def test_who_is_as_quick_as_a_robot_presses_once_more(
    visit: Callable[..., Page], endpoint: Endpoint
) -> None:
    page = visit("kontakty/", "performance.now = () => window.age || 0")
    asked(page)
    expect(page.locator("#question_ .done")).to_contain_text("Слишком быстро")
    assert endpoint.taken == []
    page.evaluate("window.age = 3000")
    page.get_by_role("button", name="Отправить вопрос").click()
    expect(page.locator("#question_ .done")).to_contain_text("Вопрос отправлен")


def test_errors_are_said_beside_the_field_and_led_to(
    visit: Callable[..., Page], endpoint: Endpoint
) -> None:
    page = visit("kontakty/")
    page.get_by_role("button", name="Отправить вопрос").click()
    summary = page.locator("#question_ [role=alert]")
    expect(summary).to_be_focused()
    expect(summary.get_by_role("link")).to_have_count(3)
    email = page.locator("#question-email_")
    expect(email).to_have_attribute("aria-invalid", "true")
    expect(email).to_have_accessible_description("Укажите почту: на неё придёт ответ.")
    assert violations(page) == []

    summary.get_by_role("link").nth(1).click()
    expect(email).to_be_focused()
    email.press_sequentially("иван@")
    expect(email).to_have_accessible_description(
        "В адресе опечатка. Он выглядит так: ivan@example.com"
    )
    email.press_sequentially("почта.рф")
    expect(email).not_to_have_attribute("aria-invalid", "true")
    page.locator("#question-message_").fill("Вопрос")
    page.get_by_role("button", name="Отправить вопрос").click()

    # One error needs no list: the field itself is shown
    expect(page.locator("#question-consent_")).to_be_focused()
    expect(summary).to_be_hidden()
    assert endpoint.taken == []


PHONES = {
    "+7 900 123-45-67": True,
    "8 (900) 123 45 67": True,
    "89001234567": True,
    "9001234567": True,
    "+7(495)000‑00‑10": True,
    "+375 29 123-45-67": True,
    "+86 138 0013 8000": True,
    "+7 900 123-45-6": False,
    "8 900 123-45-678": False,
    "позвоните": False,
    "12345": False,
    "+7 900 123-45-67\r\nBcc: x": False,
}
EMAILS = {
    "ivan@example.com": True,
    "иван@почта.рф": True,
    "a.b+c@xn--80a1acny.xn--p1ai": True,
    "ivan@example": False,
    "ivan@@example.com": False,
    "ivan example.com": False,
    "ivan@example..com": False,
}
INNS = {
    "": True,
    "7700000009": True,
    " 77000 00009 ": True,
    "500100732259": True,
    "7700000008": False,
    "500100732258": False,
    "77000": False,
    "нет": False,
}


@pytest.mark.parametrize(
    ("path", "field", "values"),
    [
        ("kontakty/", "#callback-phone_", PHONES),
        ("kontakty/", "#question-email_", EMAILS),
        ("oplata/", "#quote-inn_", INNS),
    ],
)
def test_ways_to_write_a_value(
    visit: Callable[..., Page], path: str, field: str, values: dict[str, bool]
) -> None:
    page = visit(path)
    place = page.locator(field)
    page.locator(".ask", has=place).locator(".form .button").click()
    found = {}
    for value in values:
        place.evaluate(
            "(e, v) => { e.value = v; e.dispatchEvent(new Event('input', {bubbles: true})) }", value
        )
        found[value] = place.get_attribute("aria-invalid") is None
    assert found == values


@pytest.mark.parametrize("text", HOSTILE, ids=["quotes", "lines", "encoded", "emoji", "long"])
def test_hostile_texts_break_neither_the_page_nor_the_letter(
    visit: Callable[..., Page], endpoint: Endpoint, text: str
) -> None:
    page = visit("kontakty/")
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    endpoint.mode = "500"
    asked(page, "…")
    script = "(e, v) => { e.value = v; e.dispatchEvent(new Event('input', {bubbles: true})) }"
    message = page.locator("#question-message_")
    message.evaluate(script, text)
    if len(text) > 5000:
        page.get_by_role("button", name="Отправить ещё раз").click()
        expect(message).to_have_accessible_description(
            "Слишком длинно: поместится 5000 знаков. Остальное пришлите по почте."
        )
        assert len(message.input_value()) == len(text)
        message.evaluate(script, text[:4999])
    page.get_by_role("button", name="Отправить ещё раз").click()
    expect(page.locator(".failed .wrong")).to_be_focused()  # it was left for «Отправляем…»
    expect(page.locator(".failed .wrong")).to_contain_text("У нас неполадка")

    href = page.get_by_role("link", name="Отправить письмом").get_attribute("href") or ""
    assert len(href) < 2_000
    assert href.isascii()
    parts = urlsplit(href)
    assert parts.path == "zakaz@pech-verstak.example"
    assert set(parse_qs(parts.query)) == {"subject", "body"}
    assert "\n" not in parse_qs(parts.query)["subject"][0]
    assert not {"\n", "\r"} & set(href)
    unquote(href, errors="strict")
    page.locator(".failed summary").click()
    shown = page.locator(".failed textarea").input_value()
    assert text[:4000].splitlines()[0][:20] in shown or "\ud83d" in text
    assert page.locator("#question_ b").count() == 0
    assert errors == []
    assert len(endpoint.taken) == 2


def test_without_script_the_form_is_an_ordinary_one(
    visit: Callable[..., Page], endpoint: Endpoint
) -> None:
    page = visit("kontakty/", java_script_enabled=False)
    page.locator("#callback-phone_").fill("8 900 123-45-67")
    page.get_by_role("button", name="Заказать звонок").click()
    assert endpoint.taken == []  # the browser itself asks for the consent
    page.locator("#callback-consent_").check()
    page.get_by_role("button", name="Заказать звонок").click()
    page.wait_for_url(f"{endpoint.address}/send")
    (message,) = endpoint.taken
    assert message["phone"] == ["8 900 123-45-67"]
    assert message["when"] == ["asap"]
    assert message["consent"] == ["yes"]


def test_a_subscription_needs_both_consents(visit: Callable[..., Page], endpoint: Endpoint) -> None:
    page = visit("podpiska/")
    form = page.locator("#subscribe_ form")
    expect(form).to_be_visible()
    assert form.locator("input[type=checkbox]:checked").count() == 0
    page.locator("#subscribe-email_").fill("ivan@example.com")
    page.locator("#subscribe-consent_").check()
    form.get_by_text("Оплата и курс").click()
    form.get_by_text("Доставка и таможня").click()
    page.get_by_role("button", name="Подписаться").click()
    expect(page.locator("#subscribe-mailing_")).to_be_focused()
    page.locator("#subscribe-mailing_").check()
    page.get_by_role("button", name="Подписаться").click()

    expect(page.locator("#subscribe_ .done")).to_contain_text("Остался один шаг")
    (message,) = endpoint.taken
    assert message["segment"] == ["delivery", "payment"]
    assert message["mailing"] == ["yes"]
    assert page.evaluate("happened[0].goal") == "form-subscribe"


@pytest.mark.parametrize(
    ("contact", "slip"), [("Иван@Почта.рф", "Иван@Почта"), ("8 900 123-45-67", "900 123-45-6")]
)
def test_a_reminder_goes_to_an_e_mail_or_a_phone(
    visit: Callable[..., Page], endpoint: Endpoint, contact: str, slip: str
) -> None:
    page = visit("oplata-ne-proshla/PV-201/")
    button = page.get_by_role("button", name="Напомнить один раз")
    page.locator("#reminder-contact_").fill(slip)
    button.click()
    expect(page.locator("#reminder-contact-wrong_")).to_contain_text("опечатка")
    page.locator("#reminder-contact_").fill(contact)
    button.click()
    expect(page.locator("#reminder-consent_")).to_be_focused()
    page.locator("#reminder-consent_").check()
    button.click()

    expect(page.locator("#reminder_ .done")).to_contain_text("Напомним завтра")
    (message,) = endpoint.taken
    assert (message["form"], message["contact"], message["sku"]) == (
        ["reminder"], [contact], ["PV-201"],
    )  # fmt: skip
    assert page.evaluate("happened.at(-1).goal") == "form-reminder"


def test_a_text_grows_as_it_is_written(visit: Callable[..., Page]) -> None:
    page = visit("kontakty/")
    message = page.locator("#question-message_")
    height = "e => [e.clientHeight, e.scrollHeight]"
    before, _ = message.evaluate(height)
    message.fill("строка\n" * 9)
    after, needed = message.evaluate(height)
    assert before < after
    assert after >= needed - 1


def test_a_quotation_by_keyboard(visit: Callable[..., Page], endpoint: Endpoint) -> None:
    page = visit("products/", width=1280)
    page.locator("#quote-goods_").focus()
    page.keyboard.insert_text("PV-101, 2 шт.\nPV-201, 1 шт.")
    for text in ("Казань", "7700000009", "ivan@example.com", "+7 900 123-45-67", "Анна"):
        page.keyboard.press("Tab")
        page.keyboard.insert_text(text)
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page.locator("#quote_ .done")).to_be_focused()
    (message,) = endpoint.taken
    assert message["goods"] == ["PV-101, 2 шт.\nPV-201, 1 шт."]
    assert message["city"] == ["Казань"]
    assert message["inn"] == ["7700000009"]


@pytest.mark.parametrize(
    ("kept", "written"),
    [
        ('{"v":1,"goods":[["PV-101",2],["A$&/Б",1]]}', "PV-101, 2 шт.\nA$&/Б, 1 шт."),
        ('{"v":1,"goods":"нет"}', ""),
        ("<script>", ""),
        ("null", ""),
    ],
)
def test_a_quotation_begins_with_the_cart(
    visit: Callable[..., Page], kept: str, written: str
) -> None:
    keep = f"localStorage.setItem('cart', {json.dumps(kept)});"
    page = visit("oplata/", keep + PATIENT)
    expect(page.locator("#quote-goods_")).to_have_value(written)
    page.locator("#quote-goods_").fill("Своё")
    for _ in range(2):
        page.locator(".ask > summary").click()
    expect(page.locator("#quote-goods_")).to_have_value("Своё")


@pytest.mark.parametrize(
    "path", ["kontakty/", "oplata/", "podpiska/", "en/contacts/", "oplata-ne-proshla/PV-201/"]
)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_open_forms_are_accessible_and_fit_a_phone(
    visit: Callable[..., Page], path: str, scheme: str
) -> None:
    page = visit(path, color_scheme=scheme)
    assert violations(page) == []
    assert sticks_out(page, 320) == []
    page.set_viewport_size({"width": 360, "height": 640})
    low = page.evaluate(
        "[...document.querySelectorAll('.asks :is(summary, button, label:has(input), select, "
        "textarea, .field > input), .tick a')].filter(e => e.checkVisibility()"
        " && !e.closest('.unseen')).map(e => [e.outerHTML.slice(0, 60),"
        " e.getBoundingClientRect().height]).filter(([, height]) => height < 43.5)"
    )
    assert low == []


def test_an_address_can_name_a_form(visit: Callable[..., Page], sending: BuiltSite) -> None:
    page = visit("products/slesarnyy-verstak-s-tumboy/")
    page.locator(".ask > summary").click()
    expect(page.locator("#question_ form")).to_be_hidden()
    page.get_by_role("link", name="Спросить о").click()
    expect(page.locator("#question_ form")).to_be_visible()
    assert page.locator("#question_ [name=sku]").input_value() == "PV-201"


# Without an endpoint: the shipped site as it is
LETTER = "mailto:zakaz@pech-verstak.example?subject="


def test_without_an_endpoint_a_letter_is_prepared(site: BuiltSite, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 640})
    page.add_init_script(PATIENT)
    requests: list[str] = []
    page.goto(f"{site.address}/kontakty/")
    page.wait_for_selector(".form[novalidate]", state="attached")
    page.on("request", lambda request: requests.append(request.url))
    page.locator("#callback_ > summary").click()
    expect(page.locator("#callback_ .bare")).to_be_hidden()
    page.locator("#callback-phone_").fill("8 900 123-45-67")
    page.locator("#callback-when_").select_option("09:00-11:00")
    page.get_by_role("button", name="Подготовить письмо").last.click()
    expect(page.locator("#callback-consent_")).to_be_focused()
    page.locator("#callback-consent_").check()
    page.get_by_role("button", name="Подготовить письмо").last.click()

    expect(page.locator(".failed [role=alert]")).to_contain_text(
        "Сейчас откроется почтовая программа"
    )
    expect(page.get_by_role("button", name="Отправить ещё раз")).to_be_hidden()
    href = page.get_by_role("link", name="Отправить письмом").get_attribute("href") or ""
    text = page.locator(".failed textarea").input_value()
    assert href.startswith(LETTER)
    assert parse_qs(urlsplit(href).query)["body"][0].replace("\r", "") == text
    assert text.splitlines()[:2] == ["Телефон: 8 900 123-45-67", "Когда позвонить: 9:00–11:00"]
    assert "+ Даю согласие" in text
    assert page.evaluate("window.happened") is None
    assert [url for url in requests if url.startswith("http")] == []
    assert violations(page) == []
    page.close()


def test_without_script_and_endpoint_there_is_a_letter_to_write(
    site: BuiltSite, browser: Browser
) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{site.address}/oplata/")
    page.locator("#quote_ > summary").click()
    expect(page.locator("#quote_ form")).to_be_hidden()
    link = page.get_by_role("link", name="Написать письмо")
    expect(link).to_be_visible()
    body = parse_qs(urlsplit(link.get_attribute("href") or "").query)["body"][0]
    assert body.splitlines()[0] == "Товары и количество:"
    page.close()
