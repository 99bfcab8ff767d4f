"""The preview without a browser: which ports it takes, what it answers at unknown addresses."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

import pytest
from livereload.handlers import LiveReloadHandler

from plugins.language.problems import ProblemsFound
from plugins.release.preview import Shown, serve, shown_of
from tests.sites import ROOT

PATIENCE = 30
PROGRAM = """
import sys
from pathlib import Path
from plugins.release.preview import Shown, serve
serve(Path(sys.argv[1]), Path(sys.argv[1]) / "output", int(sys.argv[2]), Shown())
"""
BUILD = """
from pathlib import Path
from invoke.tasks import task

@task
def build(context, output):
    Path("built").touch()
"""
PAGES = {
    "index.html": "Главная",
    "404.html": "Такой страницы нет",
    "en/index.html": "Home",
    "en/404.html": "No such page",
    "blog/index.html": "Статьи",
}


@dataclass(frozen=True)
class Answer:
    status: int
    text: str
    length: int


def made(folder: Path, pages: dict[str, str]) -> Path:
    """A project whose build only leaves the file `built`, and its output."""
    (folder / "tasks.py").write_text(BUILD, "utf-8")
    for path, text in pages.items():
        file = folder / "output" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"<!doctype html><head></head><p>{text}", "utf-8")
    return folder


def get(address: str, method: str = "GET") -> Answer:
    try:
        with urlopen(Request(address, method=method), timeout=5) as answer:
            return Answer(
                answer.status, answer.read().decode(), int(answer.headers["Content-Length"])
            )
    except HTTPError as error:
        with error:
            return Answer(error.code, error.read().decode(), int(error.headers["Content-Length"]))


def free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port: int = trial.getsockname()[1]
        return port


@contextmanager
def previewed(project: Path) -> Iterator[str]:
    """The address of a project's preview, which ends with the context."""
    port, log = free_port(), project / "log"
    command = [sys.executable, "-c", PROGRAM, str(project), str(port)]
    with (
        log.open("w") as said,
        subprocess.Popen(command, cwd=ROOT, stdout=said, stderr=said) as run,
    ):
        try:
            end = time.monotonic() + PATIENCE
            while True:
                assert run.poll() is None, log.read_text()
                assert time.monotonic() < end, log.read_text()
                try:
                    get(f"http://127.0.0.1:{port}/")
                    break
                except URLError:
                    time.sleep(0.1)
            yield f"http://127.0.0.1:{port}"
        finally:
            run.terminate()


def test_an_unknown_address_is_answered_with_the_error_page_of_its_language(tmp_path: Path) -> None:
    expected = {
        "/": (200, "Главная"),
        "/en/": (200, "Home"),
        "/net/": (404, "Такой страницы нет"),
        "/net": (404, "Такой страницы нет"),
        "/blog/net/": (404, "Такой страницы нет"),
        "/pictures/net.svg": (404, "Такой страницы нет"),
        "/english/": (404, "Такой страницы нет"),
        "/en/none/": (404, "No such page"),
        "/en/none": (404, "No such page"),
        "/en/blog/none/": (404, "No such page"),
    }
    with previewed(made(tmp_path, PAGES)) as address:
        answers = {path: get(f"{address}{path}") for path in expected}
        asked = get(f"{address}/net/", method="HEAD")

    for path, (status, text) in expected.items():
        assert answers[path].status == status, path
        assert text in answers[path].text, path
        assert "livereload.js" in answers[path].text, path
        assert answers[path].length == len(answers[path].text.encode()), path
    assert (asked.status, asked.text) == (404, "")
    assert (tmp_path / "built").exists()


def test_without_an_error_page_the_answer_is_404_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "404.html").write_text("outside the output")
    with previewed(made(tmp_path, {"index.html": "Главная"})) as address:
        answers = [get(f"{address}{path}") for path in ("/net/", "/..//output/net/")]

    assert [answer.status for answer in answers] == [404, 404]
    assert not [answer for answer in answers if "outside" in answer.text]


@pytest.mark.parametrize("port", [-1, 0, 65536, 80000])
def test_a_port_that_cannot_be_is_refused_before_the_build(port: int, tmp_path: Path) -> None:
    with pytest.raises(ProblemsFound) as refused:
        serve(made(tmp_path, {}), tmp_path / "output", port, Shown())

    assert refused.value.in_language("en") == (
        f"invoke serve: port: expected a number from 1 to 65535, got {port}\n1 problem"
    )
    assert not (tmp_path / "built").exists()


def test_what_on_and_drafts_ask_for() -> None:
    assert shown_of("", drafts=False).variables == {}
    assert shown_of("2027-01-12", drafts=True).variables == {
        "VITRINA_NOW": "2027-01-12 00:00+03:00",
        "VITRINA_DRAFTS": "1",
    }
    with pytest.raises(ProblemsFound) as refused:
        shown_of("31.02.2027", drafts=False)
    assert refused.value.in_language("en").startswith("invoke serve: on: expected a date such as")


def test_a_taken_port_is_refused_before_the_build(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(ProblemsFound) as refused:
            serve(made(tmp_path, {}), tmp_path / "output", port, Shown())

    assert refused.value.in_language("en") == (
        f"invoke serve: port: another program serves on port {port}; stop it, or choose another "
        "port with --port\n1 problem"
    )
    assert not (tmp_path / "built").exists()


def test_a_port_of_the_administrator_is_refused_before_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(socket.socket, "bind", forbidden)
    with pytest.raises(ProblemsFound) as refused:
        serve(made(tmp_path, {}), tmp_path / "output", 80, Shown())

    assert refused.value.in_language("en") == (
        "invoke serve: port: this machine lets only its administrator serve on port 80; "
        "choose a port from 1024 on with --port\n1 problem"
    )
    assert not (tmp_path / "built").exists()


@dataclass(eq=False)
class Tab:
    """An open page and what it was told."""

    told: list[str]

    def write_message(self, message: dict[str, str]) -> None:
        self.told.append(message["command"])


def test_a_save_right_after_another_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    tab = Tab([])
    watcher = SimpleNamespace(examine=lambda: ("delivery.md", None), filepath="delivery.md")
    monkeypatch.setattr(LiveReloadHandler, "watcher", watcher)
    monkeypatch.setattr(LiveReloadHandler, "waiters", {tab})
    monkeypatch.setattr(LiveReloadHandler, "_last_reload_time", time.time())
    LiveReloadHandler.poll_tasks()
    LiveReloadHandler.poll_tasks()

    assert tab.told == ["reload", "reload"]
