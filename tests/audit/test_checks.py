"""The list of checks is the specification: each has a file, a test, its name and an advice."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from plugins.audit import audit
from plugins.audit.checks import CHECKS, Check
from plugins.language.messages import Message
from plugins.language.problems import Severity
from tests.audit import law_defects, plans, robot_defects, trade_defects
from tests.audit.phrase_defects import DOCUMENTS, KEYWORDS, PAGES
from tests.audit.subjects import document, head, subject
from tests.discovery.product_examples import offer

PLUGINS = Path(__file__).parents[2] / "plugins"
NAMES = [getattr(check, "__name__", "") for check in CHECKS]
each_check = pytest.mark.parametrize("check", CHECKS, ids=NAMES)

WRONG = subject(
    {
        "a/index.html": head("", "", '<a href="/x/">x</a><a href="#x">x</a><img src="/x.svg">'),
        "b/index.html": head(more='<link rel="alternate" hreflang="en" href="/en/">'),
        "c/index.html": head(),
        "d/index.html": head(title="щ" * 99),
        **PAGES,
        **law_defects.PAGES,
        **robot_defects.PAGES,
        **trade_defects.PAGES,
    },
    [
        document("ru/pages/a.md", markdown="Title: A\nlayout: post\n"),
        *DOCUMENTS,
        *law_defects.DOCUMENTS,
        *trade_defects.DOCUMENTS,
        *robot_defects.DOCUMENTS,
        *plans.DOCUMENTS,
    ],
    content=["notes.txt"],
    keywords=KEYWORDS,
    company=law_defects.SELLER,
    law=law_defects.LAW,
    schedule=plans.RUSSIAN,
)
DEFECTS = replace(
    WRONG,
    told=robot_defects.TOLD,
    history=robot_defects.HISTORY,
    offers=(offer(pictures=()),),
    trade=trade_defects.TRADE,
)


def test_every_file_of_checks_is_listed_once() -> None:
    files = {file.stem for file in (PLUGINS / "audit" / "checks").glob("*.py")} - {"__init__"}

    assert len(NAMES) == len(set(NAMES))
    assert files == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_every_check_has_a_test_of_its_name(name: str) -> None:
    assert (Path(__file__).parent / "checks" / f"test_{name}.py").is_file()


# What they judge is made by a build with keys: their own tests have the defects
OF_BUILDS = ("checkout_link", "checkout_on_trial", "leaked_key", "return_page_missing")


@each_check
def test_a_rule_is_named_as_its_file(check: Check) -> None:
    name = getattr(check, "__module__", "").rpartition(".")[2]
    rules = {finding.rule for finding in audit(DEFECTS, [check])}
    if name in OF_BUILDS:
        code = (PLUGINS / "audit" / "checks" / f"{name}.py").read_text("utf-8")
        rules = set(re.findall(r'(?:RULE = |Finding\()"([a-z-]+)"', code))

    assert rules == {name.replace("_", "-")}


@each_check
def test_a_check_opens_its_file_with_its_rule(check: Check) -> None:
    name = getattr(check, "__name__", "")
    first = (PLUGINS / "audit" / "checks" / f"{name}.py").read_text("utf-8").splitlines()[0]

    assert first.startswith(f'"""{name.replace("_", "-")}: ')


@each_check
def test_a_finding_says_what_to_do(check: Check) -> None:
    for finding in audit(DEFECTS, [check]):
        assert isinstance(finding.advice, Message)
        assert finding.advice.in_language("en").strip(" .")
        assert isinstance(finding.severity, Severity)


@each_check
def test_nothing_is_found_in_nothing(check: Check) -> None:
    assert audit(subject(), [check]) == ()
