"""Whatever Pelican and its plugins log from a warning on, kept until the build ends."""

import logging
from collections.abc import Iterable
from pathlib import Path

from plugins.language.messages import reader_language, verbatim
from plugins.language.problems import Problem, ProblemsFound, Severity

OWN = logging.getLogger("vitrina")
SAID_BETTER = (
    "Unable to find '%s', skipping url replacement.",
    "Other resources were not found and their urls not replaced",
    "Cannot get modification stamp for %s\n\t%s",
    "Duplicate definition of `%s` for %s. Using first one.",
    "Empty alt attribute for image %s in %s",
    "Other images have empty alt attributes",
    'Unable to generate valid slug for %s "%s".',
    "Other invalid slugs.",
)


class Collector(logging.Handler):
    """Keeps what others log, and the warnings that did not stop the build."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []
        self.warnings: list[Problem] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a record."""
        if record.name != OWN.name and record.msg not in SAID_BETTER:
            self.records.append(record)

    def watch(self) -> None:
        """From here on nothing logged is lost; what an earlier build left is forgotten."""
        self.records.clear()
        self.warnings.clear()
        if self not in logging.getLogger().handlers:
            logging.getLogger().addHandler(self)

    def take(self, content: Path, explained: Iterable[Problem] = ()) -> list[Problem]:
        """What was logged since, as Problems; not what `explained` says of the same file."""
        names = {problem.file.removeprefix("content/") for problem in explained}
        problems = [_problem(record, content) for record in self.records]
        self.records.clear()
        return [p for p in problems if not any(name in p.message.text for name in names)]

    def stop_at(self, problems: Iterable[Problem], *, strict: bool) -> None:
        """Raise ProblemsFound if one is an error (any, if strict); keep and log the warnings."""
        found = list(problems)
        if any(strict or problem.severity is Severity.ERROR for problem in found):
            raise ProblemsFound([*self.warnings, *found])
        self.warnings += found
        for problem in found:
            OWN.warning(problem.in_language(reader_language()))


LOG = Collector()


def _problem(record: logging.LogRecord, content: Path) -> Problem:
    text = record.getMessage().replace(f"{content}/", "").strip()
    severity = Severity.ERROR if record.levelno >= logging.ERROR else Severity.WARNING
    cause = record.exc_info[1] if record.exc_info else None
    said = f"{text}: {cause}" if cause and str(cause) not in text else text
    return Problem("Pelican", 0, "", verbatim(said), severity)
