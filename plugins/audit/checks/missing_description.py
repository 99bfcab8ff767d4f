"""missing-description: a page that search engines list does not say what it is about."""

from collections.abc import Iterator

from plugins.audit.finding import Finding
from plugins.audit.subject import Subject
from plugins.language.messages import message
from plugins.language.problems import Severity

RULE = "missing-description"
WHAT = message("the page has no description")
ADVICE = message("write a line «Description: …» of 90 to 160 characters at the top of the file")


def missing_description(subject: Subject) -> Iterator[Finding]:
    """Indexed pages without a description."""
    for page in subject.pages:
        if page.is_indexed and not page.meta.get("description", "").strip():
            yield Finding(RULE, Severity.WARNING, subject.file_of(page), 1, WHAT, ADVICE)
