"""Fifty buyers at once, and the service killed in the middle: no order twice, none lost.

Every other one buys a cart.
"""

import os
import signal
import socket
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from urllib.parse import urlencode

import httpx
import pytest

from tests.checkout.examples import CLAIMS
from tests.payment_service.shop import (
    FORM,
    KETTLE_TOKEN,
    THREE,
    THREE_TOTAL,
    Fields,
    cart,
    pairs,
)
from tests.sites import ROOT

BUYERS = 50
PATIENCE = 60.0
PAUSE = 0.05
PROGRAM = """
import secrets, sys
from dataclasses import replace
from pathlib import Path
from plugins.payment_service.serving import serve
from tests.payment_service.shop import MERCHANT, Clock, service_in
service = service_in(Path(sys.argv[1]), Clock(), replace(MERCHANT, notify=""))
serve(replace(service, draw=lambda: secrets.token_hex(16)), int(sys.argv[2]))
"""


@dataclass
class Process:
    """The stand-in in a process of its own, which can be killed and started again."""

    folder: Path
    port: int
    client: httpx.Client
    running: list[subprocess.Popen[bytes]] = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        command = [sys.executable, "-c", PROGRAM, str(self.folder), str(self.port)]
        self.running.append(subprocess.Popen(command, cwd=ROOT))
        answer(self, "GET", "/orders.json")

    def kill(self) -> None:
        """As a power cut would: nothing is told, nothing is finished."""
        process = self.running.pop()
        os.kill(process.pid, signal.SIGKILL)
        process.wait()


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Process]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    many = httpx.Limits(max_connections=BUYERS)
    with httpx.Client(timeout=PATIENCE, limits=many, trust_env=False) as client:
        process = Process(tmp_path, port, client)
        process.start()
        yield process
        process.kill()


def answer(shop: Process, method: str, path: str, form: Fields | None = None) -> httpx.Response:
    """What the service answers; while it does not, the same is asked again, as people do."""
    body, headers = (urlencode(form), FORM) if form else (None, {})
    waits = Event()
    for _ in range(int(PATIENCE / PAUSE)):
        try:
            return shop.client.request(method, shop.address + path, content=body, headers=headers)
        except httpx.TransportError:
            waits.wait(PAUSE)
    raise AssertionError("the service does not come back")


def bought(shop: Process, number: int) -> str:
    """A buyer who presses every button twice, and both times again if nothing comes back."""
    if number % 2:
        page, confirm = answer(shop, "GET", f"/?t={KETTLE_TOKEN}").text, "/orders"
    else:
        page, confirm = answer(shop, "POST", "/", cart(*THREE)).text, "/carts"
    confirmed = [answer(shop, "POST", confirm, pairs(page)) for _ in range(2)]
    [order] = {said.headers["location"] for said in confirmed}
    form = [*pairs(answer(shop, "GET", order).text), ("way", "mir"), ("answer", "success")]
    paid = [answer(shop, "POST", f"{order}/pay", form) for _ in range(2)]
    assert all("/ru/success/" in said.headers["location"] for said in paid)
    return order.rpartition("/")[2]


def test_fifty_at_once_while_it_is_killed_and_started_again(shop: Process) -> None:
    with ThreadPoolExecutor(BUYERS) as crowd:
        buying = [crowd.submit(bought, shop, number) for number in range(BUYERS)]
        for enough in (10, 30):
            while sum(buyer.done() for buyer in buying) < enough:
                Event().wait(PAUSE)
            shop.kill()
            shop.start()
        numbers = [buyer.result() for buyer in buying]

    listed = answer(shop, "GET", "/orders.json").json()
    assert len(set(numbers)) == BUYERS
    assert sorted(order["number"] for order in listed) == sorted(numbers)
    assert {order["state"] for order in listed} == {"paid"}
    totals = Counter(order["total"] for order in listed)
    assert totals == {CLAIMS.price: BUYERS // 2, THREE_TOTAL: BUYERS // 2}
