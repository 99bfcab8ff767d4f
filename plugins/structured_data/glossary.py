"""Terms of a glossary: a heading with an anchor and, right below it, what it means."""

import re
from collections.abc import Iterator

from plugins.documents.document import headings_in
from plugins.documents.html import text_of
from plugins.language.plain import flat
from plugins.structured_data.node import Node, node
from plugins.structured_data.page import Page

_MEANING = re.compile(r"\s*<p\b[^>]*>(.*?)</p>", re.DOTALL | re.IGNORECASE)
_HEADING_END = re.compile(r"</h[1-6]\s*>", re.IGNORECASE)


def glossary(page: Page) -> Node:
    """The set of terms of a page."""
    return node(
        "DefinedTermSet",
        page.identity("terms"),
        url=page.url,
        name=page.words(page.here.title),
        inLanguage=page.lang,
        hasDefinedTerm=[
            node("DefinedTerm", page.identity(anchor), name=name, description=meaning)
            for anchor, name, meaning in terms(page.html)
        ],
    )


def terms(html: str) -> Iterator[tuple[str, str, str]]:
    """Anchor, name and meaning of each term; its heading is of the lowest level of the text."""
    headings = list(headings_in(html))
    lowest = max((heading.level for heading in headings), default=0)
    ends = _HEADING_END.finditer(html)
    for heading, end in zip(headings, ends, strict=False):
        meaning = _MEANING.match(html, end.end())
        if heading.level == lowest and heading.id and meaning:
            yield heading.id, flat(heading.text), flat(text_of(meaning[1]))
