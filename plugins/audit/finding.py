"""A finding: one thing wrong with the site, for people and for programs."""

from collections.abc import Iterable
from dataclasses import dataclass

from plugins.language.messages import Message, message
from plugins.language.problems import Problem, ProblemsFound, Severity, expected

ORDER = (Severity.ADVICE, Severity.WARNING, Severity.ERROR)


@dataclass(frozen=True)
class Finding:
    """`file` is the source (`content/ru/x.md`), or a file of the output that has none.

    `line` counts from 1, 0 where there is no line to show; `rule` is the check's name.
    """

    rule: str
    severity: Severity
    file: str
    line: int
    message: Message
    advice: Message

    def as_dict(self, lang: str) -> dict[str, str | int]:
        """For JSON, the sentences in a language."""
        return {
            "rule": self.rule,
            "severity": str(self.severity),
            "file": self.file,
            "line": self.line,
            "message": self.message.in_language(lang),
            "advice": self.advice.in_language(lang),
        }


def gate_of(name: str) -> Severity:
    """The severity with this name; raises ProblemsFound for any other word."""
    if name not in list(Severity):
        what = message("one of %(names)s", names=", ".join(Severity))
        raise ProblemsFound([Problem("invoke audit", 0, "gate", expected(what, f"'{name}'"))])
    return Severity(name)


def at_least(findings: Iterable[Finding], gate: Severity) -> tuple[Finding, ...]:
    """Findings as severe as the gate or more."""
    return tuple(f for f in findings if ORDER.index(f.severity) >= ORDER.index(gate))
