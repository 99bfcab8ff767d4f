"""`invoke schedule` in the terminal: the diff of Date lines, who comes out when, who does not."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from plugins.documents import Document
from plugins.language.messages import Message, counted, message
from plugins.language.numbers import date
from plugins.schedule.claims import Clash
from plugins.schedule.filling import Filled, Filling
from plugins.schedule.record import Schedule

COLOURS = {"+": "\x1b[32m", "-": "\x1b[31m", "@": "\x1b[36m"}
_PLAIN = "\x1b[0m"
_NOT_WRITTEN = message("nothing was written: --dry-run only shows")


def shown_diff(lines: Iterable[str], *, coloured: bool) -> Iterator[str]:
    """The lines of a diff, coloured for a terminal."""
    for line in lines:
        colour = COLOURS.get(line[:1], "")
        heads = line.startswith(("+++", "---"))
        yield f"{colour}{line}{_PLAIN}" if coloured and colour and not heads else line


def told(found: Filling, schedule: Schedule, *, dry_run: bool, lang: str) -> Iterator[str]:
    """Who comes out when, what keeps the others, clashes, and how many were scheduled."""
    sentences = [
        *(_placed(filled, lang) for filled in found.filled),
        *(_late(filled, lang) for filled in found.filled if filled.late),
        *(_held(document, lang) for document in found.held),
        *(_unplaced(document, schedule) for document in found.unplaced),
        *(_other(document) for document in found.other),
        *(_clash(clash, lang) for clash in found.clashes),
    ]
    yield from (sentence.in_language(lang) for sentence in sentences)
    yield counted(
        "%(count)s article got a slot", "%(count)s articles got slots", len(found.filled)
    ).in_language(lang)
    if dry_run:
        yield _NOT_WRITTEN.in_language(lang)


def when(moment: datetime, lang: str) -> Message:
    """A moment in the zone of its slot, in words."""
    return message("%(day)s, %(time)s", day=date(moment, lang), time=f"{moment:%H:%M}")


def _placed(filled: Filled, lang: str) -> Message:
    at = when(filled.moment, lang)
    return message("%(file)s comes out on %(when)s", file=_file(filled.document), when=at)


def _late(filled: Filled, lang: str) -> Message:
    deadline = filled.document.deadline
    return message(
        "%(file)s comes out after its deadline, %(day)s; a higher Priority gets an earlier slot",
        file=_file(filled.document),
        day=date(deadline, lang) if deadline else "",
    )


def _held(document: Document, lang: str) -> Message:
    why = "; ".join(problem.in_language(lang) for problem in document.held)
    return message("%(file)s gets no slot, because: %(why)s", file=_file(document), why=why)


def _unplaced(document: Document, schedule: Schedule) -> Message:
    if any(rule.takes(document.lang, document.category) for rule in schedule.slots):
        return message("%(file)s gets no slot: none is free in five years", file=_file(document))
    return message(
        "%(file)s gets no slot: content/data/schedule.yaml has none for its language and category",
        file=_file(document),
    )


def _other(document: Document) -> Message:
    return message(
        "%(file)s is ready, but slots are for articles; write its Date, or Status: published",
        file=_file(document),
    )


def _clash(clash: Clash, lang: str) -> Message:
    return message(
        "%(file)s:%(line)s: %(other)s has the slot of %(when)s already, and both would come out;"
        " write another Date in one of them, or delete that line of a ready text and run invoke"
        " schedule again",
        file=_file(clash.document),
        line=clash.document.key_line("date"),
        other=_file(clash.other),
        when=when(clash.slot.moment, lang),
    )


def _file(document: Document) -> str:
    return f"content/{document.source}"
