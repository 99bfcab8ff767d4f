"""The payment service beside the built site, on a port of its own, with a clock that obeys."""

from __future__ import annotations

import secrets
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

import uvicorn

from plugins.checkout.keys import signing_key
from plugins.checkout.settings import DEMO, STAND_IN
from plugins.documents.front_matter import MOSCOW
from plugins.payment_service import Service, application
from plugins.payment_service.orders import Order, orders
from plugins.payment_service.registration import FILES, registered
from plugins.payment_service.service import EXAMPLE_D
from tests.browser.built_site import BuiltSite

HERE = "127.0.0.1"
PATIENCE = 30


class Clock:
    """The real time, and what is added to it."""

    def __init__(self) -> None:
        self.later = timedelta()

    def __call__(self) -> datetime:
        return datetime.now(MOSCOW) + self.later

    def passes(self, **time: int) -> None:
        self.later += timedelta(**time)


@dataclass(frozen=True)
class Checkout:
    """A stand-in that is served; links of the site lead to its port by a rule of the browser."""

    service: Service
    clock: Clock
    port: int

    @property
    def rule(self) -> str:
        """What makes Chromium ask this port where links name the stand-in's own."""
        return f"--host-resolver-rules=MAP {urlsplit(STAND_IN).netloc} {HERE}:{self.port}"

    @property
    def orders(self) -> list[Order]:
        return orders(self.service)


@contextmanager
def checkout_of(site: BuiltSite, folder: Path) -> Iterator[Checkout]:
    """The stand-in for a served site, until the context ends."""
    files = {path: (site.folder / path).read_bytes() for path in FILES}
    merchants = registered(files, site.address, "")
    clock = Clock()
    service = Service(
        DEMO,
        signing_key(EXAMPLE_D),
        lambda: merchants,
        folder / "orders.sqlite",
        clock,
        lambda: secrets.token_hex(16),
    )
    with socket.socket() as listening:
        listening.bind((HERE, 0))
        server = uvicorn.Server(uvicorn.Config(application(service), log_level="warning"))
        thread = threading.Thread(target=server.run, args=([listening],))
        thread.start()
        _wait_until_started(server)
        yield Checkout(service, clock, listening.getsockname()[1])
        server.should_exit = True
        thread.join(PATIENCE)


def _wait_until_started(server: uvicorn.Server) -> None:
    end = time.monotonic() + PATIENCE
    while not server.started:
        assert time.monotonic() < end
        threading.Event().wait(0.02)
