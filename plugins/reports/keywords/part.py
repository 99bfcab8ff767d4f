"""A language's part of the report: its facts, numbers, first tasks and briefs."""

from collections.abc import Sequence
from dataclasses import dataclass

from plugins.documents import Site
from plugins.keywords.briefs import Brief, briefs
from plugins.keywords.study import Study
from plugins.reports.keywords.concerns import Judgement
from plugins.reports.keywords.facts import Facts, GroupFacts
from plugins.reports.keywords.first import Task, first_tasks
from plugins.reports.keywords.gathering import facts_of
from plugins.reports.keywords.totals import Totals, totals_of


@dataclass(frozen=True, eq=False, slots=True)
class Part:
    """`gaps` are the groups without a document, each with its brief, most asked first."""

    facts: Facts
    totals: Totals
    tasks: tuple[Task, ...]
    gaps: tuple[tuple[GroupFacts, Brief], ...]

    @property
    def lang(self) -> str:
        """The language of the phrases."""
        return self.facts.lang


def part_of(study: Study, site: Site, judged: Sequence[Judgement], lang: str) -> Part:
    """The part of one language, for a reader of another."""
    facts = facts_of(study, site, judged, lang)
    by_head = {group.group.head.line: group for group in facts.groups}
    gaps = tuple((by_head[brief.group.head.line], brief) for brief in briefs(study))
    return Part(facts, totals_of(facts), first_tasks(facts), gaps)
