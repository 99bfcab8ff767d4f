"""Wide tables of running text stand in frames that scroll sideways where the screen is narrow."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from plugins.documents.document import Document
from plugins.documents.edits import Edit
from plugins.documents.html import Tag, tags, text_of
from plugins.documents.site import Site
from plugins.language.messages import message

# Two columns fit any phone, three most of them, four none (theme/templates/style.css).
WIDE, BROAD = 3, 4


@dataclass(frozen=True)
class Table:
    """A plain table of a body: its first and last place, and what stands over its columns."""

    start: int
    end: int
    heads: tuple[str, ...]


def framed_tables(site: Site) -> Iterator[Edit]:
    """A body editor: a frame of its own around every plain table of three columns and more."""
    for document in site.live:
        wide = (table for table in tables(document.body) if len(table.heads) >= WIDE)
        for number, table in enumerate(wide, 1):
            yield Edit(document, table.start, table.start, opening(document, table, number))
            yield Edit(document, table.end, table.end, "</section>")


def opening(document: Document, table: Table, number: int) -> str:
    """The start tag of a table's frame: named for those who hear it, reached by the keyboard."""
    heads = ", ".join(head for head in table.heads if head)
    name = message("Table %(number)s: %(columns)s", number=number, columns=heads).in_language(
        document.lang
    )
    hint = message("If the table does not fit, move it sideways")
    kind = "frame broad" if len(table.heads) >= BROAD else "frame"
    said = escape(hint.in_language(document.lang))
    heard = escape(name)
    return f'<section class="{kind}" data-hint="{said}" tabindex="0" aria-label="{heard}">'


def tables(body: str) -> Iterator[Table]:
    """Tables without attributes, as Markdown makes them; one inside another is not looked at."""
    opened: Tag | None = None
    heads: list[str] = []
    head: Tag | None = None
    for tag in tags(body):
        if tag.name == "table" and not tag.closing:
            opened, heads = (tag, []) if not tag.attributes else (None, [])
        elif tag.name == "th" and opened:
            if tag.closing and head:
                heads.append(text_of(body[head.end : tag.start]))
            head = None if tag.closing else tag
        elif tag.name == "table" and opened:
            yield Table(opened.start, tag.end, tuple(heads))
            opened = None
