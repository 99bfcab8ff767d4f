import pytest

from plugins.audit.checks.example_company import example_company
from plugins.language.problems import Severity
from tests.audit.subjects import found, subject


@pytest.mark.parametrize(
    ("publishing", "severity"), [(False, Severity.WARNING), (True, Severity.ERROR)]
)
def test_the_example_company_is_still_there(publishing: bool, severity: Severity) -> None:
    assert found(example_company, subject(example=True, publishing=publishing)) == [
        (
            "example-company",
            severity,
            "content/data/company.yaml",
            0,
            "the company is the shipped example",
        )
    ]


@pytest.mark.parametrize("publishing", [False, True])
def test_a_company_of_ones_own_is_right(publishing: bool) -> None:
    assert found(example_company, subject(publishing=publishing)) == []
