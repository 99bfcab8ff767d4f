"""A judge of sitemaps of its own: the protocol's grammar (schemas/), and what no grammar knows.

It reads files and pages only, and calls nothing of what made them.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from urllib.parse import quote, unquote

from lxml import etree

SCHEMAS = Path(__file__).parent / "schemas"
NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "i": "http://www.google.com/schemas/sitemap-image/1.1",
}
LARGEST = 50 * 1024 * 1024
_CANONICAL = re.compile(r'<link rel="?canonical"? href="?([^">\s]+)')
_NOT_LISTED = re.compile(r'<meta name="?robots"? content="?[^>]*noindex|http-equiv="?refresh')
_SOURCE = re.compile(r'<img[^>]*?\ssrc="?([^">\s]+)')
Files = Mapping[str, bytes]


@cache
def _schema(name: str) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(SCHEMAS / name))


def grammar(data: bytes) -> list[str]:
    """What the protocol forbids in one file."""
    try:
        root = etree.fromstring(data)
    except etree.XMLSyntaxError as error:
        return [str(error)]
    schema = _schema(
        "index.xsd" if etree.QName(root).localname == "sitemapindex" else "sitemap.xsd"
    )
    schema.validate(root)
    return [entry.message for entry in schema.error_log]


def found_at(data: bytes, path: str) -> list[str]:
    """Texts at a path in which s: is the protocol and i: are pictures."""
    return [node.text or "" for node in etree.fromstring(data).findall(path, NAMES)]


def faults(files: Files, address: str, now: datetime) -> list[str]:
    """Everything wrong with the sitemap of a built site; pages that it lacks, too."""
    found = list(_of_grammar(files)) or list(_of_parts(files, address))
    if found:
        return found
    named: list[str] = []
    for data in _parts(files, address):
        named += found_at(data, "s:url/s:loc")
        found += _of_moments(data, now)
        found += _of_pictures(data, files, address)
    found += [f"{loc}: twice" for loc in sorted({loc for loc in named if named.count(loc) > 1})]
    for loc in named:
        found += _of_page(loc, files, address)
    may_be_listed = {_url(path, address) for path in files if _is_listed(path, files)}
    found += [f"{url}: lacks" for url in sorted(may_be_listed - set(named))]
    return found


def _of_grammar(files: Files) -> Iterator[str]:
    for path, data in files.items():
        if re.fullmatch(r"sitemap.*\.xml", path):
            yield from (f"{path}: {what}" for what in grammar(data))
            if len(data) > LARGEST:
                yield f"{path}: too large"


def _of_parts(files: Files, address: str) -> Iterator[str]:
    for loc in found_at(files["sitemap.xml"], "s:sitemap/s:loc"):
        if loc.removeprefix(f"{address}/") not in files:
            yield f"{loc}: no such part"


def _parts(files: Files, address: str) -> list[bytes]:
    locs = found_at(files["sitemap.xml"], "s:sitemap/s:loc")
    paths = [loc.removeprefix(f"{address}/") for loc in locs] or ["sitemap.xml"]
    return [files[path] for path in paths if path in files]


def _of_moments(data: bytes, now: datetime) -> Iterator[str]:
    for text in found_at(data, "s:url/s:lastmod"):
        try:
            moment = datetime.fromisoformat(text)
        except ValueError:
            yield f"{text}: no moment"
            continue
        if moment.tzinfo and moment > now:
            yield f"{text}: in the future"


def _of_pictures(data: bytes, files: Files, address: str) -> Iterator[str]:
    for url in etree.fromstring(data).findall("s:url", NAMES):
        page = files.get(_file(url.findtext("s:loc", "", NAMES), address), b"").decode()
        shown = {f"{address}{src}" for src in _SOURCE.findall(page)}
        for loc in url.findall("i:image/i:loc", NAMES):
            if _file(loc.text or "", address) not in files:
                yield f"{loc.text}: no such picture"
            elif loc.text not in shown:
                yield f"{loc.text}: not on its page"


def pages_with_other_pictures(files: Files, address: str) -> Iterator[str]:
    """Addresses of pages whose own part (`main`) shows other pictures than the sitemap says."""
    for url in etree.fromstring(files["sitemap.xml"]).findall("s:url", NAMES):
        loc = url.findtext("s:loc", "", NAMES)
        page = files[_file(loc, address)].decode()
        sources = _SOURCE.findall(page.partition("<main")[2])
        # A QR code is for a phone's camera, not for picture search
        shown = {f"{address}{src}" for src in sources if not src.startswith("/pay/")}
        if shown != {image.text for image in url.findall("i:image/i:loc", NAMES)}:
            yield loc


def _of_page(loc: str, files: Files, address: str) -> Iterator[str]:
    if not loc.startswith(f"{address}/"):
        yield f"{loc}: not of this site"
        return
    page = files.get(_file(loc, address))
    if page is None:
        yield f"{loc}: no such page"
        return
    canonical = _CANONICAL.search(page.decode())
    if canonical is None or unquote(canonical[1]) != unquote(loc):
        yield f"{loc}: not canonical"
    if _NOT_LISTED.search(page.decode()):
        yield f"{loc}: not to be listed"


def _is_listed(path: str, files: Files) -> bool:
    if not path.endswith("index.html"):
        return False
    page = files[path].decode()
    canonical = _CANONICAL.search(page)
    return canonical is not None and not _NOT_LISTED.search(page)


def _file(loc: str, address: str) -> str:
    path = unquote(loc.removeprefix(f"{address}/"))
    return f"{path}index.html" if not path or path.endswith("/") else path


def _url(path: str, address: str) -> str:
    return f"{address}/{quote(path.removesuffix('index.html'), safe='/~')}"
