"""`invoke keywords --import`: an export is read, the map written, all of it or nothing."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from plugins.keywords.exports import read_export
from plugins.keywords.merging import Merged, merge
from plugins.language.messages import Message, counted, message
from plugins.language.problems import Problem, ProblemsFound, expected

MOST_TOLD = 20


def map_name(lang: str) -> str:
    """How people call the relevance map of a language."""
    return f"content/{lang}/keywords.csv"


def imported(content: Path, lang: str, export: Path) -> Merged:
    """Merge the file of an export into the map of a language; raises ProblemsFound."""
    known = sorted(folder.parent.name for folder in content.glob("*/pages"))
    if lang not in known:
        what = message("one of %(names)s", names=", ".join(known))
        raise ProblemsFound(
            [Problem("invoke keywords", 0, "language", expected(what, f"'{lang}'"))]
        )
    if not export.is_file():
        raise ProblemsFound(
            [
                Problem(
                    "invoke keywords",
                    0,
                    "import",
                    expected(message("a file of phrases"), f"'{export}'"),
                )
            ]
        )
    target = (content / lang / "keywords.csv").resolve()
    before = target.read_bytes() if target.is_file() else None
    merged = merge(before, map_name(lang), read_export(export.read_bytes(), str(export)))
    if merged.problems:
        raise ProblemsFound(merged.problems)
    if merged.data != (before or b""):
        _replace(target, merged.data)
    return merged


def _replace(target: Path, data: bytes) -> None:
    new = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        new.write_bytes(data)
        if target.exists():
            new.chmod(target.stat().st_mode)
        new.replace(target)
    finally:
        new.unlink(missing_ok=True)


def told(merged: Merged, lang: str) -> Iterator[Message]:
    """What an import did, for people: how much of everything, and the first lines of each."""
    for found in merged.added[:MOST_TOLD]:
        new = _number(found.frequency)
        yield message("added: %(phrase)s (%(new)s)", phrase=found.phrase, new=new)
    yield from _more(merged.added)
    for change in merged.changed[:MOST_TOLD]:
        values = {"phrase": change.phrase, "old": _number(change.old), "new": change.new}
        yield message("changed: %(phrase)s (%(old)s → %(new)s)", **values)
    yield from _more(merged.changed)
    for left in merged.left[:MOST_TOLD]:
        yield message("left: %(phrase)s: %(why)s", phrase=left.phrase, why=left.why)
    yield from _more(merged.left)
    for note in merged.skipped[:MOST_TOLD]:
        where = f"{note.file}:{note.line}"
        yield message("skipped: %(where)s: %(why)s", where=where, why=note.message)
    yield from _more(merged.skipped)
    yield _summary(merged, lang)
    if merged.recoded:
        yield message(
            "%(file)s is UTF-8 with a byte order mark now: "
            "its old encoding lacks characters of the new phrases",
            file=map_name(lang),
        )


def _summary(merged: Merged, lang: str) -> Message:
    return message(
        "%(file)s: %(added)s added, %(changed)s changed, %(same)s the same, %(left)s left, "
        "%(absent)s not in the export; %(skipped)s",
        file=map_name(lang),
        added=len(merged.added),
        changed=len(merged.changed),
        same=merged.unchanged,
        left=len(merged.left),
        absent=merged.absent,
        skipped=counted("%(count)s line skipped", "%(count)s lines skipped", len(merged.skipped)),
    )


def _more(of: Sequence[object]) -> Iterator[Message]:
    if len(of) > MOST_TOLD:
        yield message("… and %(n)s more", n=len(of) - MOST_TOLD)


def _number(frequency: int | None) -> str:
    return "—" if frequency is None else str(frequency)
