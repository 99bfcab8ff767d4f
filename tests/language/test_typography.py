"""Typography of plain text: a table of sentences, and what holds for any text."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.language.typography import changes, typeset
from tests.language.tables import rows

SENTENCES = rows(Path(__file__).with_name("typography.txt"))
TYPED = st.text(st.sampled_from("аяВГ. ,.-—–\"«»„“”'()0195xх%₽№\u00a0…?z"), max_size=40)


def test_the_table_is_long_enough() -> None:
    assert len(SENTENCES) >= 55


@pytest.mark.parametrize(("lang", "typed", "set_"), SENTENCES, ids=[row[1] for row in SENTENCES])
def test_a_sentence(lang: str, typed: str, set_: str) -> None:
    assert typeset(typed, lang) == set_


@pytest.mark.parametrize(("lang", "typed", "set_"), SENTENCES, ids=[row[2] for row in SENTENCES])
def test_what_is_set_stays(lang: str, typed: str, set_: str) -> None:
    assert typeset(set_, lang) == set_


@settings(deadline=None)
@given(TYPED, st.sampled_from(["ru", "en"]))
def test_letters_and_digits_are_never_touched(text: str, lang: str) -> None:
    def words(of: str) -> str:
        return "".join(filter(str.isalnum, of.replace("x", "").replace("х", "")))

    assert words(typeset(text, lang)) == words(text)


@settings(deadline=None)
@given(TYPED, st.sampled_from(["ru", "en"]))
def test_changes_are_in_order_and_apart(text: str, lang: str) -> None:
    found = changes(text, lang)

    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(text[c.start : c.end] != c.new for c in found)
