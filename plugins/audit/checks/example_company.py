"""example-company: the shipped example firm is still there."""

from collections.abc import Iterator

from plugins.audit.finding import Finding
from plugins.audit.subject import Subject
from plugins.language.messages import message
from plugins.language.problems import Severity

FILE = "content/data/company.yaml"
WHAT = message("the company is the shipped example")
ADVICE = message("put your own facts into the file and write example: false")


def example_company(subject: Subject) -> Iterator[Finding]:
    """A warning while one looks around, an error when one publishes."""
    if subject.company.example:
        severity = Severity.ERROR if subject.publishing else Severity.WARNING
        yield Finding("example-company", severity, FILE, 0, WHAT, ADVICE)
