"""leaked-key: a file that git keeps holds the private key of checkout links."""

from collections.abc import Iterator

from plugins.audit.finding import Finding
from plugins.audit.subject import Subject
from plugins.language.messages import message
from plugins.language.problems import Severity

WHAT = message("the file holds the private key that signs payment links; git keeps it for ever")
ADVICE = message(
    "retire the key with `invoke keys retire --leaked`, make a new one, remove the file"
)


def leaked_key(subject: Subject) -> Iterator[Finding]:
    """Each file of the repository with the key in it."""
    for file in subject.sale.leaked:
        yield Finding("leaked-key", Severity.ERROR, file, 0, WHAT, ADVICE)
