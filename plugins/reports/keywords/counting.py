"""How often phrases stand in a document, each place counted once."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from plugins.keywords.sightings import OUTSIDE, Sighting
from plugins.reports.keywords.facts import PhraseFacts


def runs_in(places: Iterable[Sighting]) -> int:
    """How many places hold the words of one phrase one after another."""
    return len([sighting for sighting in places if not sighting.loose])


def runs_of(phrases: Sequence[PhraseFacts]) -> dict[str, int]:
    """The documents (sources) where any of the phrases stands as a run, and how often."""
    places: dict[str, list[Sighting]] = {}
    for phrase in phrases:
        if phrase.own:
            places.setdefault(phrase.document, []).extend(phrase.own)
        for source, here, _ in phrase.elsewhere:
            places.setdefault(source, []).extend(here)
    count = runs_in if len(phrases) == 1 else distinct_runs
    return {source: runs for source, here in places.items() if (runs := count(here))}


def distinct_runs(places: Iterable[Sighting]) -> int:
    """The places of several phrases in one document; of those that overlap one counts."""
    runs = sorted((s for s in places if not s.loose), key=_place)
    return sum(_apart(list(same_line)) for _, same_line in groupby(runs, key=_line))


def _line(run: Sighting) -> tuple[tuple[str, ...], int]:
    """What a run may overlap in: the body as a whole, else one line such as the title."""
    return (run.zones, run.sentence) if run.word == OUTSIDE else ((), OUTSIDE)


def _place(run: Sighting) -> tuple[tuple[tuple[str, ...], int], int, int]:
    start, end = _span(run)
    return _line(run), start, -end


def _span(run: Sighting) -> tuple[int, int]:
    if run.word == OUTSIDE:
        return run.start, run.end
    return run.word, run.word + run.size


def _apart(runs: Iterable[Sighting]) -> int:
    found, last = 0, OUTSIDE
    for start, end in map(_span, runs):
        if start >= last:
            found, last = found + 1, end
    return found
