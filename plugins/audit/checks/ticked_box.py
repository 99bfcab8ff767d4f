"""ticked-box: a box is ticked before the visitor has touched it.

Consent is given by the visitor (156-FZ), and paid extras may not be ticked beforehand since
7 April 2025.
"""

from collections.abc import Iterator

from plugins.audit.finding import Finding
from plugins.audit.subject import Subject
from plugins.documents.html import tags
from plugins.language.messages import message
from plugins.language.problems import Severity

ADVICE = message("take the word checked away: the visitor ticks")


def ticked_box(subject: Subject) -> Iterator[Finding]:
    """Checkboxes with `checked`, in a form or not."""
    for page in subject.pages:
        if "checked" not in page.html.lower():
            continue
        for tag in tags(page.html):
            field = tag.attributes if tag.name == "input" else {}
            if field.get("type", "").lower() == "checkbox" and "checked" in field:
                what = message(
                    "the box «%(name)s» is ticked beforehand",
                    name=field.get("name") or field.get("id") or "checkbox",
                )
                line = subject.line_of(page, tag.text)
                yield Finding(
                    "ticked-box", Severity.ERROR, subject.file_of(page), line, what, ADVICE
                )
