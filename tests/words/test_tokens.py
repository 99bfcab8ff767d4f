"""Words with places: stress marks, soft hyphens, spaces, compounds, mixed alphabets."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.words.tokens import folded, mixed_alphabets, tokens

WORDS = st.text(st.sampled_from("аеёйи\u0301\u0306\u0308\u00ad\u200b-‑\u00a0 \n.,cCсС1İß🚚\x00鏡"))


def forms(text: str) -> list[str]:
    return [token.form for token in tokens(text)]


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("Ёлка", "елка"),
        ("замки\u0301", "замки"),
        ("до\u00adстав\u00adка", "доставка"),
        ("и\u0306од", "йод"),
        ("е\u0308лка", "елка"),
        ("cafe\u0301", "cafe"),
        ("Café", "cafe"),
        ("интернет\u2011магазин", "интернет-магазин"),
        ("дocтaвкa", "доставка"),
        ("TOВAP", "товар"),
        ("1C", "1с"),
        ("3D", "3d"),
        ("IT-компания", "it-компания"),
        ("iPhone", "iphone"),
        ("аlphа", "alpha"),
        ("mixпуть", "mixпуть"),
    ],
)
def test_words_are_folded(written: str, form: str) -> None:
    assert folded(written) == form


def test_compounds_numbers_and_brands_are_words() -> None:
    assert forms("Чат-бот для «1С», 3d и iPhone 15 — 10x15см.") == [
        *("чат-бот", "для", "1с", "3d", "и", "iphone", "15", "10х15см")
    ]


def test_places_are_those_of_the_text_as_written() -> None:
    text = "За\u0301мки\u00a0и до\u00adма"

    assert [text[token.start : token.end] for token in tokens(text)] == [
        "За\u0301мки",
        "и",
        "до\u00adма",
    ]


@pytest.mark.parametrize("gap", [" ", "\u00a0", "\u2009", "\u202f", "\t", "  "])
def test_spaces_join(gap: str) -> None:
    assert [token.joined for token in tokens(f"из{gap}Китая")] == [False, True]


@pytest.mark.parametrize(
    "gap", ["\n", "\r", "\x0b", "\x85", "\u2028", ", ", " - ", "/", "_", "\x00"]
)
def test_line_breaks_punctuation_and_control_characters_part(gap: str) -> None:
    assert not any(token.joined for token in tokens(f"из{gap}Китая"))


def test_mixed_alphabets_are_told() -> None:
    text = "Быстрая дocтaвкa, IT-компания, 1С, 10x15см и mp3"

    assert [text[token.start : token.end] for token in mixed_alphabets(text)] == ["дocтaвкa"]


@settings(max_examples=300, deadline=None)
@given(WORDS | st.text())
def test_any_text_has_words_in_order_with_places(text: str) -> None:
    last = 0
    for token in tokens(text):
        assert last <= token.start < token.end <= len(text)
        assert text[token.start].isalnum()
        assert "\n" not in text[token.start : token.end]
        last = token.end
