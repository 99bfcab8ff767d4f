"""Maps of phrases that nobody means: each is said with its line, and everything else works."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.keywords import find_loose, find_phrases
from plugins.keywords.groups import group_phrases
from plugins.keywords.relevance_map import RelevanceMap, read_map

HEADER = "phrase,document,frequency,group,note\n"
GOOD = "доставка из китая"
TEXT = f"Доставка из Китая за 12 дней: iphone 15, 1С, 3d принтер, печи 🚚. Быстрая дocтавка. {GOOD}"


def read(*phrases: str) -> RelevanceMap:
    rows = "".join('"{}",,5,,\n'.format(phrase.replace('"', '""')) for phrase in phrases)
    return read_map(f"{HEADER}{rows}".encode("utf-8", "replace"), "content/ru/keywords.csv", "ru")


@pytest.mark.parametrize(
    ("phrase", "problem"),
    [
        ("", "expected a phrase of two letters or more, got nothing"),
        ("я", "expected a phrase of two letters or more, got 'я'"),
        ("🚚🚚", "expected a phrase of two letters or more, got '🚚🚚'"),
        ("!!!", "expected a phrase of two letters or more, got '!!!'"),
        ("гр\x07уз", "expected a phrase of visible characters, got the control character U+0007"),
        ("ш" * 10_000, "expected a phrase of at most 400 characters, got 10000"),
        ("Доставка\u00a0 ИЗ Китая", f"expected each phrase once, got '{GOOD}', as in line 2"),
    ],
)
def test_a_bad_phrase_is_said_with_its_line_and_the_others_are_found(
    phrase: str, problem: str
) -> None:
    found = read(phrase, GOOD)
    (wrong,) = found.problems
    phrases = [row.phrase for row in found.phrases]
    line = 3 if "as in line 2" in problem else 2

    assert wrong.in_language("en") == f"content/ru/keywords.csv:{line}: phrase: {problem}"
    assert wrong.in_language("ru").startswith(
        f"content/ru/keywords.csv:{line}: phrase: ожидалось: "
    )
    assert {place.phrase for place in find_phrases(TEXT, phrases)} == {len(phrases) - 1}


@pytest.mark.parametrize(
    "phrase", ["iphone 15", "1С", "1C", "3d принтер", "доставка", "печь 🚚", "дocтавка"]
)
def test_digits_latin_emoji_and_mixed_alphabets_are_phrases_and_are_found(phrase: str) -> None:
    found = read(phrase)

    assert found.problems == ()
    assert find_phrases(TEXT, [row.phrase for row in found.phrases]) != ()


def test_columns_that_lack_are_said_and_the_rest_is_read() -> None:
    found = read_map("phrase,frequency\nгруз,5\n".encode(), "x", "ru")

    assert [row.frequency for row in found.phrases] == [5]
    assert [problem.in_language("en") for problem in found.problems] == [
        "x:1: expected the columns document, group, note, got phrase, frequency"
    ]


ODD = "аяёЁйсcCoо1 \t\n-–!+«»\"'|[]()=@\u0301\u00ad\u200b\u00a0\x00\x07\u2028\ud800🚚鏡İßﬁ"
PHRASES = st.text(st.sampled_from(ODD), max_size=12) | st.text(max_size=8)


@settings(deadline=None)
@given(st.lists(PHRASES, max_size=8), st.text(st.sampled_from(ODD), max_size=40))
def test_no_list_of_phrases_breaks_what_reads_it(phrases: list[str], text: str) -> None:
    rows = read(*phrases, GOOD).phrases
    for lang in ("ru", "en"):
        for given_phrases in (phrases, [row.phrase for row in rows]):
            for place in [
                *find_phrases(f"{text} {TEXT}", given_phrases, lang),
                *find_loose(f"{text} {TEXT}", given_phrases, lang),
            ]:
                assert 0 <= place.phrase < len(given_phrases)
        grouped = [row for group in group_phrases(rows, lang) for row in group.phrases]
        assert sorted(row.line for row in grouped) == sorted(row.line for row in rows)


def test_words_of_ten_thousand_letters_are_words() -> None:
    phrases = ["ш" * 10_000, "а" * 9_999 + " печь", "слово " * 2_000, GOOD]
    found = {place.phrase for place in find_phrases(f"{TEXT} {'ш' * 10_000}", phrases)}

    assert found == {0, 3}
