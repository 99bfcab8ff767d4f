"""Ed25519 keys: those that sign, those that are published, and the example that everyone knows."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from plugins.checkout.canonical import base64url, canonical_json, strict_base64url
from plugins.language.messages import Message, message
from plugins.language.problems import Problem, ProblemsFound, expected

KEY_BYTES = 32
# So many characters of the thumbprint (96 bits) name a key: 500 a link leave no room for all 43
KID_LENGTH = 16
# RFC 8037, A.1: whoever reads the RFC can sign with it
EXAMPLE_D = "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A"
EXAMPLE_X = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"
# RFC 8032, 7.1, tests 2 and 3: our vectors are signed with them
TEST_KEYS = (
    "PUAXw-hDiVqStwqnTRt-vJyYLM8uxJaMwM1V8Sr0Zgw",
    "_FHNjmIYoaONpH7QAjDwWAgW7RO6MwOsXeuRFUiQgCU",
)


@dataclass(frozen=True)
class PublicKey:
    """A key that verifies; `x` is its 32 bytes in base64url, `kid` its name."""

    x: str
    kid: str

    @cached_property
    def _verifier(self) -> Ed25519PublicKey:
        return Ed25519PublicKey.from_public_bytes(strict_base64url(self.x))

    def fits(self, signature: bytes, data: bytes) -> bool:
        """Whether a signature of these bytes was made by this key's other half."""
        try:
            self._verifier.verify(signature, data)
        except InvalidSignature:
            return False
        return True

    @property
    def jwk(self) -> dict[str, str]:
        """As it is published."""
        named = {"kid": self.kid, "kty": "OKP", "crv": "Ed25519", "x": self.x}
        return {**named, "use": "sig", "alg": "EdDSA"}


@dataclass(frozen=True)
class SigningKey:
    """A key that signs, and its public half."""

    private: Ed25519PrivateKey
    public: PublicKey

    def __repr__(self) -> str:
        """No secret in a traceback."""
        return f"SigningKey({self.public.kid})"

    @property
    def is_example(self) -> bool:
        """Whether everybody has it."""
        return self.public.x == EXAMPLE_X


Keys = Mapping[str, PublicKey]


def thumbprint(x: str) -> str:
    """The thumbprint of an Ed25519 key (RFC 7638, RFC 8037 A.3)."""
    return base64url(sha256(canonical_json({"crv": "Ed25519", "kty": "OKP", "x": x})).digest())


def public_key(x: str) -> PublicKey:
    """The key with these 32 bytes in base64url, under its name."""
    return PublicKey(x, thumbprint(x)[:KID_LENGTH])


def signing_key(d: str) -> SigningKey:
    """The key with these 32 secret bytes in base64url; ValueError for anything else."""
    private = Ed25519PrivateKey.from_private_bytes(strict_base64url(d))
    return SigningKey(private, public_key(base64url(private.public_key().public_bytes_raw())))


def private_jwk(key: SigningKey) -> str:
    """A private key as one line: what VITRINA_CHECKOUT_KEY takes."""
    d = base64url(key.private.private_bytes_raw())
    return json.dumps({"kty": "OKP", "crv": "Ed25519", "x": key.public.x, "d": d})


def by_kid(keys: Iterable[PublicKey]) -> dict[str, PublicKey]:
    """Keys under their names."""
    return {key.kid: key for key in keys}


def jwks(keys: Iterable[PublicKey]) -> bytes:
    """The file /.well-known/jwks.json (RFC 7517, 5)."""
    return (json.dumps({"keys": [key.jwk for key in keys]}, indent=1) + "\n").encode("ascii")


def keys_of(data: bytes, file: str) -> dict[str, PublicKey]:
    """The Ed25519 keys of a JWKS by their names; keys of other types are passed over.

    Raises ProblemsFound, with `file` in it, for what is no JWKS and for private keys in one.
    """
    try:
        found = json.loads(data)["keys"]
        keys = [_from_jwk(jwk) for jwk in found if jwk["kty"] == "OKP" and jwk["crv"] == "Ed25519"]
    except _Private:
        raise _wrong(file, message("a private key (d); publish nothing of it, retire it")) from None
    except (ValueError, TypeError, KeyError, RecursionError):
        raise _wrong(file, message("something else")) from None
    if len(by_kid(keys)) != len(keys):
        raise _wrong(file, message("one kid twice"))
    return by_kid(keys)


class _Private(Exception):  # noqa: N818
    """A secret where only public keys may be."""


def _from_jwk(jwk: Mapping[str, Any]) -> PublicKey:
    if "d" in jwk:
        raise _Private
    x, kid = jwk["x"], jwk["kid"]
    if not isinstance(kid, str) or len(strict_base64url(x)) != KEY_BYTES:
        raise ValueError
    return PublicKey(x, kid)


def _wrong(file: str, got: Message) -> ProblemsFound:
    what = message('public keys as a JWKS: {"keys": [...]}')
    return ProblemsFound([Problem(file, 0, "", expected(what, got))])
