"""Readings of forms: lemmas and word classes, unknown words, what survives on disk."""

from pathlib import Path

import pytest

from plugins.words.analysis import readings_of
from plugins.words.context import words_here
from plugins.words.dictionary import WordEntry, readings_of_entries, shipped_words
from plugins.words.memory import Memory
from plugins.words.readings import Reading, accepted, keys, read, shares, written
from plugins.words.tokens import tokens


def lemmas(form: str, lang: str = "ru") -> set[str]:
    return {key.lemma for key in keys(readings_of(form, lang))}


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("доставкой", "доставка"),
        ("дешевле", "дешевый"),
        ("готова", "готовый"),
        ("упакованными", "упакованный"),
        ("упакован", "упакованный"),
        ("привезена", "привезенный"),
        ("ввозимые", "ввозимый"),
        ("открывшихся", "открывшийся"),
        ("лучших", "лучший"),
        ("новейшей", "новейший"),
        ("чат-ботами", "чат-бот"),
        ("сдэком", "сдэк"),
        ("вайлдберризу", "вайлдберриз"),
        ("iphone", "iphone"),
        ("15", "15"),
    ],
)
def test_lemmas(form: str, lemma: str) -> None:
    assert lemmas(form) == {lemma}


def test_the_stove_and_baking_are_two_words() -> None:
    assert {key.word_class for key in keys(readings_of("печь"))} == {"noun", "verb"}


def test_weights_are_shares() -> None:
    assert sum(shares(readings_of("стали")).values()) == pytest.approx(1)
    assert len(accepted(shares(readings_of("банке")))) == 1


def test_english() -> None:
    assert lemmas("suppliers", "en") == {"supplier"}
    assert lemmas("ordered", "en") == {"order"}


@pytest.mark.parametrize("form", ["", "ы" * 10_000, "-", "а-", "鏡", "\ud800", "й" * 61])
def test_anything_has_a_reading(form: str) -> None:
    assert readings_of(form)


@pytest.mark.parametrize(
    ("sentence", "form", "lemma"),
    [
        ("О другом товаре", "другом", "другой"),
        ("Матч закончился без голов", "голов", "гол"),
        ("В голубой зале", "зале", "зала"),
        ("Сидим дома", "дома", "дома"),
        ("Видим цель", "видим", "видеть"),
        ("Летом цены ниже", "летом", "лето"),
    ],
)
def test_neighbours_choose_between_words(sentence: str, form: str, lemma: str) -> None:
    words = tokens(sentence)
    at = next(i for i, token in enumerate(words) if token.form == form)

    assert lemma in {key.lemma for key in words_here(sentence, words, at)}


def test_shipped_words_are_right() -> None:
    forms = readings_of_entries(shipped_words())

    assert {"сдэком", "кэшбэка", "лендингов", "вайлдберризе"} <= forms.keys()


@pytest.mark.parametrize(
    ("entry", "form", "lemma"),
    [
        (WordEntry(lemma="Мегаплюш", gender="masc"), "мегаплюшем", "мегаплюш"),
        (WordEntry(lemma="квазибука", gender="femn"), "квазибуку", "квазибука"),
        (WordEntry(lemma="Тбанк", model="банк"), "тбанков", "тбанк"),
        (WordEntry(lemma="мегакошка", model="кошка"), "мегакошек", "мегакошка"),
        (WordEntry(lemma="смузи", gender="neut"), "смузи", "смузи"),
        (WordEntry(lemma="гуглить", model="солить"), "гуглят", "гуглить"),
    ],
)
def test_entries_are_declined_like_their_model(entry: WordEntry, form: str, lemma: str) -> None:
    assert {reading.key.lemma for reading in readings_of_entries([entry])[form]} == {lemma}


@pytest.mark.parametrize(
    "row",
    [
        {"lemma": "лендинг"},
        {"lemma": "лендинг", "model": "кошка"},
        {"lemma": "лендинг", "model": "ъъъ"},
        {"lemma": "лендинг", "gender": "м"},
        {"lemma": "", "gender": "masc"},
    ],
)
def test_wrong_entries_are_refused(row: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="validation error"):
        WordEntry.model_validate(row)


def test_readings_survive_on_disk(tmp_path: Path) -> None:
    file = tmp_path / "new" / "words.tsv"
    memory = Memory(file, "key")
    memory.keep("печь", readings_of("печь"))
    memory.save()

    again = Memory(file, "key").get("печь")

    assert again is not None
    assert keys(again) == keys(readings_of("печь"))
    assert Memory(file, "other rules").get("печь") is None
    assert [entry.name for entry in file.parent.iterdir()] == ["words.tsv"]


@pytest.mark.parametrize(
    "damage", [b"", b"\xff\xfe", b"key\n", b"key\npech\tx|y\n", b"{}", b"key\n\n\n"]
)
def test_a_damaged_memory_is_ignored(tmp_path: Path, damage: bytes) -> None:
    file = tmp_path / "words.tsv"
    file.write_bytes(damage)

    assert Memory(file, "key").get("pech") is None


def test_a_damaged_line_is_ignored(tmp_path: Path) -> None:
    file = tmp_path / "words.tsv"
    file.write_text("key\nпечь\tчушь\nend\n", "utf-8")

    assert Memory(file, "key").get("печь") is None


def test_no_disk_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    memory = Memory(tmp_path / "file" / "words.tsv", "key")
    memory.keep("печь", readings_of("печь"))

    memory.save()


def test_readings_as_a_line_of_text() -> None:
    readings = readings_of("стали")

    assert [round_weight(r) for r in read(written(readings))] == [round_weight(r) for r in readings]


def round_weight(reading: Reading) -> Reading:
    return reading._replace(weight=float(f"{reading.weight:.4g}"))
