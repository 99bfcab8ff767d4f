"""The relevance maps that come with the example firm: a good example, and said to be one."""

import csv
import re
from pathlib import Path

import pytest
import yaml

from plugins.keywords.groups import group_phrases
from plugins.keywords.relevance_map import read_map
from tests.reading import ROOT

CONTENT = ROOT / "content"
EXAMPLE = bool(yaml.safe_load((CONTENT / "data/company.yaml").read_text("utf-8"))["example"])
SAMPLE = {"ru": "пример", "en": "sample"}
FILLED = ("blog", "pages", "products")
pytestmark = pytest.mark.skipif(not EXAMPLE, reason="the maps are the owner's")
each_language = pytest.mark.parametrize("lang", SAMPLE)


def documents(lang: str) -> set[str]:
    files = (file for folder in FILLED for file in (CONTENT / lang / folder).glob("*.md"))
    return {file.relative_to(CONTENT).as_posix() for file in files}


def map_of(lang: str) -> Path:
    return CONTENT / lang / "keywords.csv"


@each_language
def test_nothing_is_wrong_with_the_map(lang: str) -> None:
    read = read_map(
        map_of(lang).read_bytes(), f"content/{lang}/keywords.csv", lang, documents(lang)
    )

    assert read.problems == ()
    assert all(row.frequency for row in read.phrases)


@each_language
def test_every_row_says_that_its_numbers_are_a_sample(lang: str) -> None:
    with map_of(lang).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))

    assert {row["source"] for row in rows} == {SAMPLE[lang]}
    assert all(int(row["frequency"]) % 10 == 0 for row in rows)


@each_language
def test_phrases_are_written_as_people_type_them(lang: str) -> None:
    read = read_map(map_of(lang).read_bytes(), "", lang)
    plain = [row.phrase for row in read.phrases if not row.exact]

    assert [phrase for phrase in plain if phrase != phrase.lower() or "ё" in phrase] == []
    assert [phrase for phrase in plain if re.search(r"[.,:;!?«»()]", phrase)] == []
    assert sum(row.exact for row in read.phrases) == 1


@each_language
def test_every_article_and_product_has_phrases(lang: str) -> None:
    read = read_map(map_of(lang).read_bytes(), "", lang)
    named = {row.document for row in read.phrases}

    assert {d for d in documents(lang) if "/pages/" not in d} <= named


@each_language
def test_each_group_has_one_document_and_some_have_none(lang: str) -> None:
    groups = group_phrases(read_map(map_of(lang).read_bytes(), "", lang).phrases, lang)

    assert [group.head.phrase for group in groups if len(group.documents) > 1] == []
    assert [group.head.phrase for group in groups if group.named_alike] == []
    assert any(not group.documents for group in groups)
