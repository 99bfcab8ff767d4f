"""missing-title: a page that search engines list has no title."""

from collections.abc import Iterator

from plugins.audit.finding import Finding
from plugins.audit.subject import Subject
from plugins.language.messages import message
from plugins.language.problems import Severity

WHAT = message("the page has no title")
ADVICE = message("write a line «Title: …» at the top of the file")


def missing_title(subject: Subject) -> Iterator[Finding]:
    """Indexed pages with an empty title element, or none."""
    for page in subject.pages:
        if page.is_indexed and not page.title:
            yield Finding("missing-title", Severity.ERROR, subject.file_of(page), 1, WHAT, ADVICE)
