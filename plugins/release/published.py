"""What visitors and engines were last given: the pages by the digest of their content.

A digest is of what a page says, not of its bytes: title, description, text (prices stand in it),
where the links of the text lead, what its pictures show. Menus, the foot, styles, policies,
related articles and the strip with the phone may change and no page has changed.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import urldefrag, urljoin

from plugins.audit.page import Page
from plugins.documents.html import tags, text_of

# A new way to digest gets a new number: digests of another one tell nothing
VERSION = 1
# What stands around a text on every page; `aside`: what leads on to other pages
AROUND = frozenset({"nav", "aside", "footer", "script", "style", "template", "noscript"})
_UNSEEN = re.compile(r"[\s\u00ad\u200b-\u200d\u2060\ufeff]+")
_DIGITS = 32


@dataclass(frozen=True)
class Published:
    """The pages of a site that engines may list: `/blog/x/` to the digest of its content."""

    address: str
    pages: Mapping[str, str]


@dataclass(frozen=True)
class Changes:
    """What is not as it was, each kind sorted.

    A page that engines may no longer list is removed, whether nothing answers there now, a
    redirect or a page that says noindex: IndexNow has one word for all of it, «changed», and the
    engine finds out by asking. So the address of a removed page is told like any other.
    """

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()

    @property
    def urls(self) -> tuple[str, ...]:
        """All of it: new pages first, removed ones last."""
        return self.added + self.changed + self.removed


def published(pages: Iterable[Page], address: str) -> Published:
    """What a built site gives visitors; `address` is the site's, `https://firm.ru`."""
    listed = (page for page in pages if page.is_indexed)
    return Published(address, {f"/{page.url}": digest(page, address) for page in listed})


def changes(before: Mapping[str, str], after: Mapping[str, str]) -> Changes:
    """What has to be told to whoever knows `before`, now that `after` is there."""
    both = before.keys() & after.keys()
    return Changes(
        added=tuple(sorted(after.keys() - before.keys())),
        changed=tuple(sorted(url for url in both if before[url] != after[url])),
        removed=tuple(sorted(before.keys() - after.keys())),
    )


def told(
    before: Mapping[str, str], after: Mapping[str, str], accepted: Iterable[str]
) -> dict[str, str]:
    """What is known to whoever knew `before` and has now accepted these addresses of `after`."""
    known = dict(before)
    for url in accepted:
        known.pop(url, None)
        if url in after:
            known[url] = after[url]
    return known


def digest(page: Page, address: str) -> str:
    """The digest of what a page says; `address` is its site's."""
    main = "".join(_without_surroundings(page.main))
    parts = [
        _seen(page.title),
        _seen(page.meta.get("description", "")),
        _seen(text_of(main)),
        *_leads(main, f"{address}/{page.url}"),
    ]
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def _without_surroundings(html: str) -> Iterator[str]:
    """The pieces of HTML that stand in none of the elements around a text."""
    at = depth = 0
    for tag in tags(html):
        if tag.name not in AROUND:
            continue
        if depth == 0:
            yield html[at : tag.start]
        depth = max(0, depth - 1) if tag.closing else depth + 1
        at = tag.end
    if depth == 0:
        yield html[at:]


def _leads(html: str, here: str) -> Iterator[str]:
    """Where links lead, whole addresses without fragments, and what pictures show, in order."""
    for tag in tags(html):
        given = {} if tag.closing else tag.attributes
        if tag.name == "a" and "href" in given:
            target = urldefrag(_joined(here, given["href"])).url
            if target != here and target.startswith("http"):
                yield target
        elif tag.name == "img":
            yield _seen(given.get("alt", ""))


def _joined(here: str, href: str) -> str:
    try:
        return urljoin(here, href)
    except ValueError:
        return href


def _seen(text: str) -> str:
    """The signs of a text that are seen: spaces and hyphenation are the layout's."""
    return _UNSEEN.sub("", text)
