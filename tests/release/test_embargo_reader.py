"""The reader of the embargo tests: it finds a secret however a file hides it."""

import gzip
import io
import json
import zlib
from urllib.parse import quote

import brotli
import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from tests.release.embargo import Secret, traces

SECRET = Secret(7, "ru/blog", "Status: draft\n")
WORD = SECRET.roots[0]
PAGE = f"<p>Скоро: {WORD.capitalize()}ный заголовок.</p>".encode()


def png(*, packed: bool) -> bytes:
    """A picture with the word in its remarks."""
    data, info = io.BytesIO(), PngInfo()
    info.add_itxt("Title", f"О {WORD}ном", zip=packed)
    Image.new("RGB", (8, 8)).save(data, "PNG", pnginfo=info)
    return data.getvalue()


HIDDEN = {
    "a page": ("index.html", PAGE),
    "its name": (f"share/{SECRET.slug}.png", b""),
    "a name in per cent": (f"{quote(WORD)}/index.html", b""),
    "capitals": ("index.html", WORD.upper().encode()),
    "an address in per cent": ("sitemap.xml", f"<loc>/{quote(WORD)}/</loc>".encode()),
    "its slug": ("sitemap.xml", f"<loc>/blog/{SECRET.slug}/</loc>".encode()),
    "entities": ("index.html", "".join(f"&#{ord(sign)};" for sign in WORD).encode()),
    "hexadecimal entities": ("x.xml", "".join(f"&#x{ord(sign):x};" for sign in WORD).encode()),
    "JSON": ("x.json", json.dumps({"name": WORD}).encode()),
    "soft hyphens": ("index.html", "\u00ad".join(WORD).encode()),
    "gzip": ("index.html.gz", gzip.compress(PAGE)),
    "gzip in gzip": ("x.gz", gzip.compress(gzip.compress(PAGE))),
    "brotli": ("index.html.br", brotli.compress(PAGE)),
    "zlib": ("x.bin", zlib.compress(PAGE)),
    "a fragment of Pagefind": ("x.pf_fragment", gzip.compress(b"pagefind_dcd" + PAGE)),
    "remarks of a picture": ("x.png", png(packed=False)),
    "packed remarks of a picture": ("x.png", png(packed=True)),
}


@pytest.mark.parametrize("where", HIDDEN)
def test_a_trace_is_found(where: str) -> None:
    path, data = HIDDEN[where]

    assert traces({path: data}, [SECRET])
    assert not traces({path: data}, [Secret(8, "ru/blog", "")])


def test_what_tells_nothing_is_no_trace() -> None:
    output = {"index.html": "<p>Скоро новая статья</p>".encode(), "x.png": png(packed=True)}

    assert not traces(output, [Secret(8, "ru/blog", "")])
