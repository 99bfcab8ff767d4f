"""ready-without-date: a finished article that no day brings out."""

from collections.abc import Iterator

from plugins.audit.finding import Finding
from plugins.audit.subject import Subject
from plugins.documents import Status
from plugins.language.messages import message
from plugins.language.problems import Severity

RULE = "ready-without-date"
WHAT = message("the article is ready, but has no Date: it does not come out")
ADVICE = message("run invoke schedule, or write a line «Date: …» yourself")


def ready_without_date(subject: Subject) -> Iterator[Finding]:
    """Ready articles without a Date that nothing else holds back."""
    for document in subject.site.documents:
        waits = document.status is Status.READY and document.published is None
        if waits and document.kind == "article" and not document.held:
            line = document.key_line("status")
            yield Finding(RULE, Severity.ADVICE, f"content/{document.source}", line, WHAT, ADVICE)
