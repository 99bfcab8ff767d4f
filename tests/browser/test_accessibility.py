"""axe-core finds nothing on any page, light or dark, on a usual phone and on the narrowest."""

from __future__ import annotations

from importlib.resources import files
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.built_site import BuiltSite

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


def violations(page: Page) -> list[str]:
    """An open page in, a line for each element that breaks a rule out."""
    page.evaluate(AXE)
    found: Any = page.evaluate("axe.run({resultTypes: ['violations']})")
    return [
        f"{rule['id']}: {rule['help']}: {' '.join(map(str, element['target']))}"
        for rule in found["violations"]
        for element in rule["nodes"]
    ]


@pytest.mark.parametrize(("scheme", "width"), [("light", 412), ("dark", 412), ("light", 320)])
def test_every_page_is_accessible(
    site: BuiltSite, browser: Browser, scheme: Literal["light", "dark"], width: int
) -> None:
    page = browser.new_page(color_scheme=scheme, viewport={"width": width, "height": 900})
    found = []
    for url in site.urls:
        page.goto(url)
        found += [f"{url} ({scheme}, {width} px): {line}" for line in violations(page)]
    page.close()
    assert not found, "\n".join(found)


def test_a_seeded_defect_is_found(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content(
        "<!doctype html><html lang=en><title>A</title><main><h1>A</h1>"
        "<p style='color: #ccc; background: #fff'>Too pale to read</p></main>"
    )
    assert [line.split(":")[0] for line in violations(page)] == ["color-contrast"]
    page.close()
