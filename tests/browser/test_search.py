"""Search as a visitor uses it: a table of questions, the keyboard, no script, no network."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Response, expect

from plugins.security.policy import policy_for_all, written
from tests.browser.built_site import BuiltSite, compressed
from tests.browser.test_accessibility import violations
from tests.browser.test_quiet import OVERFLOW, overheard

BUDGETS = tomllib.loads(Path(__file__).with_name("budgets.toml").read_text(encoding="utf-8"))
TABLE = Path(__file__).with_name("search.txt").read_text(encoding="utf-8").splitlines()
PAIRS = [tuple(line.split("\t")) for line in TABLE if not line.startswith("#")]
FIRST = 3
# What the scripts and WebAssembly weigh: with less, not everything was counted
SCRIPTS_ALONE = 80_000


def hits(page: Page) -> list[str]:
    """An open page with results in; the paths of the results out, in their order."""
    found: Any = page.eval_on_selector_all(
        ".found .hit", "links => links.map(link => new URL(link.href).pathname)"
    )
    return list(found)


def ask(page: Page, question: str) -> str:
    """Type a question into the field of an open page; out comes what is said of its answer."""
    page.focus("#q_")
    page.fill("#q_", question)
    status = page.locator("[role=status]")
    expect(status).not_to_be_empty()
    expect(page.locator(".found")).to_be_visible()
    return status.inner_text().replace("\u00a0", " ")


def weight(response: Response, site: BuiltSite) -> int:
    """What a response weighs on the wire: scripts and JSON after brotli, the rest as it is."""
    file = site.folder / urlsplit(response.url).path.lstrip("/")
    return len(compressed(file)) if file.suffix in (".js", ".json") else file.stat().st_size


def first_use(page: Page, site: BuiltSite, question: str) -> tuple[list[str], int]:
    """A visitor's first question, asked in the header; its results and the bytes it took."""
    loaded: dict[str, int] = {}

    def weigh(response: Response) -> None:
        if any(part in response.url for part in ("/pagefind/", "/search.")):
            loaded[response.url] = weight(response, site)

    page.reload()
    page.on("response", weigh)
    ask(page, question)
    page.remove_listener("response", weigh)
    return hits(page), sum(loaded.values())


def test_there_are_sixty_four_questions() -> None:
    assert len(PAIRS) == len({question for question, _ in PAIRS}) == 64


@pytest.mark.parametrize("home", ["/", "/en/"])
def test_each_question_finds_its_page_within_the_budget(
    site: BuiltSite, browser: Browser, home: str
) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 800})
    page.goto(site.address + home)
    wrong = []
    for question, wanted in PAIRS:
        if wanted.startswith("/en/") == (home == "/en/"):
            found, bytes_loaded = first_use(page, site, question)
            if wanted not in found[:FIRST]:
                wrong.append(f"{question}: {wanted} is not among {found[:FIRST]}")
            if not SCRIPTS_ALONE < bytes_loaded <= BUDGETS["search"]["first_use"]:
                wrong.append(f"{question}: {bytes_loaded} bytes")
    page.close()
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    ("page", "questions"),
    [
        ("/poisk/", ("оборудование", "печь", "станок", "доставка", "оплата", "документы", "цена")),
        ("/en/search/", ("oven", "delivery", "payment", "documents", "warranty")),
    ],
)
def test_products_and_services_stand_above_articles(
    site: BuiltSite, browser: Browser, page: str, questions: tuple[str, ...]
) -> None:
    tab = browser.new_page()
    for question in questions:
        tab.goto(site.address + page)
        ask(tab, question)
        assert not [path for path in hits(tab)[:2] if "/blog/" in path], (question, hits(tab))
    tab.close()


def test_other_forms_of_a_word_are_marked_in_the_excerpt(site: BuiltSite, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"{site.address}/poisk/")
    ask(page, "людей")
    marked = page.locator(".found mark").all_inner_texts()
    page.close()
    assert {"человек", "людей"} <= set(marked)
    assert all(re.fullmatch(r"\w+", word) for word in marked)


def test_no_script_comes_before_the_field_is_focused(site: BuiltSite, browser: Browser) -> None:
    page = browser.new_page()
    with overheard(page, site.address) as heard:
        page.goto(f"{site.address}/dostavka/", wait_until="networkidle")
        assert heard == []
        with page.expect_response("**/wasm.ru.pagefind"):
            page.focus("#q_")
        scripts = [urlsplit(line.split(" ")[-1]).path for line in heard]
        assert sorted(scripts) == ["/pagefind/pagefind.js", "/theme/search.js"]
    page.close()


def test_the_keyboard_alone_is_enough(site: BuiltSite, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{site.address}/")
    ask(page, "печь")
    first, second = (page.locator(".found .hit").nth(at) for at in (0, 1))
    page.keyboard.press("ArrowDown")
    expect(first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(second).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator("#q_")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".found")).to_be_hidden()
    expect(page.locator("#q_")).to_have_value("печь")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".found")).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**/products/**")
    page.close()


def test_leaving_the_field_closes_the_results(site: BuiltSite, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"{site.address}/")
    ask(page, "печь")
    page.mouse.click(5, 600)
    expect(page.locator(".found")).to_be_hidden()
    page.close()


def test_enter_leads_to_a_page_with_all_results(site: BuiltSite, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"{site.address}/")
    page.fill("#q_", "товар")
    page.keyboard.press("Enter")
    page.wait_for_url("**/poisk/?q=*")
    expect(page.locator("#q_")).to_have_value("товар")
    expect(page.locator(".found .hit")).to_have_count(10)
    said = page.locator("[role=status]").inner_text()
    page.fill("#q_", "печь")
    expect(page.locator("[role=status]")).not_to_have_text(said)
    page.keyboard.press("Enter")
    assert page.evaluate("new URLSearchParams(location.search).get('q')") == "печь"
    page.close()


