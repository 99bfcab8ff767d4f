"""Edits of bodies at places. All are applied at once; two that overlap are an error."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise

from plugins.documents.document import Document
from plugins.documents.site import Site
from plugins.language.messages import message
from plugins.language.problems import Problem


@dataclass(frozen=True)
class Edit:
    """Replace `document.body[start:end]` by `html`; an insertion has `start == end`."""

    document: Document
    start: int
    end: int
    html: str


BodyEditor = Callable[[Site], Iterable[Edit]]


@dataclass(frozen=True)
class _Signed:
    """An edit and the name of its editor."""

    edit: Edit
    editor: str


def edited(site: Site, editors: Iterable[BodyEditor]) -> tuple[dict[str, str], list[Problem]]:
    """Source to new body for every document that an editor changes, and the conflicts.

    The order of the editors does not matter; a document with a conflict keeps its body.
    """
    by_source: dict[str, list[_Signed]] = {}
    for editor in editors:
        for edit in editor(site):
            by_source.setdefault(edit.document.source, []).append(_Signed(edit, name_of(editor)))
    bodies: dict[str, str] = {}
    problems: list[Problem] = []
    for source, signed in sorted(by_source.items()):
        conflicts = _conflicts(signed)
        problems += conflicts
        if not conflicts:
            bodies[source] = applied(signed[0].edit.document.body, [s.edit for s in signed])
    return bodies, problems


def applied(body: str, edits: Iterable[Edit]) -> str:
    """The body with edits that do not overlap; every other character stays as it was."""
    parts, at = [], 0
    for edit in sorted(edits, key=lambda e: (e.start, e.end, not _closes(e))):
        parts += [body[at : edit.start], edit.html]
        at = edit.end
    return "".join([*parts, body[at:]])


def _closes(edit: Edit) -> bool:
    """Whether an edit only closes an element: at one place it comes before what begins there."""
    return edit.html.startswith("</")


def name_of(editor: BodyEditor) -> str:
    """The editor's module and name, as people find it."""
    function = getattr(editor, "func", editor)
    return f"{function.__module__}.{function.__qualname__}"


def _conflicts(signed: list[_Signed]) -> list[Problem]:
    ordered = sorted(signed, key=lambda s: (s.edit.start, s.edit.end, s.editor))
    return [_conflict(a, b) for a, b in pairwise(ordered) if _overlap(a, b)]


def _overlap(first: _Signed, second: _Signed) -> bool:
    a, b = first.edit, second.edit
    same_place = a.start == b.start == a.end == b.end
    ordered = _closes(a) != _closes(b)
    return b.start < a.end or (same_place and first.editor != second.editor and not ordered)


def _conflict(first: _Signed, second: _Signed) -> Problem:
    document, place = second.edit.document, second.edit.start
    text = message(
        "%(first)s and %(second)s both edit the body at «%(place)s»; an edit must be left out",
        first=first.editor,
        second=second.editor,
        place=document.body[place : place + 40],
    )
    return Problem(f"content/{document.source}", 0, "", text)
