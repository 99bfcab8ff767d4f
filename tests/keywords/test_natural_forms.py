"""Queries in running text: the table natural_forms.txt, the other number, English."""

from pathlib import Path

import pytest

from plugins.keywords.groups import group_phrases
from plugins.keywords.natural_forms import natural_forms
from plugins.keywords.relevance_map import KeyPhrase

LINES = Path(__file__).with_name("natural_forms.txt").read_text("utf-8").splitlines()
ROWS = [line.split(" | ") for line in LINES if line and not line.startswith("#")]


def forms(phrase: str, *others: str, lang: str = "ru") -> list[str]:
    """The forms of a phrase in a map that has other phrases, too."""
    groups = group_phrases([KeyPhrase(text) for text in (phrase, *others)], lang)
    asked = {word for group in groups for word in group.meaning}
    return list(natural_forms(phrase, lang, asked))


@pytest.mark.parametrize(("phrase", "expected"), [(row[0], row[1:]) for row in ROWS])
def test_the_table(phrase: str, expected: list[str]) -> None:
    assert forms(phrase) == expected


def test_the_other_number_is_given_where_people_ask_for_it() -> None:
    assert forms("слесарный верстак", "верстаки оптом")[4:] == [
        "слесарные верстаки",
        "слесарных верстаков",
        "слесарным верстакам",
        "слесарными верстаками",
        "слесарных верстаках",
    ]
    assert forms("слесарные верстаки", "купить верстак")[4:] == [
        "слесарный верстак",
        "слесарного верстака",
        "слесарному верстаку",
        "слесарным верстаком",
        "слесарном верстаке",
    ]


@pytest.mark.parametrize(
    ("phrase", "other", "expected"),
    [
        ("workbench with drawers", "workbenches", ["workbenches with drawers"]),
        ("drill presses", "a drill press", ["drill press"]),
        ("workshop supplies", "supply", ["workshop supply"]),
        ("workbench with drawers", "drawers", []),
        ("payment declined by bank", "to decline", []),
        ("buy a workbench", "workbenches", []),
        ("how to choose a workbench", "workbenches", []),
        ("iphone 15", "15s", []),
    ],
)
def test_english_has_the_other_number(phrase: str, other: str, expected: list[str]) -> None:
    assert forms(phrase, other, lang="en") == expected


def test_other_languages_have_none() -> None:
    assert forms("werkbank", "werkbanken", lang="de") == []
