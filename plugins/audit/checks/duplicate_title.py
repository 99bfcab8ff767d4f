"""duplicate-title: two pages that search engines list have one title."""

from collections.abc import Iterator

from plugins.audit.finding import Finding
from plugins.audit.subject import Subject
from plugins.language.messages import message
from plugins.language.problems import Severity

ADVICE = message("give each page a title of its own: what does only this page answer?")


def duplicate_title(subject: Subject) -> Iterator[Finding]:
    """Indexed pages whose title an earlier page has already."""
    first: dict[str, str] = {}
    for page in subject.pages:
        if not page.is_indexed or not page.title:
            continue
        owner = first.setdefault(page.title, subject.file_of(page))
        if owner != subject.file_of(page):
            what = message(
                "the title «%(title)s» is that of %(owner)s too", title=page.title, owner=owner
            )
            yield Finding(
                "duplicate-title", Severity.WARNING, subject.file_of(page), 1, what, ADVICE
            )
