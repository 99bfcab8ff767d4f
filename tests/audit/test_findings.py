"""Findings together: gates, order, each once, as data for programs."""

import pytest

from plugins.audit import Finding, Subject, audit
from plugins.audit.finding import at_least, gate_of
from plugins.language.messages import message
from plugins.language.problems import ProblemsFound, Severity
from tests.audit.subjects import subject

ADVICE = message("do it")


def finding(
    severity: Severity = Severity.ERROR,
    file: str = "a.md",
    line: int = 1,
    rule: str = "rule",
    value: object = "",
) -> Finding:
    return Finding(rule, severity, file, line, message("wrong: %(value)s", value=value), ADVICE)


ALL = tuple(map(finding, Severity))


@pytest.mark.parametrize(
    ("gate", "stopped"),
    [
        (Severity.ERROR, ["error"]),
        (Severity.WARNING, ["error", "warning"]),
        (Severity.ADVICE, ["error", "warning", "advice"]),
    ],
)
def test_a_gate_stops_what_is_as_severe_or_more(gate: Severity, stopped: list[str]) -> None:
    assert stopped == [found.severity for found in at_least(ALL, gate)]


@pytest.mark.parametrize("severity", Severity)
def test_a_gate_is_named_as_its_severity(severity: Severity) -> None:
    assert gate_of(str(severity)) is severity


@pytest.mark.parametrize("name", ["", "Error", "fatal"])
def test_a_gate_of_another_name_is_refused(name: str) -> None:
    with pytest.raises(ProblemsFound) as found:
        gate_of(name)

    assert found.value.in_language("en") == (
        f"invoke audit: gate: expected one of error, warning, advice, got '{name}'\n1 problem"
    )


def test_the_worst_come_first_then_files_lines_and_rules() -> None:
    ordered = (
        finding(file="a.md", line=2, rule="a"),
        finding(file="a.md", line=2, rule="b", value=1),
        finding(file="a.md", line=2, rule="b", value=2),
        finding(file="a.md", line=10),
        finding(file="b.md", line=1),
        finding(Severity.WARNING, "a.md", 1),
        finding(Severity.ADVICE, "a.md", 1),
    )

    def backwards(_: Subject) -> tuple[Finding, ...]:
        return ordered[::-1]

    assert ordered == audit(subject(), [backwards])


def test_what_is_found_twice_is_said_once() -> None:
    def twice(_: Subject) -> tuple[Finding, ...]:
        return (finding(), finding())

    assert audit(subject(), [twice, twice]) == (finding(),)


def test_a_finding_for_programs() -> None:
    found = finding(Severity.WARNING, "content/ru/a.md", 7, "broken-link", "/x/")

    assert found.as_dict("en") == {
        "rule": "broken-link",
        "severity": "warning",
        "file": "content/ru/a.md",
        "line": 7,
        "message": "wrong: /x/",
        "advice": "do it",
    }
    assert type(found.as_dict("en")["severity"]) is str
