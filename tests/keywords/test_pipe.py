"""The pipe `python -m plugins.keywords`."""

import json
import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.keywords.pipe import answers
from tests.sites import ROOT

GOOD = {"id": 7, "text": "Сроки доставки из Китая", "phrases": ["доставка из китая", "срок"]}
SPANS = [[1, 0, 5], [0, 6, 23]]


def answered(*lines: object) -> list[dict[str, Any]]:
    encoded = [line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines]
    return [json.loads(answer) for answer, _ in answers(encoded, "en")]


def test_a_line_in_a_line_out() -> None:
    assert answered(GOOD) == [{"id": 7, "spans": SPANS}]


def test_other_languages() -> None:
    english = {"id": "a", "text": "Prices", "phrases": ["price"], "lang": "en"}

    assert answered(english) == [{"id": "a", "spans": [[0, 0, 6]]}]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        (b"{", "JSON object"),
        (b"\xff\xfe", "JSON object"),
        ([1], "JSON object"),
        ({"id": 1, "phrases": []}, "a text in text"),
        ({"id": 1, "text": 3, "phrases": []}, "a text in text"),
        ({"id": 1, "text": "", "phrases": "x"}, "a list of texts in phrases"),
        ({"id": 1, "text": "", "phrases": [1]}, "a list of texts in phrases"),
        ({"id": 1, "text": "", "phrases": [], "lang": 5}, "a language code"),
        (b"[" * 100_000, "JSON object"),
        (b'{"id": NaN, "text": "", "phrases": []}', "JSON object"),
    ],
)
def test_a_bad_line_is_told_and_the_rest_goes_on(line: object, wanted: str) -> None:
    first, bad, last = answered(GOOD, line, GOOD)

    assert first == last == {"id": 7, "spans": SPANS}
    assert bad["line"] == 2
    assert wanted in bad["error"]


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(st.integers(), st.text(), st.lists(st.text(), max_size=3)), max_size=8))
def test_the_order_of_lines_is_kept(asked: list[tuple[int, str, list[str]]]) -> None:
    lines = [{"id": name, "text": text, "phrases": phrases} for name, text, phrases in asked]

    assert [answer["id"] for answer in answered(*lines)] == [name for name, _, _ in asked]


@pytest.mark.parametrize(("bad", "code"), [(b"", 0), (b"nonsense\n", 1)])
def test_the_program_ends_with_its_exit_code_and_imports_no_pelican(bad: bytes, code: int) -> None:
    program = (
        "import sys, runpy\n"
        "try: runpy.run_module('plugins.keywords', run_name='__main__')\n"
        "finally: assert not {'pelican', 'jinja2'} & set(sys.modules)"
    )
    asked = bad + json.dumps(GOOD).encode()

    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, input=asked, capture_output=True, check=False
    )

    assert done.returncode == code
    assert json.loads(done.stdout.splitlines()[-1]) == {"id": 7, "spans": SPANS}
    assert not done.stderr
