"""The funnel in the terminal: what was read, what was left out, the steps, the first losses."""

from collections.abc import Iterator

from plugins.funnel.exports import KIND_NAMES, Export
from plugins.funnel.steps import Step
from plugins.language.messages import message
from plugins.reports.funnel.part import Counted
from plugins.reports.funnel.sentences import claim, said
from plugins.reports.funnel.wording import Wording

MOST = 4


def told(counted: Counted, lang: str) -> Iterator[str]:
    """Lines for a person at a terminal."""
    say = Wording(lang, counted)
    for export in counted.reading.exports:
        yield from _file(export, say)
    yield from (say.left(left) for left in counted.reading.left)
    yield from map(say.said, counted.reading.notes)
    yield f"{claim(say)}."
    if counted.visited:
        total = counted.funnel.total
        yield ", ".join(f"{say.step(step)}: {say.number(total.at(step))}" for step in Step)
    for one in said(say)[:MOST]:
        yield f"- {one.what} {one.advice}"


def _file(export: Export, say: Wording) -> Iterator[str]:
    if export.refused:
        yield say.said(message("%(file)s: left out: %(why)s", file=export.name, why=export.refused))
        return
    read = f": {say.said(KIND_NAMES[export.kind])}, {say.rows(export.rows)}" if export.kind else ""
    yield f"{export.name}{read}"
    yield from (f"  {say.left(left)}" for left in export.left)
    yield from (f"  {say.said(note)}" for note in export.notes)
