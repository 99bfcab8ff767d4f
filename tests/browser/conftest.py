"""What the browser tests share: the built site, served, and Chromium. Without it they fail."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, sync_playwright

from tests.browser.built_site import COUNTER, BuiltSite, build, served

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BuiltSite]:
    """The shipped site, built once for all workers of a run and served by each."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    folder = shared / "site"
    with FileLock(shared / "site.lock"):
        if not (shared / "site.built").exists():
            build(folder)
            (shared / "site.built").touch()
    with served(folder) as site:
        yield site


@pytest.fixture(scope="session")
def counted_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BuiltSite]:
    """The same with a counter."""
    shared = tmp_path_factory.getbasetemp()
    shared = shared.parent if "PYTEST_XDIST_WORKER" in os.environ else shared
    folder = shared / "counted-site"
    with FileLock(shared / "counted-site.lock"):
        if not folder.exists():
            build(folder, VITRINA_METRICA=COUNTER)
    with served(folder) as site:
        yield site


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
