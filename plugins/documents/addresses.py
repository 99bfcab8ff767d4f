"""Addresses of documents: how they are made, that each is used once, that none is lost."""

import re
from collections.abc import Iterable, Mapping
from typing import Annotated
from urllib.parse import quote, unquote

from pydantic import AfterValidator, Field

from plugins.data_errors import must_be
from plugins.data_files import Record
from plugins.documents.document import Kind
from plugins.documents.site import Site
from plugins.language.messages import message
from plugins.language.problems import Problem

PATTERNS: dict[Kind, str] = {
    "home": "",
    "page": "{slug}/",
    "list": "{slug}/",
    "article": "blog/{slug}/",
    "product": "products/{slug}/",
    "case": "cases/{slug}/",
    "question": "questions/{slug}/",
    "error": "404.html",
}


LONGEST = 200
# What a redirect says instead of an address when nothing has taken the place of a page
GONE = "410"
# As it is written: no spaces, nothing that has a meaning of its own in an address
_WRITTEN = re.compile(r"/[^\s?#\"<>^`|\x00-\x1f\x7f]*")
# As it is meant: %20 and %22 may be in it; names of folders are not empty
_MEANT = re.compile(r"/(?:[^/?#\\{}\x00-\x1f\x7f]+/)*[^/?#\\{}\x00-\x1f\x7f]*")


def _site_path(value: str) -> str:
    path = unquote(value)
    wrong = len(path) > LONGEST or ".." in path or not _WRITTEN.fullmatch(value)
    if wrong or not _MEANT.fullmatch(path):
        raise must_be(message("a path such as /old-page/"))
    return value


def _target(value: str) -> str:
    return value if value == GONE else _site_path(value)


SitePath = Annotated[str, AfterValidator(_site_path)]


class Redirect(Record):
    """A line of redirects.csv: whoever asks for `old` is sent to `new`, or told that it is gone."""

    old: SitePath = Field(alias="from")
    new: Annotated[str, AfterValidator(_target)] = Field(alias="to")


class PublishedAddress(Record):
    """A line of addresses.csv: an address that visitors have been given, and its document."""

    url: SitePath
    document: str


def menu(names: str) -> tuple[str, ...]:
    """Pages of a menu, below a language's folder: `delivery` is `pages/delivery.md`."""
    return tuple(f"pages/{name}.md" for name in names.split())


def prefix(lang: str, languages: tuple[str, ...]) -> str:
    """Where a language's pages stand: "" for the first language, else `en/`."""
    return "" if lang == languages[0] else f"{lang}/"


def address(kind: Kind, lang: str, slug: str, languages: tuple[str, ...]) -> str:
    """The path of a document on the site, without a first slash."""
    return prefix(lang, languages) + PATTERNS[kind].format(slug=slug)


def encoded(url: str) -> str:
    """A path of the site as protocols write it: what is not ASCII stands in per cent."""
    return quote(url, safe="/!$&'()*+,;=:@~")


def in_ascii(site_address: str) -> str:
    """`https://печь.рф` as robots and headers write it: its host in Punycode."""
    scheme, separator, host = site_address.partition("://")
    return f"{scheme}{separator}{host if host.isascii() else host.encode('idna').decode()}"


def language_of(url: str, languages: tuple[str, ...]) -> str:
    """The language of whatever stands at a path (without its first slash)."""
    first = url.partition("/")[0]
    return first if first in languages[1:] else languages[0]


def file_of(url: str) -> str:
    """The file of the output that answers a path: `x/` is `x/index.html`."""
    return f"{url}index.html" if url == "" or url.endswith("/") else url


def folder_of(sku: str) -> str:
    """A sku as one folder: «~» stands for a slash; no sku that can be bought holds it."""
    return sku.replace("/", "~")


def lost(
    site: Site, published: Iterable[PublishedAddress], redirects: Iterable[Redirect]
) -> list[Problem]:
    """Published addresses that nothing answers any more: their lines in redirects.csv lack."""
    answered = {f"/{d.url}" for d in (*site.live, *site.expired)} | {r.old for r in redirects}
    return [_lost(site, entry) for entry in published if entry.url not in answered]


def _lost(site: Site, entry: PublishedAddress) -> Problem:
    document = site.find(entry.document)
    if document is None:
        text = message(
            "%(url)s was published and nothing answers there now; "
            "add the line «%(url)s,/» (or a better target) to content/data/redirects.csv",
            url=entry.url,
        )
    else:
        text = message(
            "its published address was %(url)s, now it is /%(new)s; add the line "
            "«%(url)s,/%(new)s» to content/data/redirects.csv or bring the old Slug back",
            url=entry.url,
            new=document.url,
        )
    line = document.key_line("slug") if document else 0
    return Problem(f"content/{entry.document}", line, "Slug", text)


def in_circles(
    _site: Site, redirects: Iterable[Redirect], lines: Mapping[str, int]
) -> list[Problem]:
    """Redirects that lead to themselves or round; what else wants their address, `claims` tell.

    `lines` maps each old address to its line in redirects.csv.
    """
    targets = {redirect.old: redirect.new for redirect in redirects}
    circle = message("the redirect leads back to itself; remove or change this line")
    file = "content/data/redirects.csv"
    return [Problem(file, lines[old], old, circle) for old in targets if _returns(old, targets)]


def _returns(start: str, targets: dict[str, str]) -> bool:
    at, seen = targets[start], {start}
    while at in targets and at not in seen:
        seen.add(at)
        at = targets[at]
    return at == start
