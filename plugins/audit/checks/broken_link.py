"""broken-link: a link of a page leads to an address where the site has nothing."""

from collections.abc import Iterator

from plugins.audit.finding import Finding
from plugins.audit.subject import Subject
from plugins.language.messages import message
from plugins.language.problems import Severity

ADVICE = message("mend the path, or remove the link; a document is linked as {filename}/ru/x.md")


def broken_link(subject: Subject) -> Iterator[Finding]:
    """Links inside the site whose file is not in the output."""
    for page in subject.pages:
        file = subject.file_of(page)
        for href in subject.absent(page, page.links):
            what = message("the link %(href)s leads nowhere", href=href)
            line = subject.line_of(page, href)
            yield Finding("broken-link", Severity.ERROR, file, line, what, ADVICE)
