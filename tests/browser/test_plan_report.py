"""The page of the plan in a real browser: a grid on a desk, a list on a phone, open to everyone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from plugins.reports.plan import write_plan
from tests.browser.test_accessibility import violations
from tests.reports.plan.sample import OWNER, plan

Scheme = Literal["light", "dark"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("plan")
    for lang in ("ru", "en"):
        write_plan(folder / lang, plan(), OWNER, lang)
    return folder


@pytest.fixture
def russian(browser: Browser, folder: Path) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto((folder / "ru" / "index.html").as_uri())
    yield page
    page.close()


@pytest.mark.parametrize("lang", ["ru", "en"])
@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 1280), ("light", 360)])
def test_it_is_accessible_and_fits(
    browser: Browser, folder: Path, scheme: Scheme, width: int, lang: str
) -> None:
    page = browser.new_page(color_scheme=scheme, viewport={"width": width, "height": 900})
    page.goto((folder / lang / "index.html").as_uri())

    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


def test_a_desk_shows_every_day_a_phone_only_those_with_something(russian: Page) -> None:
    days = russian.locator(".month time")
    assert days.count() == 120
    assert all(day.is_visible() for day in days.all())

    russian.set_viewport_size({"width": 360, "height": 900})
    shown = [day.inner_text() for day in days.all() if day.is_visible()]
    assert shown[:4] == ["11, понедельник", "12, вторник", "19, вторник", "26, вторник"]
    assert russian.get_by_text("1–6: Новогодние каникулы").is_visible()


def test_states_differ_without_colour(russian: Page) -> None:
    kinds = ("coming", "held", "unfinished", "out", "free")
    looks = russian.evaluate(
        """kinds => kinds.map(kind => {
            const look = getComputedStyle(document.querySelector(`.entry.is-${kind}`));
            const words = document.querySelector(`.entry.is-${kind} .said`).innerText;
            return words.replace(/[^а-яё ]/g, '') + look.borderLeftStyle;
        })""",
        list(kinds),
    )
    assert len(set(looks)) == len(kinds)


def test_printed_it_stays_readable(russian: Page) -> None:
    russian.emulate_media(media="print", color_scheme="dark")

    assert russian.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    assert not russian.locator("nav").is_visible()
    assert russian.pdf(format="A4").startswith(b"%PDF")
