"""undescribed-picture: a picture without words for those who cannot see it."""

from collections.abc import Iterator

from plugins.audit.finding import Finding
from plugins.audit.subject import Subject
from plugins.language.messages import message
from plugins.language.problems import Severity

RULE = "undescribed-picture"
ADVICE = message(
    'write in the square brackets what it shows; in a template, alt="" where it only decorates'
)


def undescribed_picture(subject: Subject) -> Iterator[Finding]:
    """Pictures without an alt attribute; an empty one says that there is nothing to say."""
    for page in subject.pages:
        for image in page.images:
            if "alt" not in image:
                src = image.get("src", "")
                what = message("the picture %(src)s has no description (alt)", src=src)
                line = subject.line_of(page, src)
                yield Finding(RULE, Severity.ERROR, subject.file_of(page), line, what, ADVICE)
