"""What is wrong in which line of which file, and the exception that carries it to people."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from plugins.language.messages import Message, counted, message, reader_language


class Severity(StrEnum):
    """How much a problem or a finding matters: an error stops, a warning stops publishing."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


@dataclass(frozen=True)
class Problem:
    """One thing wrong in one place of one file.

    `line` counts from 1, 0 where a file has no lines; `place` is a front-matter key, a path
    inside a data file (`bank.bik`), or empty.
    """

    file: str
    line: int
    place: str
    message: Message
    severity: Severity = Severity.ERROR

    def in_language(self, lang: str) -> str:
        """`file:line: place: what is wrong`, on one line."""
        where = f"{self.file}:{self.line}" if self.line else self.file
        parts = [where, self.place, self.message.in_language(lang)]
        return ": ".join(part for part in parts if part)


def expected(what: Message | str, got: object, advice: Message | None = None) -> Message:
    """«expected this, got that», the form of all messages about bad input."""
    if advice is None:
        return message("expected %(what)s, got %(got)s", what=what, got=got)
    return message("expected %(what)s, got %(got)s; %(advice)s", what=what, got=got, advice=advice)


NOTHING = message("nothing")


class ProblemsFound(SystemExit):
    """All problems of one reading at once, in the order of files and lines.

    A SystemExit, so that every program that reads pelicanconf.py, Pelican's own command too,
    ends with these sentences, exit code 1 and no traceback.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems, key=lambda p: (p.file, p.line, p.place)))
        super().__init__(self.in_language(reader_language()))

    def in_language(self, lang: str) -> str:
        """One problem a line, then how many there are."""
        lines = [problem.in_language(lang) for problem in self.problems]
        total = counted("%(count)s problem", "%(count)s problems", len(lines))
        return "\n".join([*lines, total.in_language(lang)])
