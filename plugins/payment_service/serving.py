"""The stand-in on a port of this machine, and the post that takes its notices out."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import urllib3
import uvicorn

from plugins.language.problems import ProblemsFound
from plugins.payment_service.app import application
from plugins.payment_service.local import notify_problem, public_problem
from plugins.payment_service.notices import deliver
from plugins.payment_service.service import Service

HOST = "127.0.0.1"
PAUSE = 1.0
TIMEOUT = 10.0
CONTENT_TYPE = "application/jose"


def serve(service: Service, port: int, host: str = HOST) -> None:
    """Serve until interrupted. Raises ProblemsFound for an address that is not of this machine."""
    notify = (merchant.notify for merchant in service.merchants().values())
    problems = [public_problem(host), *map(notify_problem, notify)]
    if found := [problem for problem in problems if problem]:
        raise ProblemsFound(found)
    here = HOST if host == "localhost" else host
    served = application(service)
    with posting(service):
        uvicorn.run(served, host=here, port=port, log_level="warning")


@contextmanager
def posting(service: Service) -> Iterator[None]:
    """Notices go out every second while the context lasts."""
    stop = threading.Event()

    def work() -> None:
        while not stop.wait(PAUSE):
            deliver(service, posted)

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join(TIMEOUT)


def posted(address: str, token: str) -> bool:
    """Whether a notice was taken: any answer of the two hundreds."""
    try:
        answer = urllib3.request(
            "POST",
            address,
            body=token.encode("ascii"),
            headers={"Content-Type": CONTENT_TYPE},
            timeout=TIMEOUT,
            retries=False,
            redirect=False,
        )
    except urllib3.exceptions.HTTPError:
        return False
    return 200 <= answer.status < 300
