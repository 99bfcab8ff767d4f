"""The page of a document: its own phrases by zone, and those of others that stand in it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from plugins.reports.keywords.facts import DocumentFacts, Facts, GroupFacts
from plugins.reports.keywords.figures import number
from plugins.reports.keywords.names import ZONES

MOST_GUESTS = 10


@dataclass(frozen=True, slots=True)
class OwnGroup:
    """A group of a document: its places by zone, for people, in the order of ZONES."""

    group: GroupFacts
    zones: Sequence[str]


def own_groups(found: DocumentFacts, facts: Facts, lang: str) -> list[OwnGroup]:
    """The groups that the map gives to a document, the main one first."""
    source = found.document.source
    return [OwnGroup(group, _by_zone(group, source, facts, lang)) for group in found.groups]


def guests(found: DocumentFacts, facts: Facts, lang: str) -> list[tuple[GroupFacts, str]]:
    """The most asked groups of other documents that stand here as a run, and how often."""
    there = facts.guests.get(found.document.source, ())
    return [(group, number(count, lang)) for group, count in there[:MOST_GUESTS]]


def more_guests(found: DocumentFacts, facts: Facts) -> int:
    """How many such groups are not shown."""
    return len(facts.guests.get(found.document.source, ())[MOST_GUESTS:])


def _by_zone(group: GroupFacts, source: str, facts: Facts, lang: str) -> list[str]:
    """How many places a group has in each zone; phrases that begin at one place count once."""
    places = {
        (zone, s.sentence, s.start)
        for s in facts.study.sightings(source, group.group)
        for zone in s.zones
    }
    counts = Counter(zone for zone, _, _ in places)
    return [number(counts[zone], lang) if counts[zone] else "—" for zone in ZONES]
