"""The files of the sitemap: one, or an index and its parts.

By the protocol of sitemaps.org 0.9 and Google's images 1.1. No hreflang: Yandex does not read it
there. No changefreq: nobody knows how often a text will change.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from html import escape
from math import ceil

from plugins.discovery.changed import latest
from plugins.discovery.sitemap_entries import Entry
from plugins.documents import Site
from plugins.documents.addresses import encoded
from plugins.listings import ListingSettings, listings

PATH = "sitemap.xml"
# The protocol's own: 50,000 addresses and 50 MB a file, not compressed; Yandex keeps to both
MOST_ADDRESSES = 50_000
MOST_BYTES = 52_428_800
# Google's: pictures of one address
MOST_IMAGES = 1_000
PROTOCOL = "http://www.sitemaps.org/schemas/sitemap/0.9"
IMAGES = "http://www.google.com/schemas/sitemap-image/1.1"
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'
HEAD = f'{DECLARATION}\n<urlset xmlns="{PROTOCOL}" xmlns:image="{IMAGES}">\n'.encode()
TAIL = b"</urlset>\n"
INDEX_HEAD = f'{DECLARATION}\n<sitemapindex xmlns="{PROTOCOL}">\n'
INDEX_TAIL = "</sitemapindex>\n"

File = tuple[str, bytes]


@dataclass(frozen=True)
class Limits:
    """How much one file holds."""

    addresses: int = MOST_ADDRESSES
    size: int = MOST_BYTES


@dataclass(frozen=True)
class Part:
    """A file of the sitemap, and the last change of what it names."""

    data: bytes
    changed: datetime | None


ALLOWED = Limits()


def sitemap_files(
    address: str, entries: Iterable[Entry], limits: Limits = ALLOWED
) -> Iterator[File]:
    """Path and bytes of each file; an index stands where the one sitemap would.

    `address` is the site's, without a slash at its end.
    """
    parts = list(_parts(address, entries, limits))
    if len(parts) == 1:
        yield PATH, parts[0].data
        return
    for number, part in enumerate(parts, 1):
        yield part_path(number), part.data
    yield PATH, _index(address, parts)


def part_path(number: int) -> str:
    """Where a part stands: `sitemap-1.xml`."""
    return f"sitemap-{number}.xml"


def paths(site: Site, lists: ListingSettings) -> tuple[str, ...]:
    """Where the sitemap stands and, where the pages are too many for one file, its parts."""
    pages = len(site.listed) + sum(1 for _ in listings(site, lists))
    parts = ceil(pages / MOST_ADDRESSES) if pages > MOST_ADDRESSES else 0
    return PATH, *map(part_path, range(1, parts + 1))


def _parts(address: str, entries: Iterable[Entry], limits: Limits) -> Iterator[Part]:
    ends = len(HEAD) + len(TAIL)
    lines: list[bytes] = []
    moments: list[datetime | None] = []
    size = ends
    for entry in entries:
        line = _line(address, entry)
        if lines and (len(lines) == limits.addresses or size + len(line) > limits.size):
            yield _part(lines, moments)
            lines, moments, size = [], [], ends
        lines.append(line)
        moments.append(entry.changed)
        size += len(line)
    yield _part(lines, moments)


def _part(lines: Iterable[bytes], moments: Iterable[datetime | None]) -> Part:
    return Part(b"".join((HEAD, *lines, TAIL)), latest(moments))


def _index(address: str, parts: Iterable[Part]) -> bytes:
    lines = (
        f"<sitemap><loc>{_loc(address, part_path(n))}</loc>{_lastmod(part.changed)}</sitemap>\n"
        for n, part in enumerate(parts, 1)
    )
    return "".join((INDEX_HEAD, *lines, INDEX_TAIL)).encode()


def _line(address: str, entry: Entry) -> bytes:
    images = "".join(
        f"<image:image><image:loc>{_loc(address, path)}</image:loc></image:image>"
        for path in entry.images[:MOST_IMAGES]
    )
    return (
        f"<url><loc>{_loc(address, entry.url)}</loc>{_lastmod(entry.changed)}"
        f"<priority>{entry.priority:.1f}</priority>{images}</url>\n"
    ).encode()


def _loc(address: str, path: str) -> str:
    return escape(f"{address}/{encoded(path)}")


def _lastmod(moment: datetime | None) -> str:
    return f"<lastmod>{moment.isoformat(timespec='seconds')}</lastmod>" if moment else ""
