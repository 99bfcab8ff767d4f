"""The sitemap of a built site as a search engine reads it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote
from xml.etree import ElementTree

from plugins.audit.subject import Subject
from plugins.discovery.sitemap import IMAGES, MOST_ADDRESSES, MOST_BYTES, PATH, PROTOCOL
from plugins.documents.addresses import file_of
from plugins.language.messages import Message, message

Element = ElementTree.Element


@dataclass(frozen=True)
class Named:
    """A page that the sitemap names: addresses and the moment as they are written."""

    file: str
    loc: str
    lastmod: str
    images: tuple[str, ...]


@dataclass(frozen=True)
class Fault:
    """What is wrong with a file of the sitemap as a whole."""

    file: str
    what: Message


@dataclass(frozen=True)
class ReadSitemap:
    """All files of a sitemap, the parts of an index among them."""

    named: tuple[Named, ...] = ()
    faults: tuple[Fault, ...] = ()


@lru_cache(maxsize=2)
def sitemap_of(subject: Subject) -> ReadSitemap:
    """The sitemap; nothing at all for a subject of which no files were read."""
    if subject.told is None:
        return ReadSitemap()
    read = list(_read(subject, PATH))
    return ReadSitemap(
        tuple(one for one in read if isinstance(one, Named)),
        tuple(one for one in read if isinstance(one, Fault)),
    )


def target_of(subject: Subject, address: str) -> str | None:
    """The file of the output at an address of the sitemap; None for an address of elsewhere."""
    start = f"{subject.address}/"
    return file_of(unquote(address.removeprefix(start))) if address.startswith(start) else None


def _read(subject: Subject, path: str) -> Iterator[Named | Fault]:
    text = (subject.told or {}).get(path)
    if text is None:
        yield Fault(path, message("the file is not there"))
        return
    try:
        root = ElementTree.fromstring(text.encode())
    except ElementTree.ParseError as error:
        yield Fault(path, message("the file cannot be read (%(reason)s)", reason=error))
        return
    if len(root) > MOST_ADDRESSES or len(text.encode()) > MOST_BYTES:
        yield Fault(path, message("the file is larger than search engines read"))
    if path == PATH and root.tag == f"{{{PROTOCOL}}}sitemapindex":
        for loc in root.iterfind(f"*/{{{PROTOCOL}}}loc"):
            yield from _read(subject, target_of(subject, loc.text or "") or loc.text or "")
    else:
        yield from (_named(path, url) for url in root)


def _named(path: str, url: Element) -> Named:
    images = url.iterfind(f"{{{IMAGES}}}image/{{{IMAGES}}}loc")
    loc, lastmod = (url.findtext(f"{{{PROTOCOL}}}{name}", "") for name in ("loc", "lastmod"))
    return Named(path, loc, lastmod, tuple(image.text or "" for image in images))
