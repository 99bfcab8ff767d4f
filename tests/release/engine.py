"""A web on this machine: engines that play any answer, and the site that they are told of."""

import json
import socket
import struct
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import unquote, urlsplit

from urllib3 import BaseHTTPResponse, PoolManager

from plugins.release.indexnow import Clock
from plugins.release.web import PATIENCE, Web

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
RESET, SILENT = -1, -2


@dataclass(frozen=True)
class Reply:
    """An answer to play; status RESET breaks the connection off, SILENT never answers."""

    status: int
    body: bytes = b'{"success":true}'
    headers: Mapping[str, str] = field(default_factory=dict)


OK = Reply(200)


@dataclass
class World:
    """What servers answer (`https://host/path` to replies; the last stays), what was asked."""

    replies: dict[str, list[Reply]] = field(default_factory=dict)
    asked: list[tuple[str, str, bytes, dict[str, str]]] = field(default_factory=list)

    def sent(self) -> list[dict[str, Any]]:
        """The JSON of each request to an engine."""
        return [json.loads(body) for method, _url, body, _headers in self.asked if method == "POST"]

    def urls(self) -> list[str]:
        """Every address that an engine was told."""
        return [url for request in self.sent() for url in request["urlList"]]

    def answer(self, method: str, url: str, body: bytes, headers: dict[str, str]) -> Reply:
        self.asked.append((method, url, body, headers))
        played = self.replies.get(url, [Reply(404, b"<h1>nothing here</h1>")])
        return played.pop(0) if len(played) > 1 else played[0]


class Routed(PoolManager):
    """Finds every host of the web on this machine."""

    port = 0

    def request(self, method: str, url: str, **options: Any) -> BaseHTTPResponse:  # type: ignore[override]
        parts = urlsplit(url)
        return super().request(
            method, f"http://127.0.0.1:{self.port}/{parts.netloc}{parts.path}", **options
        )


@contextmanager
def web(world: World, patience: float = PATIENCE) -> Iterator[Web]:
    """A way to the servers of a world."""
    over = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.play("POST")

        def do_GET(self) -> None:
            self.play("GET")

        def play(self, method: str) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            reply = world.answer(method, f"https:/{unquote(self.path)}", body, dict(self.headers))
            if reply.status == SILENT:
                over.wait()
                return
            if reply.status == RESET:
                linger = struct.pack("ii", 1, 0)
                self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
                self.close_connection = True
                return
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(reply.body)))
            self.end_headers()
            self.wfile.write(reply.body)

        def log_message(self, *_: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        def handle_error(self, *_: object) -> None:
            """Whoever asked may have gone."""

    server = Server(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    pool = Routed()
    pool.port = server.server_port
    try:
        yield Web(pool, patience)
    finally:
        over.set()
        pool.clear()
        server.shutdown()
        server.server_close()
        thread.join()


class Time:
    """A clock on which waiting takes no time."""

    def __init__(self) -> None:
        self.moment = NOON
        self.waited: list[float] = []

    @property
    def clock(self) -> Clock:
        return Clock(lambda: self.moment, self.sleep)

    def sleep(self, seconds: float) -> None:
        self.waited.append(seconds)
        self.moment += timedelta(seconds=seconds)
