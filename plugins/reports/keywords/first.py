"""What is most worth doing, by how often people ask."""

from collections.abc import Sequence
from dataclasses import dataclass

from plugins.audit.finding import ORDER
from plugins.language.problems import Severity
from plugins.reports.keywords.concerns import CONFLICTS, GAP, MAP, Judgement
from plugins.reports.keywords.facts import Facts, GroupFacts

MOST_FIRST = 10
# Without a document, or with two, nothing else done for a phrase pays
DECISIVE = CONFLICTS | {GAP}
# A gap of 1,000 comes before a piece of advice for a phrase of 9,000
WEIGHT_OF_ADVICE = 0.1


@dataclass(frozen=True, slots=True)
class Task:
    """The weightiest judgement of a group, and how many more there are."""

    group: GroupFacts
    judgement: Judgement
    more: int

    @property
    def worth(self) -> float:
        """How often people ask, the less for what is mere advice."""
        asked = self.group.group.frequency
        return asked if _is_weighty(self.judgement) else asked * WEIGHT_OF_ADVICE


def first_tasks(facts: Facts) -> tuple[Task, ...]:
    """The ten tasks most worth doing; what is wrong in the map's file is told apart."""
    judged = ((g, [j for j in g.judged if j.rule != MAP]) for g in facts.groups)
    tasks = [_task(group, about) for group, about in judged if about]
    tasks.sort(key=lambda task: (-task.worth, not _is_weighty(task.judgement)))
    return tuple(tasks[:MOST_FIRST])


def _task(group: GroupFacts, judged: Sequence[Judgement]) -> Task:
    worst = min(judged, key=lambda j: (j.rule not in DECISIVE, -ORDER.index(j.severity)))
    return Task(group, worst, len(judged) - 1)


def _is_weighty(judgement: Judgement) -> bool:
    return judgement.severity is not Severity.ADVICE or judgement.rule in DECISIVE
