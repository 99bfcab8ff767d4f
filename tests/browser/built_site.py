"""The shipped site as a visitor meets it: built once into a folder and served on this machine."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, cached_property, partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from os import PathLike
from pathlib import Path
from typing import Any, BinaryIO

import brotli

PROJECT = Path(__file__).resolve().parents[2]
# What counts visits where a test wants a counter
COUNTER = "12345678"

# The system's own table may lack the newer picture formats.
CONTENT_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".woff2": "font/woff2",
}


@dataclass(frozen=True)
class BuiltSite:
    """The folder of a built site and, once served, its address without a slash at the end."""

    folder: Path
    address: str = ""

    @cached_property
    def pages(self) -> tuple[Path, ...]:
        """The files of all pages but those that only send the visitor on to another address."""
        files = sorted(self.folder.rglob("*.html"))
        return tuple(file for file in files if b'http-equiv="refresh"' not in file.read_bytes())

    @property
    def urls(self) -> tuple[str, ...]:
        """The addresses of all pages, as visitors see them: without index.html."""
        return tuple(f"{self.address}/{self.path(page)}" for page in self.pages)

    def urls_in(self, lang: str) -> tuple[str, ...]:
        """Those of the pages in Russian ("ru") or in English ("en")."""
        english = f"{self.address}/en/"
        return tuple(url for url in self.urls if url.startswith(english) == (lang == "en"))

    def path(self, page: Path) -> str:
        """A page's file in, its path within the site out: "" for the home page."""
        return page.relative_to(self.folder).as_posix().removesuffix("index.html")


def build(folder: Path, **variables: str) -> None:
    """Build the shipped site into the folder; a build that fails ends with everything it said."""
    command = [sys.executable, "-m", "invoke", "build", "--output", str(folder)]
    environment = {**os.environ, **variables}
    built = subprocess.run(
        command, cwd=PROJECT, env=environment, capture_output=True, text=True, check=False
    )
    if built.returncode:
        raise RuntimeError(f"invoke build: exit {built.returncode}\n{built.stdout}{built.stderr}")


# What a server sends compressed; pictures and fonts are compressed already.
COMPRESSED = {".html", ".xml", ".txt", ".css", ".js", ".svg"}


@cache
def compressed(file: Path) -> bytes:
    """A file in, what a server sends of it to a browser that reads brotli out."""
    packed: bytes = brotli.compress(file.read_bytes(), quality=11)
    return packed


class _Visit(SimpleHTTPRequestHandler):
    """Answers as the site's server should: text compressed, unknown addresses with our own page."""

    protocol_version = "HTTP/1.1"

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if self.path.split("?")[0].endswith("/") else file
        takes_brotli = "br" in self.headers.get("Accept-Encoding", "")
        if not takes_brotli or file.suffix not in COMPRESSED or not file.is_file():
            return super().send_head()
        body = compressed(file)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(file))
        self.send_header("Content-Encoding", "br")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        return io.BytesIO(body)

    def guess_type(self, path: str | PathLike[str]) -> str:
        return CONTENT_TYPES.get(Path(path).suffix) or super().guess_type(path)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory, "404.html")
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            return super().send_error(code, message, explain)
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", CONTENT_TYPES[".html"])
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        return None

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: a failed request is the tests' to report."""


class _Server(ThreadingHTTPServer):
    """A server whose visitors may leave in the middle of an answer: that is no error."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Tell what went wrong, unless the visitor is gone."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def served(folder: Path) -> Iterator[BuiltSite]:
    """A folder in, its site out, served on a free port until the context ends."""
    with _Server(("127.0.0.1", 0), partial(_Visit, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield BuiltSite(folder, f"http://127.0.0.1:{server.server_port}")
        server.shutdown()
