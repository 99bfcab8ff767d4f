"""All checks over one subject."""

from collections.abc import Iterable

from plugins.audit.checks import CHECKS, Check
from plugins.audit.finding import ORDER, Finding
from plugins.audit.subject import Subject


def audit(subject: Subject, checks: Iterable[Check] = CHECKS) -> tuple[Finding, ...]:
    """All findings, each once, the worst first, then by file and line."""
    found = {finding for check in checks for finding in check(subject)}
    return tuple(sorted(found, key=_worst_first))


def _worst_first(finding: Finding) -> tuple[int, str, int, str, str]:
    rank = -ORDER.index(finding.severity)
    return (rank, finding.file, finding.line, finding.rule, str(finding.message.values))
