"""Whether releases have stopped: a pure function of what the ledger says and of the past slots."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from plugins.language.messages import Message, message

# What a release notes in the ledger when it has come to its end
FINISHED = "release"
_NEVER = message("none")


def overdue(
    entries: Iterable[Mapping[str, Any]], slots: Sequence[datetime], allowed: int = 2
) -> Message | None:
    """Why somebody should look, or None; `slots` are those that are past, in order.

    One missed slot is made up for by the next run. When the last success is older than the last
    `allowed` slots, no run gets through, or none is started.
    """
    if len(slots) < allowed:
        return None
    last = max(successes(entries), default=None)
    if last is not None and last >= slots[-allowed]:
        return None
    return message(
        "the last finished release: %(last)s; since then slots have passed: %(slots)s. Look at the "
        "log of the scheduler, then run invoke release yourself",
        last=f"{last:%Y-%m-%d %H:%M}" if last else _NEVER,
        slots=", ".join(f"{slot:%Y-%m-%d %H:%M}" for slot in slots if not last or slot > last),
    )


def successes(entries: Iterable[Mapping[str, Any]]) -> Iterator[datetime]:
    """When releases came to their end; an entry that nobody can read says nothing."""
    for entry in entries:
        if entry.get("step") == FINISHED:
            try:
                moment = datetime.fromisoformat(str(entry.get("at")))
            except ValueError:
                continue
            if moment.tzinfo is not None:
                yield moment
