"""The payment service as it is played on this machine, for a site that is served here."""

import secrets
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

import urllib3

from plugins.checkout.keys import signing_key
from plugins.checkout.settings import DEMO, STAND_IN
from plugins.language.messages import Message, message, reader_language
from plugins.language.problems import Problem, ProblemsFound
from plugins.payment_service import Merchant, Service
from plugins.payment_service.database import prepare
from plugins.payment_service.local import site_problem
from plugins.payment_service.registration import FILES, registered
from plugins.payment_service.service import EXAMPLE_D
from plugins.payment_service.serving import HOST, serve
from plugins.release.preview import port_problem

DATABASE = "payment-service.sqlite"
PORT = urlsplit(STAND_IN).port or 0
TIMEOUT = 3.0
# Seconds for which what a site has published is taken as known
FRESH = 1.0


def stand_in(state: Path, site: str, notify: str, now: datetime) -> Service:
    """The service for a site; its clock starts at `now`. Raises ProblemsFound for another host."""
    if problem := site_problem(site):
        raise ProblemsFound([problem])
    started = time.monotonic()
    return Service(
        name=DEMO,
        key=signing_key(EXAMPLE_D),
        merchants=_Published(site.rstrip("/"), notify),
        database=state / DATABASE,
        clock=lambda: now + timedelta(seconds=time.monotonic() - started),
        draw=lambda: secrets.token_hex(16),
        site=site,
    )


def first_words(service: Service, address: str, site: str) -> Iterator[Message]:
    """What a newcomer has to know: where to look, what to do, where it is kept."""
    yield playing(address)
    if service.merchants():
        yield message("The site at %(site)s answers: press “Buy” there", site=site)
    else:
        yield message(
            "The site at %(site)s does not answer yet: `invoke serve` builds and serves it, and"
            " plays this service too; another address is named with --site",
            site=site,
        )
    yield message(
        "Orders are kept in %(file)s; %(csv)s and %(json)s hold them for bookkeeping",
        file=service.database,
        csv=f"{address}orders.csv",
        json=f"{address}orders.json",
    )


def play(service: Service, port: int, host: str) -> None:
    """Serve until interrupted. Raises ProblemsFound for a port that cannot be served on."""
    if wrong := port_problem(port):
        raise ProblemsFound([Problem("invoke pay", 0, "port", wrong)])
    serve(service, port, host)


@contextmanager
def played(service: Service, say: Callable[[Message], None]) -> Iterator[None]:
    """The service beside a preview: in a thread of its process, so that it ends with it.

    If its port is taken, the preview goes on without it, and says so.
    """
    if port_problem(PORT):
        say(
            message(
                "another program serves on port %(port)s, so the payment service is not played",
                port=PORT,
            )
        )
    elif wrong := _unusable(service):
        say(message("the payment service is not played: %(why)s", why=wrong))
    else:
        threading.Thread(target=serve, args=(service, PORT, HOST), daemon=True).start()
        say(playing(STAND_IN))
    yield


def _unusable(service: Service) -> str:
    """What is wrong with its database; empty where nothing is."""
    try:
        prepare(service.database)
    except ProblemsFound as problems:
        return problems.problems[0].in_language(reader_language())
    return ""


def playing(address: str) -> Message:
    """Where to look at the orders."""
    return message(
        "The payment service is played at %(address)s (Ctrl+C stops it)", address=address
    )


class _Published:
    """What a site publishes for the service, read again when it is no longer fresh.

    While the site does not answer, or is just being built, what was known stays.
    """

    def __init__(self, site: str, notify: str) -> None:
        self.site, self.notify = site, notify
        self.known: Mapping[str, Merchant] = {}
        self.until = 0.0
        self.pool = urllib3.PoolManager(timeout=TIMEOUT, retries=False)

    def __call__(self) -> Mapping[str, Merchant]:
        if time.monotonic() >= self.until:
            try:
                files = {path: self._file(path) for path in FILES}
                self.known = registered(files, self.site, self.notify)
            except (ValueError, ProblemsFound, urllib3.exceptions.HTTPError):
                pass
            self.until = time.monotonic() + FRESH
        return self.known

    def _file(self, path: str) -> bytes:
        answer = self.pool.request("GET", f"{self.site}/{path}")
        if answer.status != 200:
            raise ValueError(path)
        return answer.data
