"""The audit for people (a page, lines in the terminal) and for programs (JSON)."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from plugins.audit import Finding
from plugins.language.messages import Message, counted, message
from plugins.language.problems import Severity
from plugins.reports.page import rendered, write_report

NAMES = {
    Severity.ERROR: message("error"),
    Severity.WARNING: message("warning"),
    Severity.ADVICE: message("advice"),
}
CLEAN = message("Nothing found.")


def line_of(finding: Finding, lang: str) -> str:
    """A finding as a line that editors and terminals can jump from."""
    where = f"{finding.file}:{finding.line}" if finding.line else finding.file
    severity = NAMES[finding.severity].in_language(lang)
    what, advice = finding.message.in_language(lang), finding.advice.in_language(lang)
    return f"{where}: {severity}: {what} [{finding.rule}]\n    {advice}"


def summary(findings: Sequence[Finding], pages: int) -> Message:
    """How many findings on how many pages."""
    found = counted("%(count)s finding", "%(count)s findings", len(findings))
    judged = counted("on %(count)s page", "on %(count)s pages", pages)
    return message("%(findings)s %(pages)s", findings=found, pages=judged)


def counts_of(findings: Iterable[Finding]) -> list[tuple[Severity, Message]]:
    """How many findings of each severity there are, the worst first; none of what there is not."""
    number = Counter(finding.severity for finding in findings)
    said = {
        Severity.ERROR: counted("%(count)s error", "%(count)s errors", number[Severity.ERROR]),
        Severity.WARNING: counted(
            "%(count)s warning", "%(count)s warnings", number[Severity.WARNING]
        ),
        Severity.ADVICE: counted(
            "%(count)s piece of advice", "%(count)s pieces of advice", number[Severity.ADVICE]
        ),
    }
    return [(severity, text) for severity, text in said.items() if number[severity]]


def as_json(findings: Iterable[Finding], lang: str) -> str:
    """All findings as a JSON list, sentences in a language."""
    found = [finding.as_dict(lang) for finding in findings]
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def write_audit(folder: Path, findings: Sequence[Finding], pages: int, lang: str) -> Path:
    """The report as index.html and findings.json; returns the page."""
    write_report(folder / "findings.json", as_json(findings, lang))
    html = rendered(
        "audit.html",
        lang,
        findings=findings,
        counts=counts_of(findings),
        names=NAMES,
        summary=summary(findings, pages).in_language(lang),
    )
    page = folder / "index.html"
    write_report(page, html)
    return page
