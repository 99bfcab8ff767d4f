"""Every page keeps to the budgets of budgets.toml."""

from __future__ import annotations

import tomllib
from pathlib import Path

import brotli  # type: ignore[import-untyped]

from tests.browser.built_site import BuiltSite

BUDGETS = tomllib.loads(Path(__file__).with_name("budgets.toml").read_text(encoding="utf-8"))


def test_every_page_is_light(site: BuiltSite) -> None:
    budget = BUDGETS["page"]["html_brotli"]
    weights = {
        site.path(page): len(brotli.compress(page.read_bytes(), quality=11)) for page in site.pages
    }
    heavy = [
        f"/{path}: {weight} bytes of {budget}"
        for path, weight in weights.items()
        if weight > budget
    ]
    assert weights
    assert not heavy, "\n".join(heavy)
