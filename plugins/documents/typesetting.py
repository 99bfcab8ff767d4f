"""Typography of bodies: changes of the running text, made at their places in the HTML.

Code, addresses, attributes and everything that is not running text stay as they are.
"""

import re
from collections.abc import Iterator
from html import escape

from plugins.documents.document import Document
from plugins.documents.edits import Edit
from plugins.documents.site import Site
from plugins.documents.visible_text import visible_text
from plugins.language.typography import changes

# A tag that is never closed: browsers take what follows it for a part of it
BROKEN = re.compile(r"<[a-zA-Z/!?][^<>]*(?=<|\Z)")
AS_WRITTEN = frozenset({"code", "pre", "kbd", "samp", "var", "math", "svg"})


def typeset_bodies(site: Site) -> Iterator[Edit]:
    """Quotes, dashes and spaces of every body, by the rules of its language.

    A document with `Typography: off` stays as its author wrote it.
    """
    for document in site.documents:
        if document.typography:
            yield from _edits(document)


def _edits(document: Document) -> Iterator[Edit]:
    seen = visible_text(document.body, AS_WRITTEN)
    broken = [found.span() for found in BROKEN.finditer(document.body)]
    start = 0
    for block in seen.text.split("\n"):
        for change in changes(block, document.lang):
            begin, end = seen.starts[start + change.start], seen.ends[start + change.end - 1]
            whole = not any(first < end and begin < last for first, last in broken)
            if whole and "<" not in document.body[begin:end]:
                yield Edit(document, begin, end, escape(change.new, quote=False))
        start += len(block) + 1
