"""Groups that more than one document or group contends for."""

from collections.abc import Sequence
from dataclasses import dataclass

from plugins.reports.keywords.concerns import CONFLICTS, CONTENT, Judgement
from plugins.reports.keywords.facts import DocumentFacts, Facts, GroupFacts
from plugins.reports.keywords.names import narrow, zone_names


@dataclass(frozen=True, slots=True)
class Contender:
    """A document: whether the map names it, in which zones the group stands, and how often."""

    document: DocumentFacts
    mapped: bool
    zones: str
    count: int


@dataclass(frozen=True, slots=True)
class Conflict:
    """A group with its contenders and what is said of them."""

    group: GroupFacts
    contenders: Sequence[Contender]
    judged: Sequence[Judgement]


def conflicts(facts: Facts, lang: str) -> list[Conflict]:
    """All conflicts of a language, the most asked first."""
    return [_conflict(group, facts, lang) for group in facts.groups if group.in_conflict]


def _conflict(group: GroupFacts, facts: Facts, lang: str) -> Conflict:
    judged = [judgement for judgement in group.judged if judgement.rule in CONFLICTS]
    named = [name.removeprefix(CONTENT) for j in judged for name in (j.file, *sorted(j.names))]
    sources = [s for s in dict.fromkeys([*group.group.documents, *named]) if s in facts.documents]
    return Conflict(group, [_contender(group, s, facts, lang) for s in sources], judged)


def _contender(group: GroupFacts, source: str, facts: Facts, lang: str) -> Contender:
    places = facts.study.sightings(source, group.group)
    zones = zone_names((zone for sighting in places for zone in narrow(sighting.zones)), lang)
    mapped = source in group.group.documents
    return Contender(facts.documents[source], mapped, zones, group.runs.get(source, 0))
