"""The numbers of one language: how much of what people ask has an answer."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from plugins.reports.keywords.facts import Facts, GroupFacts
from plugins.reports.keywords.names import ZONES, State


@dataclass(frozen=True, slots=True)
class Totals:
    """What there is of everything.

    `demand` is the sum of frequencies by state, `groups` their number; `in_zone` counts the
    groups with a document that stand in a zone of it; `silent` are live documents without phrases.
    """

    phrases: int
    demand: Mapping[State, int]
    groups: Mapping[State, int]
    in_zone: Mapping[str, int]
    conflicts: int
    silent: int

    @property
    def asked(self) -> int:
        """The sum of all frequencies; 0 where the map gives none."""
        return sum(self.demand.values())

    @property
    def number(self) -> int:
        """How many groups there are."""
        return sum(self.groups.values())

    @property
    def placed(self) -> int:
        """How many groups have a document, live or not."""
        return self.groups[State.ANSWERED] + self.groups[State.PLANNED]

    @property
    def without(self) -> int:
        """How many groups have none."""
        return self.groups[State.GAP] + self.groups[State.LOST]

    def share_of(self, *states: State) -> tuple[int, int]:
        """What part of the demand these states are; of the groups where nothing is known of it."""
        if self.asked:
            return sum(self.demand[state] for state in states), self.asked
        return sum(self.groups[state] for state in states), self.number


def totals_of(facts: Facts) -> Totals:
    """The numbers of a language's part."""
    demand: Counter[State] = Counter(dict.fromkeys(State, 0))
    groups: Counter[State] = Counter(dict.fromkeys(State, 0))
    zones: Counter[str] = Counter(dict.fromkeys(ZONES, 0))
    for group in facts.groups:
        demand[group.state] += group.group.frequency
        groups[group.state] += 1
        zones.update(_zones(group))
    return Totals(
        len(facts.phrases),
        demand,
        groups,
        {zone: zones[zone] for zone in ZONES},
        sum(group.in_conflict for group in facts.groups),
        sum(d.live and not d.groups for d in facts.documents.values()),
    )


def _zones(group: GroupFacts) -> set[str]:
    return {zone for phrase in group.phrases for s in phrase.own for zone in s.zones}
