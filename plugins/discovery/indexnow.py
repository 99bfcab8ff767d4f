"""IndexNow: its key, requests as values, and what answers mean; sends nothing.

By indexnow.org/documentation and Yandex's help (webmaster/indexnow), both read in 2026.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from enum import Enum
from urllib.parse import urlsplit

from plugins.documents import Site
from plugins.documents.addresses import encoded
from plugins.documents.claims import Claim
from plugins.language.messages import message
from plugins.language.problems import Problem, ProblemsFound, expected

MOST_URLS = 10_000
_KEY = re.compile(r"[a-zA-Z0-9-]{8,128}")
_A_KEY = message("a key of 8 to 128 Latin letters, digits and hyphens")
_ENGINE = message("the https address of an engine, such as https://yandex.com/indexnow")


def key_of(variable: str, environ: Mapping[str, str]) -> str:
    """The key in an environment variable; empty without one. Raises ProblemsFound for no key."""
    key = environ.get(variable, "").strip()
    if key and not _KEY.fullmatch(key):
        raise ProblemsFound([Problem(variable, 0, "", expected(_A_KEY, f"'{key}'"))])
    return key


def key_file(key: str) -> dict[str, bytes]:
    """The file by which engines know the owner: path to bytes; nothing without a key."""
    return {f"{key}.txt": key.encode("ascii")} if key else {}


def key_claims(_site: Site, key: str) -> Iterator[Claim]:
    """The file of the key."""
    for path in key_file(key):
        yield Claim(path, "INDEXNOW_KEY", "INDEXNOW_KEY")


def engine_problems(engines: Iterable[str]) -> Iterator[Problem]:
    """Addresses of engines that nothing may be sent to."""
    for engine in engines:
        parts = urlsplit(engine)
        if parts.scheme != "https" or not parts.hostname or parts.query or parts.fragment:
            yield Problem("pelicanconf.py", 0, "INDEXNOW_ENGINES", expected(_ENGINE, f"'{engine}'"))


def whole_url(address: str, path: str) -> str:
    """An address as RFC 3986 wants it: `https://фирма.рф`, `/печь/` as Latin letters and %XX."""
    parts = urlsplit(address)
    host = (parts.hostname or "").encode("idna").decode()
    port = f":{parts.port}" if parts.port else ""
    return f"{parts.scheme}://{host}{port}{encoded(path, '%')}"


@dataclass(frozen=True)
class Batch:
    """A request to an engine: `paths` as the site knows them, all of one host."""

    engine: str
    key: str
    address: str
    paths: tuple[str, ...]

    @property
    def key_location(self) -> str:
        """Where the engine finds the key."""
        return whole_url(self.address, f"/{self.key}.txt")

    @property
    def body(self) -> bytes:
        """The JSON of the request."""
        said = {
            "host": urlsplit(self.key_location).netloc,
            "key": self.key,
            "keyLocation": self.key_location,
            "urlList": [whole_url(self.address, path) for path in self.paths],
        }
        return json.dumps(said).encode("ascii")


def batches(engine: str, key: str, address: str, paths: Iterable[str]) -> tuple[Batch, ...]:
    """Requests of at most 10,000 addresses each, in their order."""
    rest = tuple(paths)
    starts = range(0, len(rest), MOST_URLS)
    return tuple(Batch(engine, key, address, rest[at : at + MOST_URLS]) for at in starts)


class Meaning(Enum):
    """What an answer means for what was sent and for what is still to be sent."""

    ACCEPTED = "accepted"
    REFUSED = "refused"
    BAD_URLS = "bad urls"
    LATER = "later"


def meaning_of(status: int, body: bytes = b"") -> Meaning:
    """What an engine's answer means; status 0 is none at all.

    A web page where an engine answers with JSON or nothing is somebody else's: a provider's
    stub, a proxy. It is no answer, whatever its status says.
    """
    if status in (0, 429) or status >= 500:
        return Meaning.LATER
    if status in (200, 202):
        return Meaning.LATER if body.lstrip()[:1] == b"<" else Meaning.ACCEPTED
    return Meaning.BAD_URLS if status == 422 else Meaning.REFUSED


def reason_of(body: bytes) -> str:
    """What an engine says in its JSON, on one line; empty where it says nothing readable."""
    try:
        said = json.loads(body)
    except ValueError:
        return ""
    text = said.get("message") if isinstance(said, dict) else None
    return " ".join(text.split()) if isinstance(text, str) else ""


def seconds_to_wait(retry_after: str, now: datetime) -> float:
    """The pause that a Retry-After header asks for, in seconds or as a date; 0 without one."""
    asked = retry_after.strip()
    if asked.isascii() and asked.isdigit():
        return float(asked)
    try:
        moment = parsedate_to_datetime(asked)
    except ValueError:
        return 0.0
    seconds = moment.timestamp() - now.timestamp()
    return max(0.0, seconds)
