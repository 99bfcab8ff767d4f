"""Slugs: a table of titles, and what holds for any text."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.language.slugs import slug_of
from tests.language.tables import rows

TITLES = rows(Path(__file__).with_name("slugs.txt"))
RUSSIAN = st.text("абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВЕЁЙЪЫЬЭЮЯ -,.«»0123456789")


def test_the_table_is_long_enough() -> None:
    assert len(TITLES) >= 60


@pytest.mark.parametrize(("title", "slug"), TITLES, ids=[title for title, _ in TITLES])
def test_slug_of_a_title(title: str, slug: str) -> None:
    assert slug == slug_of(title)


@settings(deadline=None)
@given(st.text() | RUSSIAN)
def test_a_slug_is_lower_case_ascii_words_between_hyphens(text: str) -> None:
    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", slug_of(text))


@settings(deadline=None)
@given(st.text() | RUSSIAN)
def test_the_slug_of_a_slug_is_itself(text: str) -> None:
    slug = slug_of(text)

    assert slug == slug_of(slug)


@given(RUSSIAN)
def test_capitals_make_no_difference(text: str) -> None:
    assert slug_of(text.lower()) == slug_of(text.upper())


@given(st.text("абвгдеёжзийклмнопрстуфхцчшщыэюя", min_size=1))
def test_a_russian_word_always_has_a_slug(word: str) -> None:
    assert slug_of(word)
