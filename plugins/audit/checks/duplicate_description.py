"""duplicate-description: two pages that search engines list have one description."""

from collections.abc import Iterator

from plugins.audit.finding import Finding
from plugins.audit.subject import Subject
from plugins.language.messages import message
from plugins.language.problems import Severity

RULE = "duplicate-description"
ADVICE = message("describe what only this page has")


def duplicate_description(subject: Subject) -> Iterator[Finding]:
    """Indexed pages whose description an earlier page has already."""
    first: dict[str, str] = {}
    for page in subject.pages:
        description = page.meta.get("description", "")
        if not page.is_indexed or not description:
            continue
        owner = first.setdefault(description, subject.file_of(page))
        if owner != subject.file_of(page):
            what = message("the description is that of %(owner)s too", owner=owner)
            yield Finding(RULE, Severity.WARNING, subject.file_of(page), 1, what, ADVICE)
