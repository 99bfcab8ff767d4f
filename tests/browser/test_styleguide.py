"""The page of components: in the preview alone, accessible, and true to style.css."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.built_site import PROJECT, BuiltSite, served
from tests.browser.test_accessibility import violations
from tests.browser.test_quiet import sticks_out

STYLES = (PROJECT / "theme/templates/style.css").read_text(encoding="utf-8")
GUIDE = PROJECT / "theme/templates/styleguide.html"


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BuiltSite]:
    """The site as the preview builds it, served."""
    folder: Path = tmp_path_factory.mktemp("preview") / "site"
    command = [sys.executable, "-m", "invoke", "build", "--output", str(folder)]
    environment = {**os.environ, "VITRINA_STYLEGUIDE": "1"}
    subprocess.run(command, cwd=PROJECT, env=environment, check=True, capture_output=True)
    with served(folder) as site:
        yield site


def test_it_is_not_in_the_site(site: BuiltSite) -> None:
    assert not (site.folder / "styleguide").exists()


def test_nothing_leads_to_it(preview: BuiltSite) -> None:
    pages = [page for page in preview.folder.rglob("*.*") if page.suffix in (".html", ".xml")]
    assert (preview.folder / "styleguide/index.html") in pages
    assert not [page for page in pages if b"/styleguide" in page.read_bytes()]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_accessible_and_fits(preview: BuiltSite, browser: Browser, scheme: str) -> None:
    page = browser.new_page(color_scheme=scheme, viewport={"width": 360, "height": 640})  # type: ignore[arg-type]
    page.goto(f"{preview.address}/styleguide/")
    assert not violations(page)
    assert not sticks_out(page, 320)
    page.close()


def test_it_shows_every_colour_size_and_space() -> None:
    light = STYLES[: STYLES.index("@media")]
    declared = set(re.findall(r"--([a-z]+)\d*:", light)) - {"tap"}
    shown = set(re.findall(r'\("([a-z]+)", _', GUIDE.read_text(encoding="utf-8")))
    assert declared == shown | {"s"}


def luminance(colour: str) -> float:
    """How bright a colour is, as WCAG reckons it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return sum(c * weight for c, weight in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))


def contrast(one: str, other: str) -> float:
    """Two colours in, the contrast between them out: 1 to 21."""
    dark, bright = sorted((luminance(one), luminance(other)))
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast_is_seven_for_text_and_three_for_lines(scheme: str) -> None:
    blocks = re.findall(r":root \{(.*?)\}", STYLES, re.DOTALL)
    colours = dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6})", blocks[scheme == "dark"]))
    for ground in ("paper", "sheet"):
        for name in ("ink", "quiet", "press", "signal"):
            assert contrast(colours[name], colours[ground]) >= 7, (name, ground)
        assert contrast(colours["line"], colours[ground]) >= 3, ground
