"""gap-in-plan: no finished article comes out for longer than the gap alarm of schedule.yaml."""

from collections.abc import Iterator

from plugins.audit.finding import Finding
from plugins.audit.subject import Subject
from plugins.language.messages import Message, counted, message
from plugins.language.problems import Severity
from plugins.schedule.gaps import Gap, gaps

RULE = "gap-in-plan"
FILE = "content/data/schedule.yaml"
ADVICE = message("finish a text, set its Status to ready and run invoke schedule")


def gap_in_plan(subject: Subject) -> Iterator[Finding]:
    """Queues with nothing planned, or with a long hole; drafts with a Date do not fill it."""
    if subject.schedule is None:
        return
    for found in gaps(subject.schedule, subject.site):
        line = subject.slot_lines.get(found.key, 0)
        yield Finding(RULE, Severity.WARNING, FILE, line, _what(found), ADVICE)


def _what(found: Gap) -> Message:
    if found.last is None:
        return message(
            "slots «%(key)s», language %(lang)s: no finished article is planned",
            key=found.key,
            lang=found.lang,
        )
    return counted(
        "slots «%(key)s», language %(lang)s: nothing comes out for %(count)s week from %(first)s",
        "slots «%(key)s», language %(lang)s: nothing comes out for %(count)s weeks from %(first)s",
        found.weeks,
        key=found.key,
        lang=found.lang,
        first=f"{found.first:%Y-%m-%d}",
    )
