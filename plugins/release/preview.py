"""The local preview: serves the output, builds again on a change, reloads open pages."""

import logging
import os
import socket
import subprocess
import sys
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus
from pathlib import Path

from livereload import Server
from livereload.handlers import LiveReloadHandler, StaticFileHandler

from plugins.documents.front_matter import date_of
from plugins.language.messages import Message, message
from plugins.language.problems import Problem, ProblemsFound, expected

HOST = "127.0.0.1"
PORTS = range(1, 65536)
WATCHED = ("content", "theme", "locales", "pelicanconf.py")
# A save is shown also when it comes right after another
LiveReloadHandler.DEFAULT_RELOAD_TIME = 0


class _Pages(StaticFileHandler):  # type: ignore[misc]
    """Answers as the site's own server will: an unknown address with its error page."""

    def write_error(self, status_code: int, **kwargs: object) -> None:
        """The nearest 404.html above the address, hence that of its language."""
        page = self._error_page() if status_code == HTTPStatus.NOT_FOUND else None
        if page is None:
            super().write_error(status_code, **kwargs)
        else:
            self.finish(page.read_bytes())

    def _error_page(self) -> Path | None:
        root = Path(self.root).absolute()
        wanted = Path(self.get_absolute_path(str(root), self.path))
        folders = (folder for folder in wanted.parents if folder.is_relative_to(root))
        return next((f / "404.html" for f in folders if (f / "404.html").is_file()), None)


class _Server(Server):  # type: ignore[misc]
    """The server without the library's own chatter; its warnings are still printed."""

    def _setup_logging(self) -> None:
        logging.getLogger("tornado").addHandler(logging.StreamHandler())


def port_of(text: str) -> int:
    """The number in a --port; raises ProblemsFound if it is none."""
    if not (text.isascii() and text.isdigit()):
        what = expected(message("a number from 1 to 65535"), f"'{text}'")
        raise ProblemsFound([Problem("invoke serve", 0, "port", what)])
    return int(text)


@dataclass(frozen=True)
class Shown:
    """What a preview shows: the site as of a moment (None: now), or everything, marked."""

    on: datetime | None = None
    drafts: bool = False

    @property
    def variables(self) -> dict[str, str]:
        """The same as environment variables of the build."""
        moment = {"VITRINA_NOW": self.on.isoformat(" ", "minutes")} if self.on else {}
        return moment | ({"VITRINA_DRAFTS": "1"} if self.drafts else {})


def shown_of(on: str, drafts: bool) -> Shown:
    """What `--on` and `--drafts` ask for; raises ProblemsFound for a date that is none."""
    moment = date_of(on) if on else None
    if on and moment is None:
        what = expected(message("a date such as 2026-11-03 or 2026-11-03 10:00"), f"'{on}'")
        raise ProblemsFound([Problem("invoke serve", 0, "on", what)])
    return Shown(moment, drafts)


def serve(root: Path, output: Path, port: int, shown: Shown) -> None:
    """Build, then serve http://localhost:PORT until interrupted.

    A failed build prints its problems and leaves the pages as they were. Raises ProblemsFound,
    before anything is built, for a port that cannot be served on.
    """
    if wrong := port_problem(port):
        raise ProblemsFound([Problem("invoke serve", 0, "port", wrong)])
    folder = output.relative_to(root) if output.is_relative_to(root) else output
    command = [sys.executable, "-m", "invoke", "build", "--output", str(folder)]
    # Reloading is done by a script that no policy of the site would let run
    preview = {"VITRINA_PREVIEW": "1", "VITRINA_STYLEGUIDE": "1"}
    variables = {**os.environ, **preview, **shown.variables}

    def rebuild() -> None:
        subprocess.run(command, cwd=root, env=variables, check=False)

    rebuild()
    output.mkdir(parents=True, exist_ok=True)
    server = _Server()
    server.SFH = _Pages
    for name in WATCHED:
        server.watch(str(root / name), rebuild)
    server.serve(port=port, host=HOST, root=str(output), default_filename="index.html")


def port_problem(port: int) -> Message | None:
    """What is wrong with a port; None if it can be served on."""
    if port not in PORTS:
        return expected(message("a number from 1 to 65535"), port)
    with socket.socket() as trial:
        # As the server itself does: a port that was just left is free.
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((HOST, port))
        except PermissionError:
            return message(
                "this machine lets only its administrator serve on port %(port)s; "
                "choose a port from 1024 on with --port",
                port=port,
            )
        except OSError:
            return message(
                "another program serves on port %(port)s; stop it, or choose another port "
                "with --port",
                port=port,
            )
    return None
