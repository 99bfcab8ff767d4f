"""How an order goes from a request to a working machine (milestones.yaml)."""

from typing import Annotated

from pydantic import Field

from plugins.company.keys import EACH_KEY_ONCE, Key
from plugins.company.localized import Localized
from plugins.company.moments import Date
from plugins.data_files import Record


class Milestone(Record):
    """A step of the work: how long, what it leaves, when it counts as done and who says so."""

    key: Key
    name: Localized
    happens: Localized
    lasts: Localized
    deliverable: Localized
    accepted_when: Annotated[tuple[Localized, ...], Field(min_length=1)]
    accepts: Localized


class Milestones(Record):
    """All steps in their order, and when and by what they were checked."""

    checked: Date
    evidence: Localized
    milestones: Annotated[tuple[Milestone, ...], Field(min_length=1), EACH_KEY_ONCE]
