"""Sentences for people: their language, the form of their words, the language of the reader."""

from pathlib import Path

import pytest

from plugins.language.messages import (
    Message,
    catalog_languages,
    counted,
    message,
    reader_language,
    verbatim,
)
from tests.language.tables import rows

pytestmark = pytest.mark.usefixtures("catalogs")
PLURALS = rows(Path(__file__).with_name("plurals.txt"))


@pytest.mark.parametrize(("number", "russian", "english"), PLURALS, ids=[n for n, _, _ in PLURALS])
def test_a_number_decides_the_form_of_a_word(number: str, russian: str, english: str) -> None:
    problems = counted("%(count)s problem", "%(count)s problems", int(number))

    assert (russian, english) == (problems.in_language("ru"), problems.in_language("en"))


def test_values_fill_the_places_of_a_sentence() -> None:
    greeting = message("Good day, %(name)s", name="50 % Ильич")

    assert greeting.in_language("ru") == "Добрый день, 50 % Ильич"
    assert greeting.in_language("en") == "Good day, 50 % Ильич"


def test_a_value_that_is_a_message_is_said_in_the_same_language() -> None:
    inner = message("nothing")
    sentence = message("expected %(what)s, got %(got)s", what=message("10 or 12 digits"), got=inner)

    assert sentence.in_language("ru") == "нужно: 10 или 12 цифр, а стоит: ничего"
    assert sentence.in_language("en") == "expected 10 or 12 digits, got nothing"


@pytest.mark.parametrize("lang", ["de", "", "xx"])
def test_a_language_without_a_catalog_is_answered_in_english(lang: str) -> None:
    assert message("nothing").in_language(lang) == "nothing"


@pytest.mark.parametrize("text", ["a guess", "said nowhere else"])
def test_what_is_not_translated_for_certain_stays_english(text: str) -> None:
    assert message(text).in_language("ru") == text


def test_verbatim_says_what_another_program_said_on_one_line() -> None:
    assert verbatim("50 %\n  of\tit %s").in_language("ru") == "50 % of it %s"


def test_equal_messages_are_equal_and_can_be_counted() -> None:
    assert len({message("nothing"), Message("nothing"), message("nothing")}) == 1


def test_languages_are_english_and_every_catalog(catalogs: Path) -> None:
    (catalogs / "de").mkdir()
    (catalogs / "babel.cfg").touch()

    assert catalog_languages() == ("de", "en", "ru")


@pytest.mark.parametrize(
    ("variables", "lang"),
    [
        ("", "en"),
        ("LANG=ru_RU.UTF-8", "ru"),
        ("LANG=ru", "ru"),
        ("LANG=en_GB.UTF-8", "en"),
        ("LANG=C", "en"),
        ("LANG=C.UTF-8", "en"),
        ("LANG=POSIX", "en"),
        ("LANG=de_DE.UTF-8", "en"),
        ("LANG=sr_RS@latin", "en"),
        ("LC_MESSAGES=ru_RU.UTF-8 LANG=en_GB.UTF-8", "ru"),
        ("LC_ALL=C LC_MESSAGES=ru_RU.UTF-8 LANG=ru_RU.UTF-8", "en"),
        ("LC_ALL=ru_RU.UTF-8 LANG=C", "ru"),
        ("LC_ALL= LANG=ru_RU.UTF-8", "ru"),
        ("LANGUAGE=ru LC_ALL=C", "ru"),
        ("LANGUAGE=en LANG=ru_RU.UTF-8", "en"),
        ("LANGUAGE= LANG=ru_RU.UTF-8", "ru"),
        ("LANGUAGE=ru:en", "ru"),
        ("LANGUAGE=en:ru", "en"),
        ("LANGUAGE=de:ru", "ru"),
        ("LANGUAGE=ru-RU", "ru"),
        ("LANGUAGE=RU", "ru"),
        ("LANGUAGE=../../etc", "en"),
    ],
)
def test_the_language_of_whoever_runs_a_command(variables: str, lang: str) -> None:
    environ = dict(pair.split("=", 1) for pair in variables.split())

    assert lang == reader_language(environ)
