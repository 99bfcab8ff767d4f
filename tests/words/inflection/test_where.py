"""The preposition and locative of places."""

import pytest

from plugins.words.inflection import NoFormError
from plugins.words.vocabulary import Place, vocabulary
from plugins.words.where import where
from tests.words.inflection.tables import rows

CITIES = [(row[0], row[6]) for row in rows("cities.txt")]


@pytest.mark.parametrize(("place", "answer"), CITIES)
def test_cities(place: str, answer: str) -> None:
    assert where(place) == answer


@pytest.mark.parametrize(("place", "answer"), rows("places.txt"))
def test_places(place: str, answer: str) -> None:
    assert where(place) == answer


@pytest.mark.parametrize("place", ["", " ", "Кракозябрь"])
def test_unknown_places_are_errors(place: str) -> None:
    with pytest.raises(NoFormError):
        where(place)


def test_owners_add_places() -> None:
    known = vocabulary(
        places=[
            Place(place="Роза Хутор", preposition="на", form="Роза Хуторе"),
            Place(place="Мурманск", preposition="на"),
        ]
    )

    assert where("Роза Хутор", known) == "на Роза Хуторе"
    assert where("Мурманск", known) == "на Мурманске"
