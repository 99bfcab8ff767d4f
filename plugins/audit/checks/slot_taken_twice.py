"""slot-taken-twice: two articles are dated for one slot; both would come out together."""

from collections.abc import Iterator

from plugins.audit.finding import Finding
from plugins.audit.subject import Subject
from plugins.language.messages import message
from plugins.language.problems import Severity
from plugins.schedule.filling import claims_ahead

RULE = "slot-taken-twice"
ADVICE = message(
    "write another Date in one of the two; a ready text without that line gets the next free slot"
    " from invoke schedule"
)


def slot_taken_twice(subject: Subject) -> Iterator[Finding]:
    """Articles ahead whose slot another article of their language has."""
    if subject.schedule is None:
        return
    for clash in claims_ahead(subject.schedule, subject.site).clashes:
        what = message(
            "content/%(other)s has the slot of %(moment)s already",
            other=clash.other.source,
            moment=f"{clash.slot.moment:%Y-%m-%d %H:%M}",
        )
        file, line = f"content/{clash.document.source}", clash.document.key_line("date")
        yield Finding(RULE, Severity.WARNING, file, line, what, ADVICE)
