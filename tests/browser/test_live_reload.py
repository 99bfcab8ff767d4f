"""`invoke serve` shows what a writer saves, and outlives what a writer breaks."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Browser, expect

from tests.browser.built_site import PROJECT

PARTS = ("commands", "content", "locales", "plugins", "theme")
PATIENCE = 100


def copied(project: Path, target: Path) -> Path:
    """The part of the project that a site is built from, copied; out comes the copy."""
    for part in PARTS:
        shutil.copytree(project / part, target / part, ignore=shutil.ignore_patterns("__pycache__"))
    for file in project.glob("*.py"):
        shutil.copy(file, target)
    return target


def wait_until(condition: Callable[[], bool], log: Path) -> None:
    """Return as soon as the condition holds; after PATIENCE seconds fail with the log."""
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, log.read_text()
        time.sleep(0.1)


def answers(address: str) -> bool:
    """Whether something at this address answers with a page."""
    try:
        with urlopen(address, timeout=5) as response:
            return bool(response.status == 200)
    except (URLError, ConnectionError, TimeoutError):
        return False


@contextmanager
def previewed(project: Path, log: Path) -> Iterator[str]:
    """A project's folder in; out, the address of its preview, which ends with the context."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "invoke", "serve", "--port", str(port)]
    with (
        log.open("w") as said,
        subprocess.Popen(
            command, cwd=project, stdout=said, stderr=subprocess.STDOUT, start_new_session=True
        ) as server,
    ):
        try:
            address = f"http://127.0.0.1:{port}"
            wait_until(lambda: server.poll() is not None or answers(f"{address}/"), log)
            assert server.poll() is None, log.read_text()
            yield address
        finally:
            with suppress(ProcessLookupError):
                os.killpg(server.pid, signal.SIGTERM)


def test_a_writer_sees_each_edit_and_mistakes_stop_nothing(
    browser: Browser, tmp_path: Path
) -> None:
    project = copied(PROJECT, tmp_path / "project")
    text = project / "content/ru/pages/delivery.md"
    facts = project / "content/data/company.yaml"
    log = tmp_path / "serve.log"
    with previewed(project, log) as address:
        page = browser.new_page()
        page.goto(f"{address}/dostavka/")
        text.write_text(text.read_text(encoding="utf-8") + "\nПервая правка.\n", encoding="utf-8")
        expect(page.locator("main")).to_contain_text("Первая правка.", timeout=PATIENCE * 1000)

        right = facts.read_text(encoding="utf-8")
        before = len(log.read_text())
        facts.write_text("site: [\n" + right, encoding="utf-8")
        wait_until(lambda: "company.yaml" in log.read_text()[before:], log)
        assert answers(f"{address}/dostavka/")

        facts.write_text(right, encoding="utf-8")
        text.write_text(text.read_text(encoding="utf-8") + "\nВторая правка.\n", encoding="utf-8")
        expect(page.locator("main")).to_contain_text("Вторая правка.", timeout=PATIENCE * 1000)
        page.close()