def test_more_results_come_on_demand(site: BuiltSite, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"{site.address}/poisk/?q=дней")
    expect(page.locator(".found .hit")).to_have_count(10)
    total = int(re.findall(r"\d+", page.locator("[role=status]").inner_text())[0])
    assert total > 10
    for shown in range(10, total, 10):
        page.locator(".more").click()
        expect(page.locator(".found .hit")).to_have_count(min(shown + 10, total))
        expect(page.locator(".found .hit").nth(shown)).to_be_focused()
    expect(page.locator(".more")).to_be_hidden()
    page.close()


@pytest.mark.parametrize(
    ("path", "question", "said", "helps"),
    [
        ("/", "кроссовки", "По запросу «кроссовки» ничего не нашлось.", "+7"),
        ("/", "бегемоты", "По запросу «бегемоты» ничего не нашлось.", "Товары"),
        ("/", "ипотека", "По запросу «ипотека» ничего не нашлось.", "Товары"),
        ("/en/", "sneakers", "Nothing found for “sneakers”.", "Products"),
        ("/", "<img src=x>", "ничего не нашлось", "Товары"),
    ],
)
def test_nothing_found_comes_with_help(
    site: BuiltSite, browser: Browser, path: str, question: str, said: str, helps: str
) -> None:
    page = browser.new_page()
    page.goto(site.address + path)
    assert said in ask(page, question)
    assert helps in page.locator(".found .help").inner_text()
    assert page.locator(".found .help a[href^='tel:']").is_visible()
    assert page.locator("img[src=x]").count() == 0
    page.close()


def test_a_word_that_is_nowhere_is_named_and_left_out(site: BuiltSite, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"{site.address}/")
    assert ask(page, "доставка бегемотов").endswith("Этих слов на сайте нет: бегемотов.")
    assert hits(page)[0] == "/dostavka/"
    page.close()


def test_a_slip_at_the_end_of_a_word_is_forgiven(site: BuiltSite, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"{site.address}/")
    ask(page, "перфорированныйй")
    assert hits(page)[0] == "/products/slesarnyy-verstak-s-tumboy/"
    page.close()


def test_a_search_that_does_not_load_says_so_and_tries_again(
    site: BuiltSite, browser: Browser
) -> None:
    page = browser.new_page()
    page.goto(f"{site.address}/")
    page.route("**/pagefind/**", lambda route: route.abort())
    assert ask(page, "печь").startswith("Поиск не загрузился.")
    assert page.locator(".found .help a[href^='tel:']").is_visible()
    page.unroute("**/pagefind/**")
    page.fill("#q_", "печи")
    expect(page.locator("[role=status]")).to_contain_text("Найдено")
    page.close()


def test_without_script_enter_leads_to_a_map_of_the_site(site: BuiltSite, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.address}/oplata/")
    page.fill("#q_", "печь")
    page.keyboard.press("Enter")
    page.wait_for_url("**/poisk/?q=*")
    assert "Поиску нужен JavaScript" in page.locator("main").inner_text()
    listed = {urlsplit(href).path for href in links(page)}
    assert {"/products/", "/dostavka/", "/oplata/", "/blog/"} <= listed
    assert any(path.startswith("/products/") and path != "/products/" for path in listed)
    assert page.locator("main a[href^='tel:']").first.is_visible()
    context.close()


def links(page: Page) -> Iterator[str]:
    """The addresses of the links in the text of an open page."""
    for link in page.locator("main a").all():
        yield link.get_attribute("href") or ""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("question", ["печь", "кроссовки"])
def test_results_are_accessible_and_fit_the_narrowest_screen(
    site: BuiltSite, browser: Browser, scheme: Any, question: str
) -> None:
    found = []
    for path in ("/", "/poisk/"):
        page = browser.new_page(color_scheme=scheme, viewport={"width": 320, "height": 700})
        page.goto(site.address + path)
        ask(page, question)
        found += [f"{path}: {line}" for line in violations(page)]
        found += [f"{path}: {line}" for line in page.evaluate(OVERFLOW)]
        page.close()
    assert not found, "\n".join(found)


def test_targets_are_large_enough_for_a_thumb(site: BuiltSite, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 700})
    page.goto(f"{site.address}/")
    for css in ("#q_", "form.search button"):
        box = page.locator(css).bounding_box()
        assert box
        assert box["height"] >= 44
    page.close()


def test_the_field_is_not_printed(site: BuiltSite, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"{site.address}/")
    page.emulate_media(media="print")
    expect(page.locator("form.search")).to_be_hidden()
    page.close()


def test_search_works_under_the_policy_of_the_page_and_of_the_server(
    site: BuiltSite, browser: Browser
) -> None:
    page = browser.new_page()
    pages = (file.read_text("utf-8") for file in site.pages)
    policy = written(policy_for_all(pages))

    def answered(route: Any) -> None:
        response = route.fetch()
        headers = {**response.headers, "content-security-policy": policy}
        route.fulfill(response=response, headers=headers)

    page.route("**/", answered)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"{site.address}/dostavka/")
    assert ask(page, "печь").startswith("Найдено")
    page.close()
    assert said == []
