"""A judge of feeds of its own: grammars (schemas/), and what no grammar knows.

It reads files and pages only, and calls nothing of what made them.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import cache
from pathlib import Path
from urllib.parse import unquote

from lxml import etree, html

SCHEMAS = Path(__file__).parent / "schemas"
ATOM, DC = "{http://www.w3.org/2005/Atom}", "{http://purl.org/dc/elements/1.1/}"
TEXT = "{http://purl.org/rss/1.0/modules/content/}encoded"
# What may act in a reader, or says nothing outside our theme
_FORBIDDEN = "script style iframe object embed form input button svg link meta base picture source"
# Attributes that say something to a reader
_SPOKEN = "href src alt title width height colspan rowspan scope start datetime lang dir"
_DZEN = "p a b i u s h1 h2 h3 h4 blockquote ul ol li img figure figcaption"
FORBIDDEN, SPOKEN, DZEN_TAGS = (frozenset(words.split()) for words in (_FORBIDDEN, _SPOKEN, _DZEN))
DZEN_WORDS = (("format-article", "format-post"), ("index", "noindex"))
_CANONICAL = re.compile(r'<link rel="?canonical"? href="?([^">\s]+)')
_FEEDS = re.compile(r'<link rel="alternate" type="application/atom\+xml"[^>]*href="([^"]+)"')
Files = Mapping[str, bytes]


@dataclass(frozen=True)
class Item:
    """An article as a feed tells it, in either format."""

    id: str
    url: str
    title: str
    text: str
    updated: datetime
    picture: str
    type: str
    length: str


@cache
def _grammar(name: str) -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(SCHEMAS / f"{name}.rng"))


def grammar(data: bytes, name: str) -> list[str]:
    """What the grammar of this name forbids in a file."""
    try:
        root = etree.fromstring(data)
    except etree.XMLSyntaxError as error:
        return [str(error)]
    rules = _grammar(name)
    rules.validate(root)
    return [f"line {entry.line}: {entry.message}" for entry in rules.error_log]


def feeds_of(files: Files) -> dict[str, str]:
    """Path of each feed of a site to the name of its grammar."""
    names = {"feed.xml": "atom", "rss.xml": "rss", "dzen.xml": "dzen"}
    found = {path: names.get(path.rpartition("/")[2]) for path in files}
    return {path: name for path, name in found.items() if name}


def faults(files: Files, address: str, now: datetime) -> list[str]:
    """Everything wrong with the feeds of a built site."""
    feeds = feeds_of(files)
    found = [f"{path}: {each}" for path in feeds for each in grammar(files[path], feeds[path])]
    if found:
        return found
    for path, name in feeds.items():
        root = etree.fromstring(files[path])
        wrong = [*_itself(root, f"{address}/{path}"), *_formats(path, files), *_order(root, now)]
        for item in items(root):
            wrong += _item(item, files, address)
            wrong += _dzen(item, root, now) if name == "dzen" else ()
        wrong += _twice([item.id for item in items(root)])
        found += [f"{path}: {each}" for each in wrong]
    return found + [f"{path}: {each}" for path, each in _heads(files)]


def items(root: etree._Element) -> list[Item]:
    """The articles of a feed."""
    if root.tag == f"{ATOM}feed":
        return [_of_atom(entry) for entry in root.iter(f"{ATOM}entry")]
    return [_of_rss(item) for item in root.iter("item")]


def _of_atom(entry: etree._Element) -> Item:
    links = {link.get("rel"): link for link in entry.iter(f"{ATOM}link")}
    picture = links.get("enclosure", etree.Element("link"))
    return Item(
        entry.findtext(f"{ATOM}id"),
        links["alternate"].get("href") if "alternate" in links else "",
        entry.findtext(f"{ATOM}title"),
        entry.findtext(f"{ATOM}content"),
        datetime.fromisoformat(entry.findtext(f"{ATOM}updated")),
        picture.get("href", ""),
        picture.get("type", ""),
        picture.get("length", ""),
    )


def _of_rss(item: etree._Element) -> Item:
    picture = item.find("enclosure")
    return Item(
        item.findtext("guid"),
        item.findtext("link"),
        item.findtext("title"),
        item.findtext(TEXT) or item.findtext("description"),
        parsedate_to_datetime(item.findtext("pubDate")),
        picture.get("url"),
        picture.get("type"),
        picture.get("length"),
    )


def _itself(root: etree._Element, own: str) -> Iterator[str]:
    """A feed knows its own address, and the page that it follows, once each."""
    links = [link for link in root.iter(f"{ATOM}link") if link.getparent().tag != f"{ATOM}entry"]
    rels = [link.get("rel") for link in links]
    if rels.count("self") != 1 or [x.get("href") for x in links if x.get("rel") == "self"] != [own]:
        yield "its own address is not its own"
    if root.tag == f"{ATOM}feed" and rels.count("alternate") != 1:
        yield "no page, or two"


def _formats(path: str, files: Files) -> Iterator[str]:
    """Both formats of a feed hold the same articles."""
    other = path.replace("feed.xml", "rss.xml")
    if other != path:
        mine, theirs = (items(etree.fromstring(files[each])) for each in (path, other))
        if [(i.id, i.url, i.title, i.text) for i in mine] != [
            (i.id, i.url, i.title, i.text) for i in theirs
        ]:
            yield f"not the same articles as {other}"


def _item(item: Item, files: Files, address: str) -> Iterator[str]:
    page = files.get(_file(item.url, address))
    canonical = _CANONICAL.search(page.decode()) if page else None
    if not canonical or unquote(canonical[1]) != unquote(item.url):
        yield f"{item.url} is no page of the site"
    picture = files.get(_file(item.picture, address), b"")
    kind = {b"\x89PNG": "image/png", b"\xff\xd8\xff\xe0": "image/jpeg"}.get(picture[:4])
    if str(len(picture)) != item.length or kind != item.type:
        yield f"{item.picture}: not a picture of this length and type"
    yield from _text(item, files, address)


def _text(item: Item, files: Files, address: str) -> Iterator[str]:
    if not item.text.strip():
        yield f"{item.url}: no text"
        return
    for element in html.fragment_fromstring(item.text, create_parent="div").iterdescendants():
        if element.tag in FORBIDDEN or set(element.attrib) - SPOKEN:
            yield f"{item.url}: {etree.tostring(element, encoding='unicode')[:80]}"
        for name in ("href", "src"):
            link = element.get(name)
            if link is None:
                continue
            if not re.match(r"(https?:|mailto:|tel:)[!-~]+$", link):
                yield f"{item.url}: {name}={link}"
            elif link.startswith(f"{address}/") and _file(link, address) not in files:
                yield f"{item.url}: {link} is not there"
        if element.tag == "img" and not (element.get("src") or "").endswith((".jpg", ".png")):
            yield f"{item.url}: {element.get('src')} is no JPEG or PNG"


def _dzen(item: Item, root: etree._Element, now: datetime) -> Iterator[str]:
    """Rules of Dzen that a grammar cannot tell."""
    whole = html.fragment_fromstring(item.text, create_parent="div")
    yield from (f"{item.url}: <{e.tag}>" for e in whole.iterdescendants() if e.tag not in DZEN_TAGS)
    if whole.text and whole.text.strip():
        yield f"{item.url}: text outside a paragraph"
    if not now - timedelta(days=3) <= item.updated <= now:
        yield f"{item.url}: not of the last three days"
    for each in root.iter("item"):
        words = [category.text for category in each.iter("category")]
        for choice in DZEN_WORDS:
            if len([word for word in words if word in choice]) != 1:
                yield f"not one of {choice}"
    if len(list(root.iter("item"))) > 500:
        yield "more than 500"


def _twice(ids: list[str]) -> Iterator[str]:
    yield from (f"{each}: twice" for each in sorted({i for i in ids if ids.count(i) > 1}))


def _order(root: etree._Element, now: datetime) -> Iterator[str]:
    """A feed is as new as the newest thing in it, never as new as its build."""
    if root.tag != f"{ATOM}feed" or not items(root):
        return
    own = datetime.fromisoformat(root.findtext(f"{ATOM}updated"))
    if own != max(item.updated for item in items(root)):
        yield "updated at another time than its articles"
    published = [e.findtext(f"{ATOM}published") for e in root.iter(f"{ATOM}entry")]
    moments = [datetime.fromisoformat(each) for each in published]
    if moments != sorted(moments, reverse=True):
        yield "not the newest first"
    if any(moment > now for moment in moments):
        yield "from the future"


def _heads(files: Files) -> Iterator[tuple[str, str]]:
    """Each page names the feed of its language first; feeds that pages name are there."""
    languages = {
        path.partition("/")[0] for path in files if re.fullmatch(r"[a-z]{2}/feed.xml", path)
    }
    for path, page in files.items():
        redirects = b'http-equiv="refresh"' in page
        if not path.endswith(".html") or b'rel="canonical"' not in page or redirects:
            continue
        named = [each.lstrip("/") for each in _FEEDS.findall(page.decode())]
        first = path.partition("/")[0]
        own = f"{first}/feed.xml" if first in languages else "feed.xml"
        if named[:1] != [own]:
            yield path, f"its head does not name {own}"
        hub = re.sub(r"(page/\d+/)?index.html$", "feed.xml", path)
        hub = hub if hub in files and hub != own else ""
        if named[1:] != ([hub] if hub else []):
            yield path, f"its head names {named[1:]}"
        yield from ((path, f"{each} is not there") for each in named if each not in files)


def _file(url: str, address: str) -> str:
    path = unquote(re.split("[?#]", url.removeprefix(f"{address}/"))[0])
    return f"{path}index.html" if path == "" or path.endswith("/") else path
