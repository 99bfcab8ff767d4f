"""Notes that a mention needs: a writer puts `{meta}` after it, visitors get the words."""

import re
from collections.abc import Iterable, Iterator
from html import escape

from plugins.company.networks import Owner
from plugins.documents import Site
from plugins.documents.edits import Edit
from plugins.documents.html import tags

_CODE = frozenset({"code", "pre", "script", "style"})


def with_notes(site: Site, owners: Iterable[Owner]) -> Iterator[Edit]:
    """A body editor: `{key}` becomes the note of that owner, in the language of the document."""
    notes = {owner.key: owner.note for owner in owners if owner.note}
    if not notes:
        return
    place = re.compile(r"\{(" + "|".join(map(re.escape, notes)) + r")\}")
    for document in site.live:
        if place.search(document.body):
            for start, end, key in _in_text(document.body, place):
                words = escape(notes[key].in_language(document.lang), quote=False)
                space = "" if document.body[start - 1].isspace() else " "
                note = f'{space}<small class="note">({words})</small>'
                yield Edit(document, start, end, note)


def _in_text(body: str, place: re.Pattern[str]) -> Iterator[tuple[int, int, str]]:
    """Where a notation stands between tags, outside of code: start, end, key."""
    at, code = 0, 0
    for tag in tags(body):
        if not code:
            yield from ((m.start(), m.end(), m[1]) for m in place.finditer(body, at, tag.start))
        if tag.name in _CODE:
            code += -1 if tag.closing else 1
        at = tag.end
    yield from ((m.start(), m.end(), m[1]) for m in place.finditer(body, at))
