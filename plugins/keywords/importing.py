"""`invoke keywords --import`: an export is read, the map written, all of it or nothing."""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

from plugins.keywords.exports import read_export
from plugins.keywords.merged import Merged
from plugins.keywords.merging import merge
from plugins.keywords.target_pages import located
from plugins.language.messages import Message, counted, message
from plugins.language.problems import Problem, ProblemsFound, expected

MOST_TOLD = 20
MOST_COLUMNS = 12
NO_ADDRESSES: Mapping[str, str] = MappingProxyType({})


def map_name(lang: str) -> str:
    """How people call the relevance map of a language."""
    return f"content/{lang}/keywords.csv"


def imported(
    content: Path, lang: str, export: Path, addresses: Mapping[str, str] = NO_ADDRESSES
) -> Merged:
    """Merge the file of an export into the map of a language; raises ProblemsFound.

    `addresses` are the full address of each live document and its source: a target page among
    them gives its phrase the document. The map as it was is kept in .cache/ beside content/.
    """
    known = sorted(folder.parent.name for folder in content.glob("*/pages"))
    if lang not in known:
        raise _wrong("language", message("one of %(names)s", names=", ".join(known)), lang)
    if not export.is_file():
        raise _wrong("import", message("a file of phrases"), export)
    target = (content / lang / "keywords.csv").resolve()
    try:
        found = located(read_export(export.read_bytes(), str(export)), lang, addresses)
        before = target.read_bytes() if target.is_file() else b""
        merged = merge(before, map_name(lang), found)
        if merged.problems:
            raise ProblemsFound(merged.problems)
        if merged.data == before:
            return merged
        kept = _keep(before, content.parent, lang) if before else ""
        _replace(target, merged.data)
    except OSError as error:
        raise ProblemsFound([_not_open(error, map_name(lang))]) from error
    return replace(merged, kept=kept)


def _wrong(place: str, what: Message, got: object) -> ProblemsFound:
    return ProblemsFound([Problem("invoke keywords", 0, place, expected(what, f"'{got}'"))])


def _not_open(error: OSError, file: str) -> Problem:
    advice = message(
        "%(why)s; close the file in other programs and look who may write it",
        why=error.strerror or str(error),
    )
    return Problem(str(error.filename or file), 0, "", advice)


def _keep(before: bytes, root: Path, lang: str) -> str:
    """Keep a map as it was, called by its content, so that the same map is kept once."""
    name = Path(".cache") / "keywords" / f"{lang}-{sha256(before).hexdigest()[:8]}.csv"
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_bytes(before)
    return name.as_posix()


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
    export = merged.export
    yield message("columns read: %(names)s", names=", ".join(export.columns))
    if export.unread:
        yield message(
            "frequencies not read: %(names)s", names=", ".join(export.unread[:MOST_COLUMNS])
        )
        if len(export.unread) > MOST_COLUMNS:
            yield message("… and %(n)s more", n=len(export.unread) - MOST_COLUMNS)
    yield from _first(_added(merged), len(merged.added))
    yield from _first(_changed(merged), len(merged.changed))
    yield from _first(_filled(merged), len(merged.filled))
    yield from _first(_left(merged), len(merged.left))
    yield from _first(_skipped(export.skipped), len(export.skipped))
    yield _summary(merged, lang)
    if not (merged.added or merged.changed or merged.filled):
        yield message("%(file)s is as it was", file=map_name(lang))
    for column, count in merged.homeless.items():
        yield counted(
            "%(file)s has no column %(column)s: it is not written for %(count)s phrase",
            "%(file)s has no column %(column)s: it is not written for %(count)s phrases",
            count,
            file=map_name(lang),
            column=column,
        )
    if merged.recoded:
        yield message(
            "%(file)s is UTF-8 with a byte order mark now: "
            "its old encoding lacks characters of the new phrases",
            file=map_name(lang),
        )
    if merged.kept:
        yield message(
            "the map as it was: %(kept)s; copy it over %(file)s to undo the import",
            kept=merged.kept,
            file=map_name(lang),
        )


def _first(lines: Iterator[Message], count: int) -> Iterator[Message]:
    for _, line in zip(range(MOST_TOLD), lines, strict=False):
        yield line
    if count > MOST_TOLD:
        yield message("… and %(n)s more", n=count - MOST_TOLD)


def _added(merged: Merged) -> Iterator[Message]:
    for found in merged.added:
        new = _number(found.frequency)
        yield message("added: %(phrase)s (%(new)s)", phrase=found.phrase, new=new)


def _changed(merged: Merged) -> Iterator[Message]:
    for change in merged.changed:
        values = {"phrase": change.phrase, "old": _number(change.old), "new": change.new}
        yield message("changed: %(phrase)s (%(old)s → %(new)s)", **values)


def _filled(merged: Merged) -> Iterator[Message]:
    for filled in merged.filled:
        values = {"phrase": filled.phrase, "column": filled.column, "value": filled.value}
        yield message("filled: %(phrase)s: %(column)s is now «%(value)s»", **values)


def _left(merged: Merged) -> Iterator[Message]:
    for left in merged.left:
        values = {"phrase": left.phrase, "new": _number(left.new), "why": left.why}
        yield message("left: %(phrase)s, in the export %(new)s: %(why)s", **values)


def _skipped(notes: Sequence[Problem]) -> Iterator[Message]:
    for note in notes:
        places = [note.file, note.place, str(note.line) if note.line else ""]
        where = ":".join(filter(None, places))
        yield message("skipped: %(where)s: %(why)s", where=where, why=note.message)


def _summary(merged: Merged, lang: str) -> Message:
    skipped = len(merged.export.skipped)
    return message(
        "%(file)s: %(added)s added, %(changed)s changed, %(filled)s, %(same)s the same, "
        "%(left)s left, %(absent)s not in the export; %(skipped)s",
        file=map_name(lang),
        added=len(merged.added),
        changed=len(merged.changed),
        filled=counted("%(count)s cell filled", "%(count)s cells filled", len(merged.filled)),
        same=merged.unchanged,
        left=len(merged.left),
        absent=merged.absent,
        skipped=counted("%(count)s line skipped", "%(count)s lines skipped", skipped),
    )


def _number(frequency: int | None) -> str:
    return "—" if frequency is None else str(frequency)
