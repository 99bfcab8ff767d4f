"""Questions to servers on the web, one at a time; what goes wrong is an answer, too."""

from dataclasses import dataclass, field

from urllib3 import PoolManager, Timeout
from urllib3.exceptions import (
    ConnectTimeoutError,
    HTTPError,
    NameResolutionError,
    NewConnectionError,
    ProtocolError,
    ReadTimeoutError,
    SSLError,
)

from plugins.language.messages import Message, message

PATIENCE = 20.0
MOST_BYTES = 2_000_000
AGENT = "Vitrina"
# The first that fits: to the library, whatever hinders a connection is a timeout, too
_WHY = (
    ((NameResolutionError,), message("the name of the server is not known")),
    ((NewConnectionError,), message("nobody answers there")),
    ((ReadTimeoutError, ConnectTimeoutError), message("no answer in time")),
    ((SSLError,), message("the certificate of the server does not fit")),
    ((ProtocolError,), message("the connection broke off")),
)


@dataclass(frozen=True)
class Answer:
    """What a server said; `status` 0 where it said nothing, and then `failure` says why."""

    status: int
    body: bytes = b""
    retry_after: str = ""
    failure: Message | None = None


@dataclass(frozen=True)
class Web:
    """The way to servers. Nothing is retried and no redirect is followed: callers know better."""

    pool: PoolManager = field(default_factory=lambda: PoolManager(num_pools=4, maxsize=8))
    patience: float = PATIENCE
    most_bytes: int = MOST_BYTES
    encodings: str = "identity"

    def get(self, url: str) -> Answer:
        """Ask for a file."""
        return self._asked("GET", url, None)

    def post(self, url: str, body: bytes) -> Answer:
        """Send JSON."""
        return self._asked("POST", url, body)

    def _asked(self, method: str, url: str, body: bytes | None) -> Answer:
        headers = {"User-Agent": AGENT, "Accept": "application/json, text/html, text/plain"}
        headers["Accept-Encoding"] = self.encodings
        if body is not None:
            headers["Content-Type"] = "application/json; charset=utf-8"
        try:
            answer = self.pool.request(
                method,
                url,
                body=body,
                headers=headers,
                retries=False,
                redirect=False,
                timeout=Timeout(total=self.patience),
                preload_content=False,
            )
            try:
                read = answer.read(self.most_bytes)
            finally:
                answer.close()
        except HTTPError as error:
            return Answer(0, failure=_failure(error))
        return Answer(answer.status, read, answer.headers.get("Retry-After", ""))


def _failure(error: HTTPError) -> Message:
    """Why there is no answer."""
    known = (why for kinds, why in _WHY if isinstance(error, kinds))
    return next(known, message("no answer (%(error)s)", error=type(error).__name__))
