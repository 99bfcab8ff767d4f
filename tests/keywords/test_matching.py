"""Phrases in texts: quoted, unknown, mixed, empty and hostile ones."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.keywords import find_loose, find_phrases

PHRASES = ["доставка из китая", "печь", "iphone 15", '"купить нож"', "", "я", "🚚", "1С"]
HOSTILE = st.text(
    st.sampled_from(
        "аяёйЁ́\u00ad\u00a0\u2009\u200b- \n\t.,!«»\u0306cCoос1Сiİßﬁ🚚👨‍👩‍👧\x00\x1f\ud800鏡"
    )
)


def found(text: str, *phrases: str) -> list[tuple[int, str]]:
    return [(o.phrase, o.form) for o in find_phrases(text, phrases)]


@pytest.mark.parametrize(
    "gap", ["\n", "\r\n", "\u2028", "\x85", ", ", " — ", ". ", "/", "\x00", "🚚"]
)
def test_a_phrase_runs_over_spaces_only(gap: str) -> None:
    assert found(f"доставка{gap}из Китая", "доставка из китая") == []


@pytest.mark.parametrize("gap", [" ", "\u00a0", "\u2009", "\u202f", "  ", "\u00ad ", "\t"])
def test_every_kind_of_space_parts_words(gap: str) -> None:
    assert found(f"доставка{gap}из Китая", "доставка из китая") != []


def test_the_form_met_and_whether_it_is_the_phrase_as_written() -> None:
    text = "Доставка из Китая и сроки доставки из Китая"

    first, second = find_phrases(text, ["доставка из китая"])

    assert (first.form, first.exact) == ("Доставка из Китая", True)
    assert (second.form, second.exact) == ("доставки из Китая", False)


def test_unknown_words_have_forms_by_their_stem() -> None:
    assert found("Продаём квазибуксы и мешки квазибуксов", "квазибукс") == [
        (0, "квазибуксы"),
        (0, "квазибуксов"),
    ]


@pytest.mark.parametrize("phrase", ["", " ", "🚚", "!!!", '""', '"'])
def test_a_phrase_without_words_is_nowhere(phrase: str) -> None:
    assert found("Доставка 🚚 из Китая!!!", phrase) == []


def test_one_letter_and_curly_quotes() -> None:
    assert found("товары и услуги", "и") == [(0, "и")]
    assert found("цены, цена", "“цена”") == [(0, "цена")]


def test_latin_letters_in_a_russian_word() -> None:
    assert found("Быстрая дocтaвкa", "доставка") == [(0, "дocтaвкa")]
    assert found("Учёт в 1C и в 1С", "1с") == [(0, "1C"), (0, "1С")]


def test_very_long_words_take_no_time() -> None:
    text = "ы" * 10_000 + " доставка " + "w" * 10_000 + "-ы" * 5_000

    assert found(text, "доставка", "ы" * 10_000) == [(1, "ы" * 10_000), (0, "доставка")]


def test_english_forms() -> None:
    phrases = ["supplier price"]

    assert [o.form for o in find_phrases("Our suppliers prices", phrases, "en")] == [
        "suppliers prices"
    ]


def test_a_language_without_an_analyser_matches_words_as_they_are() -> None:
    assert [o.form for o in find_phrases("Lieferung aus China", ["lieferung"], "de")] == [
        "Lieferung"
    ]


def test_loose_occurrences_are_apart() -> None:
    text = "Из Китая поездом идёт доставка. Доставка из Китая. Из Китая едет чай."

    (loose,) = find_loose(text, ["доставка из китая"])

    assert loose.form == "Из Китая поездом идёт доставка."
    assert loose.loose
    assert len(find_phrases(text, ["доставка из китая"])) == 1


@settings(max_examples=300, deadline=None)
@given(text=HOSTILE | st.text(), phrase=HOSTILE | st.text())
def test_places_are_code_points_of_any_text(text: str, phrase: str) -> None:
    for occurrence in find_phrases(text, [*PHRASES, phrase]):
        assert 0 <= occurrence.start < occurrence.end <= len(text)
        assert text[occurrence.start : occurrence.end] == occurrence.form
        assert not set(occurrence.form) & set("\n.,!🚚«»")
    for loose in find_loose(text, [*PHRASES, phrase]):
        assert 0 <= loose.start < loose.end <= len(text)


@settings(max_examples=100, deadline=None)
@given(before=HOSTILE, after=HOSTILE)
def test_a_phrase_is_found_wherever_it_stands(before: str, after: str) -> None:
    text = f"{before}\nдоставки из Китая\n{after}"

    places = [(o.start, o.end) for o in find_phrases(text, ["доставка из китая"])]

    assert (len(before) + 1, len(before) + 18) in places


AS_TYPED = ["дома", "душ", "туши", "косы", "белка", "марка", "теста", "корма", "печь", "лак"]


@pytest.mark.parametrize("word", AS_TYPED)
def test_a_word_alone_is_found_as_typed(word: str) -> None:
    assert found(word.capitalize(), word) == [(0, word.capitalize())]


def test_a_word_as_typed_is_not_found_where_the_sentence_says_another() -> None:
    assert found("Хочу печь пироги", "печь") == []
