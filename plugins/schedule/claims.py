"""Which article has which slot, and slots that more articles claim than fit.

A slot is one place in each language that it is for. An article takes the place of its moment,
else one of its day (in the slot's zone): `Date: 2027-01-12` means the slot of that Tuesday.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from plugins.documents import Document
from plugins.schedule.record import YEARS, Schedule
from plugins.schedule.slots import Slot


@dataclass(frozen=True)
class Place:
    """A slot in one language: room for one article."""

    slot: Slot
    lang: str


@dataclass(frozen=True)
class Clash:
    """An article that is dated for a slot which another one has."""

    document: Document
    other: Document
    slot: Slot


class Claims(NamedTuple):
    """Who has which place, and who found none left."""

    holders: Mapping[Place, Document]
    clashes: tuple[Clash, ...]


def places(schedule: Schedule, found: Iterable[Slot], languages: Sequence[str]) -> list[Place]:
    """Every slot in every language that it is for; of one moment, those for few categories first.

    So a slot that may take anything is left to those that no other slot takes.
    """
    rules = {rule.key: rule for rule in schedule.slots}
    ordered = sorted(found, key=lambda slot: (slot.moment, not rules[slot.key].categories))
    return [
        Place(slot, lang) for slot in ordered for lang in rules[slot.key].languages or languages
    ]


def claims(schedule: Schedule, room: Sequence[Place], dated: Iterable[Document]) -> Claims:
    """Who of the dated articles has which place: as many as fit, each its own moment if it can."""
    days = _by_day(room)
    wished = {document: _wishes(schedule, days, document) for document in dated}
    holders: dict[Place, Document] = {}
    order = sorted((d for d in wished if wished[d]), key=lambda d: _turn(d, wished[d]))
    left = [document for document in order if not _seated(document, wished, holders, set())]
    clashes = (Clash(d, holders[wished[d][0]], wished[d][0].slot) for d in left)
    return Claims(holders, tuple(clashes))


def _by_day(room: Iterable[Place]) -> dict[tuple[str, date], list[Place]]:
    days: dict[tuple[str, date], list[Place]] = {}
    for place in room:
        days.setdefault((place.lang, place.slot.moment.date()), []).append(place)
    return days


def _wishes(
    schedule: Schedule, days: Mapping[tuple[str, date], list[Place]], document: Document
) -> list[Place]:
    """The places of the article's day that are for it, the nearest in time first."""
    moment = document.published
    if moment is None or not YEARS[0] < moment.year <= YEARS[1]:
        return []
    rules = {rule.key: rule for rule in schedule.slots}
    near = [moment.date() + timedelta(days=n) for n in (-1, 0, 1)]
    found = [
        place
        for day in near
        for place in days.get((document.lang, day), ())
        if moment.astimezone(place.slot.moment.tzinfo).date() == day
        and rules[place.slot.key].takes(document.lang, document.category)
    ]
    return sorted(found, key=lambda place: abs(place.slot.moment - moment))


def _turn(document: Document, wishes: Sequence[Place]) -> tuple[bool, str]:
    return wishes[0].slot.moment != document.published, document.source


def _seated(
    document: Document,
    wished: Mapping[Document, Sequence[Place]],
    holders: dict[Place, Document],
    asked: set[Place],
) -> bool:
    """Give the article a place; whoever has it moves to another of its own, if there is one."""
    for place in wished[document]:
        if place in asked:
            continue
        asked.add(place)
        if place not in holders or _seated(holders[place], wished, holders, asked):
            holders[place] = document
            return True
    return False
