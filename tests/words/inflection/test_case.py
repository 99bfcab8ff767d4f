"""Phrases in other cases and numbers: tables of cities and phrases that a linguist can read."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.words.counts import counted
from plugins.words.dictionary import WordEntry
from plugins.words.inflection import NoFormError, case
from plugins.words.vocabulary import Declined, vocabulary
from tests.words.inflection.tables import CASES, rows

PHRASE_CASES = ("nomn", "gent", "accs", "ablt")


@pytest.mark.parametrize("forms", rows("cities.txt"), ids=lambda forms: forms[0])
def test_cities_in_six_cases(forms: list[str]) -> None:
    assert [case(forms[0], name) for name in CASES] == forms[:6]


@pytest.mark.parametrize("forms", rows("phrases.txt"), ids=lambda forms: forms[0])
def test_phrases(forms: list[str]) -> None:
    assert [case(forms[0], name) for name in PHRASE_CASES] == forms


@pytest.mark.parametrize("forms", rows("six_cases.txt"), ids=lambda forms: forms[0])
def test_phrases_in_six_cases(forms: list[str]) -> None:
    assert [case(forms[0], name) for name in CASES] == forms


@pytest.mark.parametrize(("word", "form"), rows("accusative.txt"))
def test_people_and_things(word: str, form: str) -> None:
    assert case(word, "accs") == form


@pytest.mark.parametrize(("phrase", "name", "number", "form"), rows("more.txt"))
def test_other_cases_and_plurals(phrase: str, name: str, number: str, form: str) -> None:
    assert case(phrase, name, number) == form


@pytest.mark.parametrize("phrase", [row[0] for row in rows("unsure.txt")])
def test_no_guess_where_no_form_is_sure(phrase: str) -> None:
    with pytest.raises(NoFormError) as error:
        case(phrase, "gent")

    assert f"«{phrase}»" in str(error.value)
    assert phrase in error.value.said.in_language("ru")


@pytest.mark.parametrize(("name", "number"), [("genitive", ""), ("gent", "many"), ("", "")])
def test_an_unknown_case_or_number_names_the_known_ones(name: str, number: str) -> None:
    with pytest.raises(NoFormError, match="nomn, gent, datv, accs, ablt, loct, sing, plur"):
        case("доставка", name, number)


@pytest.mark.parametrize("word", ["бельё", "мебель", "оборудование", "офисная мебель", "обувь"])
def test_a_plural_that_does_not_exist_is_an_error(word: str) -> None:
    with pytest.raises(NoFormError, match=word):
        case(word, "gent", "plur")


def test_an_unknown_word_that_may_be_a_person_or_a_thing_has_no_accusative() -> None:
    assert case("мешкозашиватель", "ablt") == "мешкозашивателем"
    with pytest.raises(NoFormError, match="мешкозашиватель"):
        case("мешкозашиватель", "accs")


def test_nothing_and_texts_without_russian_words_stay() -> None:
    for text in ("", " ", "15", "iPhone 15", "«Ромашка»", "🙂", "—"):
        assert case(text, "gent") == text


def test_spaces_stress_marks_and_long_words() -> None:
    assert case("доста\u0301вка\u00a0из  Китая", "ablt") == "доставкой\u00a0из  Китая"
    with pytest.raises(NoFormError):
        case("ю" * 10_000, "gent")


@given(st.text(alphabet='абвгДЁёя-–,. «»"()1Z/\u00a0\u0301🙂', max_size=14))
def test_any_text_gives_a_form_or_says_that_there_is_none(text: str) -> None:
    with contextlib.suppress(NoFormError):
        assert isinstance(case(text, "gent"), str)


def test_owners_add_words() -> None:
    rows_of_owner = (
        Declined(word="зюзюблик", like="стол"),
        Declined(word="Ямаха", like="-"),
        Declined(word="тумблик", gent="тумблика", ablt="тумбликом"),
    )
    known = vocabulary(rows_of_owner)

    assert case("новый зюзюблик", "ablt", known=known) == "новым зюзюбликом"
    assert case("Зюзюблики", "gent", known=known) == "Зюзюбликов"
    assert case("Ямаха", "gent", known=known) == "Ямаха"
    assert case("тумблик", "ablt", known=known) == "тумбликом"
    with pytest.raises(NoFormError):
        case("тумблик", "datv", known=known)


def test_words_csv_serves_the_filters() -> None:
    entries = (
        WordEntry(lemma="КРАКЭК", model="банк"),
        WordEntry(lemma="зюзюблинг", gender="masc"),
        WordEntry(lemma="Флямби", gender="neut"),
    )
    known = vocabulary(entries=entries)

    assert case("доставка КРАКЭКом", "gent", known=known) == "доставки КРАКЭКом"
    assert case("КРАКЭК", "ablt", known=known) == "КРАКЭКом"
    assert case("новый зюзюблинг", "ablt", known=known) == "новым зюзюблингом"
    assert case("Флямби", "ablt", known=known) == "Флямби"
    assert counted(5, "зюзюблинг", known).endswith("зюзюблингов")


def test_inflection_csv_goes_before_words_csv() -> None:
    rows_of_owner = (Declined(word="Зюзюблик", like="-"),)
    entries = (WordEntry(lemma="Зюзюблик", model="стол"),)

    assert case("Зюзюблик", "gent", known=vocabulary(rows_of_owner, (), entries)) == "Зюзюблик"


def test_owners_rows_are_checked() -> None:
    with pytest.raises(ValueError, match="expected"):
        Declined(word="зюзюблик", like="кракозяб")
