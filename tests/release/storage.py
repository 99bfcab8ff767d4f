"""An S3 storage on this machine (moto): counts requests, and can refuse, fail or be slow."""

import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from moto.moto_server.werkzeug_app import create_backend_app
from werkzeug.serving import WSGIRequestHandler, make_server

from plugins.release.s3 import S3
from plugins.release.s3_bucket import Bucket
from plugins.release.s3_client import S3Settings, client_of

BUCKET = "firm.ru"
KEYS = {"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test"}
# What a storage says instead of an answer: a status and a code, or nothing
Refusal = tuple[int, str] | None
Plays = Callable[[str, str], Refusal]
Wsgi = Callable[[dict[str, Any], Any], Iterable[bytes]]


def obeys(method: str, path: str) -> Refusal:
    """A storage in order."""
    return None


def always(status: int, code: str) -> Plays:
    """A storage that answers everything alike."""

    def plays(method: str, path: str) -> Refusal:
        return status, code

    return plays


def once(status: int, code: str, method: str = "") -> Plays:
    """A storage that answers one request (of a method) like this, and is in order then."""
    left = [(status, code)]

    def plays(asked: str, path: str) -> Refusal:
        return left.pop() if left and method in ("", asked) else None

    return plays


@cache
def moto_s3() -> Wsgi:
    """Moto's S3 alone; its dispatcher looks for the service in 200 folders at each request."""
    app: Wsgi = create_backend_app("s3")
    return app


@dataclass
class Storage:
    """The storage: `asked` are methods and paths of requests, `plays` what goes wrong."""

    endpoint: str = ""
    plays: Plays = obeys
    asked: list[tuple[str, str]] = field(default_factory=list)
    app: Wsgi = field(default_factory=moto_s3)

    def __call__(self, environ: dict[str, Any], start: Any) -> Iterable[bytes]:
        method, path = environ["REQUEST_METHOD"], environ["PATH_INFO"]
        self.asked.append((method, path))
        refusal = self.plays(method, path)
        if refusal is None:
            return self.app(environ, start)
        status, code = refusal
        environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        start(f"{status} {code}", [("Content-Type", "application/xml")])
        return [f"<Error><Code>{code}</Code><Message>no</Message></Error>".encode()]

    def target(self, **settings: Any) -> S3:
        """A bucket of it as a target, as a new run sees it."""
        usual = S3Settings(BUCKET, endpoint=self.endpoint, attempts=1)
        chosen = replace(usual, **settings)
        return S3(
            chosen, Bucket(chosen, self.client(attempts=chosen.attempts, patience=chosen.patience))
        )

    def requests(self) -> Counter[str]:
        """How many requests of each method came since the last time."""
        counted = Counter(method for method, _path in self.asked)
        self.asked.clear()
        return counted

    def client(self, **settings: Any) -> Any:
        """A client; making one takes longer than a test, so one serves many runs."""
        return _client(self.endpoint, tuple(settings.items()))

    def holds(self) -> dict[str, bytes]:
        """Every object and its bytes, without what the target keeps for itself."""
        client, found = self.client(), {}
        for page in client.get_paginator("list_objects_v2").paginate(Bucket=BUCKET):
            for item in page.get("Contents", ()):
                if ".vitrina-" not in item["Key"]:
                    answer = client.get_object(Bucket=BUCKET, Key=item["Key"])
                    found[item["Key"]] = answer["Body"].read()
        return found


@cache
def _client(endpoint: str, settings: tuple[tuple[str, Any], ...]) -> Any:
    return client_of(replace(S3Settings(BUCKET, endpoint=endpoint), **dict(settings)), KEYS)


class _Quiet(WSGIRequestHandler):
    """Writes no log."""

    def log(self, type: str, message: str, *args: Any) -> None:
        pass


@contextmanager
def storage() -> Iterator[Storage]:
    """A storage with an empty bucket; gone at the end."""
    from moto.backends import get_backend

    get_backend("s3").reset()
    made = Storage()
    server = make_server("127.0.0.1", 0, made, threaded=True, request_handler=_Quiet)
    made.endpoint = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        made.client().create_bucket(
            Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": "ru-central1"}
        )
        made.asked.clear()
        yield made
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
