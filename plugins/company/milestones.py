"""How an order goes from a request to a working machine (milestones.yaml)."""

from typing import Annotated

from pydantic import AfterValidator, Field

from plugins.company.localized import Localized
from plugins.company.moments import Date
from plugins.data_errors import wrong_items
from plugins.data_files import Record
from plugins.language.messages import message


class Milestone(Record):
    """A step of the work: how long, what it leaves, when it counts as done and who says so."""

    key: str
    name: Localized
    happens: Localized
    lasts: Localized
    deliverable: Localized
    accepted_when: Annotated[tuple[Localized, ...], Field(min_length=1)]
    accepts: Localized


def _each_key_once(milestones: tuple[Milestone, ...]) -> tuple[Milestone, ...]:
    what, first = message("a key that no milestone above has"), dict[str, int]()
    twice = [n for n, m in enumerate(milestones) if first.setdefault(m.key, n) != n]
    if twice:
        raise wrong_items(((n, "key"), what, milestones[n].key) for n in twice)
    return milestones


class Milestones(Record):
    """All steps in their order, and when and by what they were checked."""

    checked: Date
    evidence: Localized
    milestones: Annotated[
        tuple[Milestone, ...], Field(min_length=1), AfterValidator(_each_key_once)
    ]
