"""Typography of bodies: changes of the running text, made at their places in the HTML.

Code, addresses, attributes and everything that is not running text stay as they are.
"""

from collections.abc import Iterator
from html import escape

from plugins.documents.document import Document
from plugins.documents.edits import Edit
from plugins.documents.site import Site
from plugins.documents.visible_text import visible_text
from plugins.language.typography import changes

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
    start = 0
    for block in seen.text.split("\n"):
        for change in changes(block, document.lang):
            begin, end = seen.starts[start + change.start], seen.ends[start + change.end - 1]
            if "<" not in document.body[begin:end]:
                yield Edit(document, begin, end, escape(change.new, quote=False))
        start += len(block) + 1
