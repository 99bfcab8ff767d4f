"""mention-without-note: a Russian page names a banned organisation's network without the note."""

import re
from collections.abc import Iterator

from plugins.audit.finding import Finding
from plugins.audit.page import Page
from plugins.audit.pieces import pieces
from plugins.audit.subject import Subject
from plugins.company.networks import Owner
from plugins.language.messages import message
from plugins.language.problems import Severity

# How far after the first mention the note may begin
NEAR = 80


def mention_without_note(subject: Subject) -> Iterator[Finding]:
    """The first mention on each Russian page, if no note follows at once."""
    for page in subject.pages:
        if page.lang != "ru" or "refresh" in page.meta:
            continue
        for owner in subject.law.networks.owners:
            if owner.note and (word := _bare(page, owner, owner.note.in_language("ru"))):
                what = message("«%(word)s» is named without the required note", word=word)
                advice = message(
                    "write %(place)s after its first mention in a text, the note itself "
                    "in a title or in data",
                    place=f"{{{owner.key}}}",
                )
                file, line = subject.file_of(page), subject.line_of(page, word)
                yield Finding("mention-without-note", Severity.ERROR, file, line, what, advice)


def _bare(page: Page, owner: Owner, note: str) -> str:
    """The first mention without a note near it; empty where all is well."""
    words = "|".join(map(re.escape, owner.names))
    if not words or not re.search(words, page.html, re.IGNORECASE):
        return ""
    parts = (p for p in pieces(page.html) if "head" not in p.names)
    text = " ".join(" ".join(p.text for p in parts).split())
    found = re.search(rf"(?<!\w)(?:{words})[а-яё]{{0,3}}(?!\w)", text, re.IGNORECASE)
    if found is None or note in text[found.end() : found.end() + NEAR + len(note)]:
        return ""
    return found[0]
