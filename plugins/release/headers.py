"""What goes with each file of the site: its type, how long it may be kept, how it is packed."""

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from mimetypes import MimeTypes
from pathlib import PurePosixPath

import brotli

TEXTS = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".json": "application/json",
    ".xml": "application/xml",
    ".yml": "application/xml",
    ".txt": "text/plain",
    ".svg": "image/svg+xml",
    ".webmanifest": "application/manifest+json",
}
OTHERS = {
    ".avif": "image/avif",
    ".webp": "image/webp",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
}
BYTES = "application/octet-stream"
# A text is news five minutes after it was published; what has the digest of its content in its
# name never changes; the rest may be an hour old
SHORT = "public, max-age=300, must-revalidate"
HOUR = "public, max-age=3600, must-revalidate"
FOR_EVER = "public, max-age=31536000, immutable"
_WITH_DIGEST = re.compile(
    r"pictures/.+\.[0-9a-f]{10}-\d+\.\w+|share/[0-9a-f]{12}\.png"
    r"|pagefind/(?:fragment|index|filter)/.+_[0-9a-f]{7,}\.\w+|pagefind/.+_[0-9a-f]{7,}\.pf_meta"
)
# What the simplest of programs ask for, and some cannot unpack: robots, feed readers, checkers
_FOR_ALL = frozenset({".txt", ".xml", ".yml"})
# Less than this fits into one packet as it is
_WORTH_PACKING = 1024
_KNOWN = MimeTypes()


class Compression(StrEnum):
    """How pages, styles and scripts are packed where a storage gives out what it was given."""

    NONE = "none"
    GZIP = "gzip"
    BR = "br"


@dataclass(frozen=True)
class Headers:
    """What a server says with a file; an empty encoding says nothing."""

    content_type: str
    cache_control: str
    content_encoding: str = ""


def headers_of(path: str, size: int = 0, compression: Compression = Compression.NONE) -> Headers:
    """The headers of a path of the output, `/`-separated; `size` is that of the file unpacked."""
    return Headers(_type_of(path), _kept(path), _encoding(path, size, compression))


def packed(data: bytes, encoding: str) -> bytes:
    """The bytes of a file in an encoding; the same bytes each time."""
    match encoding:
        case Compression.GZIP:
            return gzip.compress(data, 9, mtime=0)
        case Compression.BR:
            smallest: bytes = brotli.compress(data, mode=brotli.MODE_TEXT, quality=11)
            return smallest
    return data


def packed_beside(path: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """The files that nginx gives out instead (`gzip_static`, `brotli_static`), path and bytes.

    A server knows what each visitor can unpack, so texts of every kind and size get both: which
    files there must be can be told from names alone.
    """
    for beside, encoding in names_beside(path):
        yield beside, packed(data, encoding)


def names_beside(path: str) -> tuple[tuple[str, Compression], ...]:
    """The names of the packed files that stand beside a file, and how each is packed."""
    if PurePosixPath(path).suffix.lower() not in TEXTS:
        return ()
    return (f"{path}.br", Compression.BR), (f"{path}.gz", Compression.GZIP)


def _type_of(path: str) -> str:
    suffix = PurePosixPath(path).suffix.lower()
    if suffix in TEXTS:
        return f"{TEXTS[suffix]}; charset=utf-8"
    known, encoding = _KNOWN.guess_type(PurePosixPath(path).name)
    return OTHERS.get(suffix) or (known if known and not encoding else BYTES)


def _kept(path: str) -> str:
    if _WITH_DIGEST.fullmatch(path):
        return FOR_EVER
    return SHORT if _is_text(path) or path.startswith("pagefind/") else HOUR


def _is_text(path: str) -> bool:
    suffix = PurePosixPath(path).suffix.lower()
    return suffix in TEXTS and suffix != ".svg"


def _encoding(path: str, size: int, compression: Compression) -> str:
    suffix = PurePosixPath(path).suffix.lower()
    packs = suffix in TEXTS and suffix not in _FOR_ALL and size >= _WORTH_PACKING
    return str(compression) if packs and compression is not Compression.NONE else ""
