"""What the browser tests share: the built site, served, and Chromium. Without it they fail."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from functools import partial

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.browser.built_site import COUNTER, BuiltSite, build, served
from tests.browser.paying import Checkout, checkout_of
from tests.conftest import Once

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
# A busy machine is no reason for a test to fail
expect.set_options(timeout=20_000)


@pytest.fixture(scope="session")
def site(once: Once) -> Iterator[BuiltSite]:
    """The shipped site by the real clock, built once for all workers and served by each."""
    with served(once("site", build)) as site:
        yield site


@pytest.fixture(scope="session")
def counted_site(once: Once) -> Iterator[BuiltSite]:
    """The same with a counter."""
    with served(once("counted-site", partial(build, VITRINA_METRICA=COUNTER))) as site:
        yield site


@pytest.fixture(scope="module")
def checkout(site: BuiltSite, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Checkout]:
    """The payment service beside the site, for the tests of a module."""
    with checkout_of(site, tmp_path_factory.mktemp("checkout")) as checkout:
        yield checkout


@pytest.fixture(scope="module")
def chromium() -> Iterator[Callable[..., Browser]]:
    """Starts Chromium, with more flags if wanted, for one module's tests.

    No longer: Playwright's event loop must not outlive them in this process.
    """
    executable = next(filter(None, map(shutil.which, NAMES)), None)
    if executable is None:
        pytest.fail("Browser tests need Chromium: apt-get install chromium", pytrace=False)
    with sync_playwright() as playwright:

        def start(*flags: str) -> Browser:
            return playwright.chromium.launch(executable_path=executable, args=[*FLAGS, *flags])

        yield start


@pytest.fixture(scope="module")
def browser(chromium: Callable[..., Browser]) -> Iterator[Browser]:
    """Chromium as a visitor finds it."""
    browser = chromium()
    yield browser
    browser.close()
