"""The private key, from the environment or from a file outside of any repository.

The only module of the room that opens a file.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from stat import S_IRWXG, S_IRWXO
from typing import Any

from jwt.algorithms import OKPAlgorithm
from jwt.exceptions import InvalidKeyError

from plugins.checkout.canonical import base64url
from plugins.checkout.keys import TEST_KEYS, SigningKey, signing_key
from plugins.language.messages import Message, message, verbatim
from plugins.language.problems import Problem, ProblemsFound, expected

VARIABLE = "VITRINA_CHECKOUT_KEY"
FILE_VARIABLE = "VITRINA_CHECKOUT_KEY_FILE"
LARGEST = 4096
A_KEY = message(
    'a private Ed25519 key as a JWK: {"kty": "OKP", "crv": "Ed25519", "x": "...", "d": "..."};'
    " `invoke keys new` makes one"
)
_TYPES = {
    "RSA": message("an RSA key"),
    "EC": message("a key of an elliptic curve of another kind"),
    "oct": message("a shared secret"),
}


def key_of(environ: Mapping[str, str], root: Path) -> SigningKey | None:
    """The key that the environment names, None without one; raises ProblemsFound.

    No sentence shows any part of what was given.
    """
    text, file = environ.get(VARIABLE, "").strip(), environ.get(FILE_VARIABLE, "").strip()
    if text and file:
        names = f"{VARIABLE}, {FILE_VARIABLE}"
        raise _wrong(VARIABLE, message("set one of %(names)s, not both", names=names))
    if file:
        return read_key_file(Path(file), root)
    return parsed(text, VARIABLE) if text else None


def read_key_file(file: Path, root: Path) -> SigningKey:
    """The key in a file outside of the repository at `root`, which only its owner may read."""
    return parsed(_read(file, root), FILE_VARIABLE)


def parsed(text: str, name: str) -> SigningKey:
    """The key in a JWK; `name` tells people which variable holds it."""
    if "-----BEGIN" in text:
        raise _wrong(name, expected(A_KEY, message("a PEM file")))
    try:
        jwk = json.loads(text)
    except (ValueError, RecursionError):
        raise _wrong(name, expected(A_KEY, message("something else"))) from None
    if not isinstance(jwk, dict):
        raise _wrong(name, expected(A_KEY, message("something else")))
    if got := _other_type(jwk):
        raise _wrong(name, expected(A_KEY, got))
    try:
        private = OKPAlgorithm.from_jwk(jwk)
        key = signing_key(base64url(private.private_bytes_raw()))  # type: ignore[union-attr]
    except (InvalidKeyError, ValueError, TypeError, AttributeError):
        got = message("a key of another length, or one whose x and d do not belong together")
        raise _wrong(name, expected(A_KEY, got)) from None
    if key.public.x in TEST_KEYS:
        raise _wrong(name, expected(A_KEY, message("a key that is published in RFC 8032")))
    return key


def _other_type(jwk: Mapping[str, Any]) -> Message | None:
    kind, curve = jwk.get("kty"), jwk.get("crv")
    if kind != "OKP" or curve != "Ed25519":
        named = f"'{kind} {curve}'"
        return _TYPES.get(str(kind)) or message("a key of the type %(kind)s", kind=named)
    return None if "d" in jwk else message("a public key: it has no d")


def inside_repository(file: Path, root: Path) -> bool:
    """Whether a path lies in the project, or in any folder that git keeps."""
    folders = file.resolve().parents
    return root.resolve() in folders or any((folder / ".git").exists() for folder in folders)


def _read(file: Path, root: Path) -> str:
    if inside_repository(file, root):
        what = message("a file outside of the repository, where git cannot take it along")
        raise _wrong(FILE_VARIABLE, expected(what, f"'{file}'"))
    try:
        if file.stat().st_mode & (S_IRWXG | S_IRWXO):
            text = message("others can read %(file)s; say: chmod 600 %(file)s", file=file)
            raise _wrong(FILE_VARIABLE, text)
        with file.open("rb") as opened:
            return opened.read(LARGEST).decode("utf-8", "replace")
    except OSError as error:
        raise _wrong(FILE_VARIABLE, verbatim(f"{file}: {error.strerror}")) from None


def _wrong(name: str, text: Message) -> ProblemsFound:
    return ProblemsFound([Problem(name, 0, "", text)])
