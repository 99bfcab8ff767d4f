"""An endpoint for forms on this machine that answers as a test wants, and what it was sent."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

from tests.browser.built_site import _Server

JSON, HTML = "application/json", "text/html; charset=utf-8"
# What it does with the next messages: status, type, body
ANSWERS = {
    "ok": (200, JSON, '{"ok": true}'),
    "not ok": (200, JSON, '{"ok": false}'),
    "null": (200, JSON, "null"),
    "html": (200, HTML, "<h1>Welcome</h1>"),
    "400": (400, JSON, '{"ok": false}'),
    "429": (429, JSON, '{"ok": false}'),
    "500": (500, HTML, "<h1>Oops</h1>"),
    "elsewhere": (303, HTML, ""),
}


@dataclass
class Endpoint:
    """Its address, what it does now, and every message it took, oldest first.

    `came` is set once a message is here, `release` lets a slow answer go.
    """

    address: str
    mode: str = "ok"
    taken: list[dict[str, list[str]]] = field(default_factory=list)
    asked: list[dict[str, str]] = field(default_factory=list)
    came: threading.Event = field(default_factory=threading.Event)
    release: threading.Event = field(default_factory=threading.Event)


class _Answer(BaseHTTPRequestHandler):
    """`slow` waits until the test says so; `closed` names no origin that may read the answer."""

    endpoint: Endpoint

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        endpoint = self.endpoint
        endpoint.taken.append(parse_qs(body, keep_blank_values=True))
        endpoint.asked.append({name.lower(): value for name, value in self.headers.items()})
        endpoint.came.set()
        if endpoint.mode == "slow":
            endpoint.release.wait()
        status, kind, text = ANSWERS.get(endpoint.mode, ANSWERS["ok"])
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(text)))
        if status == 303:
            self.send_header("Location", "/thanks")
        if endpoint.mode != "closed":
            self.send_header("Access-Control-Allow-Origin", "*")
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def answering() -> Iterator[Endpoint]:
    """An endpoint on a free port until the context ends."""
    server: ThreadingHTTPServer = _Server(("127.0.0.1", 0), type("Answer", (_Answer,), {}))
    with server:
        endpoint = Endpoint(f"http://127.0.0.1:{server.server_port}")
        server.RequestHandlerClass.endpoint = endpoint  # type: ignore[attr-defined]
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield endpoint
        endpoint.release.set()
        server.shutdown()
