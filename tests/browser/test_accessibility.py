"""axe-core finds nothing on any page, light or dark, on a usual phone and on the narrowest."""

from __future__ import annotations

from importlib.resources import files
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.built_site import BuiltSite

# Dark pages differ in their colours alone, narrow ones in all else
CONTRAST = "color-contrast"
LOOKS: tuple[tuple[Literal["light", "dark"], int, dict[str, Any]], ...] = (
    ("light", 412, {}),
    ("dark", 412, {"runOnly": [CONTRAST]}),
    ("light", 320, {"rules": {CONTRAST: {"enabled": False}}}),
)
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


def violations(page: Page, **asked: Any) -> list[str]:
    """An open page and options of axe in, a line for each element that breaks a rule out."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    options = {"resultTypes": ["violations"], **asked}
    found: Any = page.evaluate("options => axe.run(options)", options)
    return [
        f"{rule['id']}: {rule['help']}: {' '.join(map(str, element['target']))}"
        for rule in found["violations"]
        for element in rule["nodes"]
    ]


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_every_page_is_accessible(site: BuiltSite, browser: Browser, lang: str) -> None:
    page, found = browser.new_page(), []
    for url in site.urls_in(lang):
        page.goto(url)
        for scheme, width, asked in LOOKS:
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size({"width": width, "height": 900})
            found += [f"{url} ({scheme}, {width} px): {line}" for line in violations(page, **asked)]
    page.close()
    assert len(site.urls_in(lang)) > 10
    assert not found, "\n".join(found)


def test_a_seeded_defect_is_found(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content(
        "<!doctype html><html lang=en><title>A</title><main><h1>A</h1>"
        "<p style='color: #ccc; background: #fff'>Too pale to read</p></main>"
    )
    assert [line.split(":")[0] for line in violations(page)] == ["color-contrast"]
    page.close()
