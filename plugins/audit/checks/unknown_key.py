"""unknown-key: a front-matter key that Vitrina does not know and does nothing with."""

from collections.abc import Iterator

from plugins.audit.finding import Finding
from plugins.audit.subject import Subject
from plugins.documents.front_matter import unknown_keys
from plugins.language.messages import message
from plugins.language.problems import Severity

ADVICE = message("remove the line, or write the key as in docs/reference.md")


def unknown_key(subject: Subject) -> Iterator[Finding]:
    """Keys of other programs, or misspelt beyond recognition."""
    for document in subject.site.documents:
        for field in unknown_keys(document.markdown):
            what = message("the key %(key)s does nothing here", key=field.written)
            file = f"content/{document.source}"
            yield Finding("unknown-key", Severity.ADVICE, file, field.line, what, ADVICE)
