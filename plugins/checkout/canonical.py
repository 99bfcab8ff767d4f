"""Bytes that can be written in one way only: JSON and base64url of links, notices and answers."""

import json
import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from typing import Any

_BASE64URL = re.compile(r"[A-Za-z0-9_-]+")


def canonical_json(value: Mapping[str, object]) -> bytes:
    """JSON in UTF-8: keys sorted, no spaces, nothing escaped that need not be."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode("utf-8")


def strict_json(data: bytes) -> dict[str, Any]:
    """The object in canonical JSON; ValueError where it could have been written otherwise.

    A key that stands twice is lost in reading, so that writing it again gives other bytes.
    """
    found = json.loads(data.decode("utf-8"))
    if not isinstance(found, dict) or canonical_json(found) != data:
        raise ValueError
    return found


def base64url(data: bytes) -> str:
    """Base64 for addresses (RFC 4648, 5), without padding."""
    return urlsafe_b64encode(data).rstrip(b"=").decode("ascii")


def strict_base64url(text: str) -> bytes:
    """What canonical base64url says; ValueError for padding, foreign characters and spare bits."""
    if not _BASE64URL.fullmatch(text):
        raise ValueError
    data = urlsafe_b64decode(text + "=" * (-len(text) % 4))
    if base64url(data) != text:
        raise ValueError
    return data
