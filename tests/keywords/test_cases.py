"""Hand cases from commercial Russian: a phrase, a sentence, the places in square brackets."""

import re
from pathlib import Path

import pytest

from plugins.keywords.matching import matches
from plugins.keywords.phrases import Phrases

LINES = Path(__file__).with_name("cases.txt").read_text("utf-8").splitlines()
CASES = [line.split(" | ", 1) for line in LINES if line and not line.startswith("#")]


def marked(sentence: str, places: list[tuple[int, int]]) -> str:
    for start, end in reversed(places):
        sentence = f"{sentence[:start]}[{sentence[start:end]}]{sentence[end:]}"
    return sentence


def test_there_are_a_hundred_cases() -> None:
    assert len(CASES) >= 100


@pytest.mark.parametrize(("phrase", "sentence"), CASES)
def test_phrase_is_found_in_its_places_and_nowhere_else(phrase: str, sentence: str) -> None:
    text = re.sub(r"[\[\]]", "", sentence)

    found = [(match.start, match.end) for match in matches(text, Phrases([phrase]))]

    assert marked(text, found) == sentence
