"""unsized-picture: a page shows a picture without its width and height, so text jumps."""

from collections.abc import Iterator

from plugins.audit.finding import Finding
from plugins.audit.subject import Subject
from plugins.language.messages import message
from plugins.language.problems import Severity

RULE = "unsized-picture"
ADVICE = message(
    "show a file of content/ as {static}/path, then its size is set; "
    "or write width and height in pixels"
)


def unsized_picture(subject: Subject) -> Iterator[Finding]:
    """Pictures whose place is not kept free while they load."""
    for page in subject.pages:
        for image in page.images:
            if not all(image.get(name, "").isdecimal() for name in ("width", "height")):
                src = image.get("src", "")
                what = message("the picture %(src)s has no width and height", src=src)
                line = subject.line_of(page, src)
                yield Finding(RULE, Severity.WARNING, subject.file_of(page), line, what, ADVICE)
