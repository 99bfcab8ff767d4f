from dataclasses import replace

from plugins.audit.checks.leaked_key import leaked_key
from plugins.audit.sale import Sale
from plugins.language.problems import Severity
from tests.audit.subjects import found, subject


def test_files_of_the_repository_that_hold_the_key() -> None:
    judged = replace(subject(), sale=Sale(leaked=(".env.example", "docs/notes.md")))

    assert [finding[:3] for finding in found(leaked_key, judged)] == [
        ("leaked-key", Severity.ERROR, ".env.example"),
        ("leaked-key", Severity.ERROR, "docs/notes.md"),
    ]
    assert found(leaked_key, subject()) == []
