"""Commands as people run them: language, exit codes, no traceback for a mistake of theirs."""

import json
from pathlib import Path

import pytest

from tests.sites import ROOT, run


@pytest.mark.parametrize(
    "arguments",
    [
        ("--list", "--lang", "ru"),
        ("--list", "--lang=ru"),
        ("--lang", "ru", "--list"),
        ("--help", "build", "--lang", "ru"),
        ("build", "--help", "--lang", "ru"),
    ],
)
def test_help_speaks_the_language_of_lang(arguments: tuple[str, ...]) -> None:
    done = run(ROOT, "invoke", *arguments, LANGUAGE="", LC_ALL="C.UTF-8")

    assert done.returncode == 0, done.stderr
    assert "Собрать сайт в output/." in done.stdout


def test_help_speaks_the_language_of_the_locale_else_english() -> None:
    locale = {"LANGUAGE": "", "LC_MESSAGES": "", "LANG": ""}
    russian = run(ROOT, "invoke", "--list", LC_ALL="ru_RU.UTF-8", **locale)
    english = run(ROOT, "invoke", "--list", LC_ALL="de_DE.UTF-8", **locale)

    assert "Собрать сайт" in russian.stdout
    assert "Build the site" in english.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("build", "--lang", "xx"), 1, "--lang: expected one of en, ru, got 'xx'"),
        (("audit", "--gate", "foo"), 2, "gate: expected one of error, warning, advice, got 'foo'"),
        (("audit", "--json", "/nope/x.json"), 2, "/nope/x.json: No such file or directory"),
        (("serve", "--port", "abc"), 1, "port: expected a number from 1 to 65535, got 'abc'"),
        (("new", "--kind", "artcle"), 1, "kind: expected one of article, page, product, got"),
    ],
)
def test_a_wrong_argument_is_said_without_a_traceback(
    arguments: tuple[str, ...], code: int, said: str
) -> None:
    done = run(ROOT, "invoke", *arguments, LC_ALL="C.UTF-8")

    assert done.returncode == code
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_the_audit_of_the_shipped_site_passes_and_fails_when_publishing(tmp_path: Path) -> None:
    findings = tmp_path / "findings.json"
    passed = run(ROOT, "invoke", "audit", "--json", str(findings))
    failed = run(ROOT, "invoke", "audit", "--publish")

    assert passed.returncode == 0, passed.stdout
    assert failed.returncode == 1
    rules = [f["rule"] for f in json.loads(findings.read_text("utf-8"))]
    assert rules[0] == "example-company"
    assert set(rules[1:]) <= {"gap", "gap-in-plan", "checkout-on-trial"}


def test_the_report_of_key_phrases_says_where_it_is_and_what_is_in_it() -> None:
    done = run(ROOT, "invoke", "keywords", "--lang", "ru")

    assert done.returncode == 0, done.stderr
    assert "content/ru/keywords.csv: 142 фразы" in done.stdout
    assert done.stdout.endswith("отчёт: reports/keywords/index.html\n")
    assert "<mark>" in (ROOT / "reports/keywords/phrases/ru-dostavka-iz-kitaya.html").read_text(
        "utf-8"
    )
