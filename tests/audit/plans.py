"""Subjects of an audit with a schedule, on Wednesday, 13 January 2027."""

from dataclasses import replace

from plugins.audit import Subject
from plugins.documents import Document, Status
from plugins.schedule import Schedule
from tests.audit.subjects import subject
from tests.schedule.schedules import article, moscow, rule, schedule, site

RUSSIAN = schedule(rule(languages=["ru"]))


def planned(*documents: Document, rules: Schedule | None = RUSSIAN) -> Subject:
    """Articles and the schedule that they are judged by: Tuesdays at 10:00, in Russian."""
    return replace(
        subject(documents=documents), site=site(*documents), schedule=rules, slot_lines={"blog": 4}
    )


# Two articles in one slot, weeks before the next, one that no day brings out
DOCUMENTS = (
    article("plan-a", Status.DRAFT, published=moscow("2027-01-19 10:00")),
    article("plan-b", Status.DRAFT, published=moscow("2027-01-19 10:00")),
    article("plan-c"),
)
