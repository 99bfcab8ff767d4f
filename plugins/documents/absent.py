"""Addresses of documents that are not live, taken out of bodies."""

import re
from collections.abc import Callable, Iterator

from plugins.documents.document import ADDRESSES, Document
from plugins.documents.edits import Edit
from plugins.documents.html import Tag, tags
from plugins.documents.own_addresses import absent, leads_to_absent
from plugins.documents.site import Site

# Whatever else may lead somewhere: a map, a form, a button, a quotation
NAMING = frozenset(
    (*ADDRESSES, "action", "formaction", "cite", "content", "longdesc", "usemap", "ping")
)
_ATTRIBUTE = r"""\s+{name}\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+)"""


def without_links_to_unpublished(site: Site, address: str = "") -> Iterator[Edit]:
    """A body editor: a link to a document that is not live is printed as its text alone.

    An address that is its own text goes whole; of anything but a whole link only the attribute
    goes. `address` is `https://firm.ru`: links are known in every spelling.
    """
    if len(site.live) == len(site.documents):
        return
    known = absent(site)
    for document in site.live:

        def leads(href: str, here: Document = document) -> bool:
            return leads_to_absent(site, known, here, href, address)

        yield from _edits(document, leads)


def _edits(document: Document, leads: Callable[[str], bool]) -> Iterator[Edit]:
    whole = set()
    for link in document.links:
        if leads(link.href):
            whole.add(link.start)
            bare = leads(link.text.strip() or "#")
            yield Edit(document, link.start, link.end if bare else link.opened, "")
            if not bare:
                yield Edit(document, link.closed, link.end, "")
    for tag in tags(document.body):
        if "=" in tag.text and not tag.closing and tag.start not in whole:
            yield from _attributes(document, tag, leads)


def _attributes(document: Document, tag: Tag, leads: Callable[[str], bool]) -> Iterator[Edit]:
    for name, value in tag.attributes.items():
        if name in NAMING and leads(value):
            for found in re.finditer(_ATTRIBUTE.format(name=name), tag.text, re.IGNORECASE):
                start = tag.start + found.start()
                yield Edit(document, start, tag.start + found.end(), "")
