"""Compact JWS (RFC 7515) with Ed25519, written and read in one way only."""

from collections.abc import Mapping
from typing import Any

from jwt import PyJWS

from plugins.checkout.canonical import canonical_json, strict_base64url, strict_json
from plugins.checkout.keys import Keys, SigningKey
from plugins.checkout.refusals import Reason, Refused

ALGORITHM = "EdDSA"
# Longer than any link: whatever is more is not even decoded
LONGEST_TOKEN = 4096
_PARTS = 3
_JWS = PyJWS(algorithms=[ALGORITHM])


def compact(payload: Mapping[str, object], key: SigningKey) -> str:
    """A payload, signed; equal payloads give equal texts, for Ed25519 draws no lots."""
    named = {"kid": key.public.kid, "typ": None}
    return _JWS.encode(canonical_json(payload), key.private, ALGORITHM, named)


def opened(token: str, keys: Keys, longest: int = LONGEST_TOKEN) -> dict[str, Any]:
    """The payload of a token that one of the keys has signed; Refused for any other."""
    parts = token.split(".") if len(token) <= longest else []
    if len(parts) != _PARTS:
        raise Refused(Reason.MALFORMED)
    try:
        header, payload, signature = (strict_base64url(part) for part in parts)
    except ValueError:
        raise Refused(Reason.ENCODING) from None
    key = keys.get(_kid_of(header))
    if key is None:
        raise Refused(Reason.UNKNOWN_KEY)
    if not key.fits(signature, token.rpartition(".")[0].encode("ascii")):
        raise Refused(Reason.SIGNATURE)
    try:
        return strict_json(payload)
    except (ValueError, RecursionError):
        raise Refused(Reason.CLAIMS) from None


def _kid_of(header: bytes) -> str:
    """The name of the key, out of a header that holds the algorithm and it, and nothing else."""
    try:
        said = strict_json(header)
    except (ValueError, RecursionError):
        raise Refused(Reason.HEADER) from None
    if said.get("alg") != ALGORITHM:
        raise Refused(Reason.ALGORITHM)
    kid = said.get("kid")
    if set(said) != {"alg", "kid"} or not isinstance(kid, str):
        raise Refused(Reason.HEADER)
    return kid
