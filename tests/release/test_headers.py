"""What goes with each file: its type, how long it may be kept, how it is packed."""

import gzip
import subprocess
import sys

import brotli
import pytest

from plugins.release.headers import (
    FOR_EVER,
    HOUR,
    SHORT,
    Compression,
    Headers,
    headers_of,
    packed,
    packed_beside,
)

PAGE = "<h1>Доставка из Китая</h1>\n".encode() * 100


@pytest.mark.parametrize(
    ("path", "content_type", "kept"),
    [
        ("index.html", "text/html; charset=utf-8", SHORT),
        ("blog/x/index.html", "text/html; charset=utf-8", SHORT),
        ("en/feed.xml", "application/xml; charset=utf-8", SHORT),
        ("sitemap.xml", "application/xml; charset=utf-8", SHORT),
        ("robots.txt", "text/plain; charset=utf-8", SHORT),
        ("theme/search.css", "text/css; charset=utf-8", SHORT),
        ("theme/search.js", "text/javascript; charset=utf-8", SHORT),
        ("theme/favicon.svg", "image/svg+xml; charset=utf-8", HOUR),
        ("pictures/samples/crate.af3f7d9f88-1080.avif", "image/avif", FOR_EVER),
        ("pictures/samples/crate.af3f7d9f88-320.webp", "image/webp", FOR_EVER),
        ("pictures/samples/crate.af3f7d9f88-1280.jpg", "image/jpeg", FOR_EVER),
        ("pictures/warehouse-scheme.svg", "image/svg+xml; charset=utf-8", HOUR),
        ("pictures/plan-2027.png", "image/png", HOUR),
        ("share/0bc1f249fe99.png", "image/png", FOR_EVER),
        ("share/logo.png", "image/png", HOUR),
        ("pagefind/fragment/ru_1d5e3d4.pf_fragment", "application/octet-stream", FOR_EVER),
        ("pagefind/index/ru_1d5e3d4.pf_index", "application/octet-stream", FOR_EVER),
        ("pagefind/pagefind.ru_c58abab.pf_meta", "application/octet-stream", FOR_EVER),
        ("pagefind/pagefind.js", "text/javascript; charset=utf-8", SHORT),
        ("pagefind/pagefind-entry.json", "application/json; charset=utf-8", SHORT),
        ("pagefind/wasm.ru.pagefind", "application/octet-stream", SHORT),
        ("files/договор.pdf", "application/pdf", HOUR),
        ("files/prices.tar.gz", "application/octet-stream", HOUR),
        ("fonts/text.woff2", "font/woff2", HOUR),
        ("CNAME", "application/octet-stream", HOUR),
        ("PHOTO.JPG", "image/jpeg", HOUR),
    ],
)
def test_types_and_how_long_files_may_be_kept(path: str, content_type: str, kept: str) -> None:
    assert headers_of(path) == Headers(content_type, kept)


@pytest.mark.parametrize("compression", [Compression.GZIP, Compression.BR])
@pytest.mark.parametrize(
    ("path", "size", "is_packed"),
    [
        ("index.html", 20_000, True),
        ("theme/search.js", 20_000, True),
        ("pictures/scheme.svg", 20_000, True),
        ("short.html", 1_000, False),
        # robots and feed readers of every kind ask for these, and some cannot unpack
        ("robots.txt", 20_000, False),
        ("sitemap.xml", 20_000, False),
        ("feed.xml", 20_000, False),
        # packed by their own format
        ("photo.jpg", 20_000, False),
        ("pagefind/wasm.ru.pagefind", 20_000, False),
    ],
)
def test_what_a_storage_gets_packed(
    path: str, size: int, is_packed: bool, compression: Compression
) -> None:
    said = headers_of(path, size, compression).content_encoding
    assert said == (compression if is_packed else "")
    assert headers_of(path, size).content_encoding == ""


def test_packing_gives_the_same_bytes_each_time_and_loses_nothing() -> None:
    code = (
        "import sys; from plugins.release.headers import packed;"
        "sys.stdout.buffer.write(packed(sys.stdin.buffer.read(), sys.argv[1]))"
    )
    for encoding in ("gzip", "br"):
        anew = subprocess.run(
            [sys.executable, "-c", code, encoding], input=PAGE, capture_output=True, check=True
        )
        assert anew.stdout == packed(PAGE, encoding)
        assert len(anew.stdout) < len(PAGE) / 5
    assert gzip.decompress(packed(PAGE, "gzip")) == PAGE
    assert brotli.decompress(packed(PAGE, "br")) == PAGE
    assert packed(PAGE, "") == PAGE


def test_a_server_gets_both_kinds_beside_each_text() -> None:
    beside = dict(packed_beside("blog/index.html", PAGE))

    assert list(beside) == ["blog/index.html.br", "blog/index.html.gz"]
    assert brotli.decompress(beside["blog/index.html.br"]) == PAGE
    assert gzip.decompress(beside["blog/index.html.gz"]) == PAGE
    assert [path for path, _packed in packed_beside("short.html", b"")] == [
        "short.html.br",
        "short.html.gz",
    ]
    assert list(packed_beside("photo.jpg", PAGE)) == []
