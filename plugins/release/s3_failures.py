"""What a storage refuses or fails at, in words, and what to do about it."""

from collections.abc import Iterator
from contextlib import contextmanager

from botocore.exceptions import (
    BotoCoreError,
    ClientError,
    ConnectionClosedError,
    ConnectTimeoutError,
    EndpointConnectionError,
    ReadTimeoutError,
    SSLError,
)

from plugins.language.messages import Message, message
from plugins.language.problems import Problem, ProblemsFound

_REPAIRED = message("visitors see whole pages; the next run puts the rest there")
_REFUSED = message(
    "the storage refuses (%(code)s): check the keys and their rights to list, read, write and "
    "delete objects of this bucket (in Yandex Cloud the role storage.editor)"
)
_WRONG_KEYS = message(
    "the storage does not know these keys (%(code)s): check AWS_ACCESS_KEY_ID and "
    "AWS_SECRET_ACCESS_KEY"
)
_NO_BUCKET = message("there is no such bucket: make it, or name another one")
_OUT_OF_ORDER = message("the storage is out of order (%(code)s)")
_CODES = {
    "AccessDenied": _REFUSED,
    "AllAccessDisabled": _REFUSED,
    "403": _REFUSED,
    "InvalidAccessKeyId": _WRONG_KEYS,
    "SignatureDoesNotMatch": _WRONG_KEYS,
    "NoSuchBucket": _NO_BUCKET,
}
_SILENCES: tuple[tuple[type[BotoCoreError], Message], ...] = (
    (ConnectTimeoutError, message("no answer in time")),
    (ReadTimeoutError, message("no answer in time")),
    (SSLError, message("the certificate of the server does not fit")),
    (ConnectionClosedError, message("the connection broke off")),
    (EndpointConnectionError, message("nobody answers there: check the network and the address")),
)


@contextmanager
def told(name: str) -> Iterator[None]:
    """Raises ProblemsFound for whatever the storage called `name` refuses or fails at."""
    try:
        yield
    except (ClientError, BotoCoreError) as error:
        why = message("%(why)s; %(repaired)s", why=why_failed(error), repaired=_REPAIRED)
        raise ProblemsFound([Problem(name, 0, "", why)]) from error


def why_failed(error: Exception) -> Message:
    """The failure of a request in words."""
    if isinstance(error, ClientError):
        code = code_of(error)
        known = _CODES.get(code) or _by_status(status_of(error))
        return message(known.text, code=code) if "%(code)s" in known.text else known
    silence = (why for kind, why in _SILENCES if isinstance(error, kind))
    return next(silence, message("no answer (%(error)s)", error=type(error).__name__))


def code_of(error: ClientError) -> str:
    """What the storage calls its refusal: `AccessDenied`."""
    return str(error.response.get("Error", {}).get("Code", "")) or str(status_of(error))


def status_of(error: ClientError) -> int:
    """The status of the answer."""
    return int(error.response.get("ResponseMetadata", {}).get("HTTPStatusCode", 0))


def _by_status(status: int) -> Message:
    if status in (401, 403):
        return _REFUSED
    return _OUT_OF_ORDER if status >= 500 else message("the storage refuses (%(code)s)")
