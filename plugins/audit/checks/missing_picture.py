"""missing-picture: a page shows a picture that is not in the output."""

from collections.abc import Iterator

from plugins.audit.finding import Finding
from plugins.audit.subject import Subject
from plugins.language.messages import message
from plugins.language.problems import Severity

ADVICE = message("put the file into content/pictures, or mend its name")


def missing_picture(subject: Subject) -> Iterator[Finding]:
    """Pictures inside the site whose file is not in the output."""
    for page in subject.pages:
        file = subject.file_of(page)
        for src in subject.absent(page, page.pictures):
            what = message("the picture %(src)s is not there", src=src)
            line = subject.line_of(page, src)
            yield Finding("missing-picture", Severity.ERROR, file, line, what, ADVICE)
